import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { createRingLabels } from '../../src/app/ringLabels.ts';
import { formatOf } from '../../src/i18n/format.ts';
import { t as translate } from '../../src/i18n/i18n.ts';
import { BEND_MS } from '../../src/scene/bendClock.ts';
import { prepareCircleKeys, prepareRingKeys } from '../../src/scene/ringKeys.ts';
import { computeCircleModel, type RingModel } from '../../src/scene/ringModel.ts';
import { ringSummary } from '../../src/store/pictureWords.ts';
import { RingView, type RingViewProps } from '../../src/views/ring/RingView.tsx';
import type { RingLabels } from '../../src/views/ring/ringLabels.ts';
import { useBend } from '../../src/views/ring/useBend.ts';
import { plain } from '../fixtures/renderApp.tsx';
import { growingRing, nodesOf, type RingPlan, ringPlan, ringSample } from '../fixtures/ringPlan.ts';
import { clearDrawLog, getDrawLog, getDrawnPixels } from './drawLog.ts';

const format = formatOf('en');

function labelsOf(model: RingModel, step: number): RingLabels {
  return { ...createRingLabels(model, translate, format), summary: ringSummary(model, step, translate, format) };
}

function setup(ring: RingPlan = growingRing(3000), props: Partial<RingViewProps> = {}) {
  const onSelect = vi.fn<RingViewProps['onSelect']>();
  const onReach = vi.fn<NonNullable<RingViewProps['onReach']>>();
  const keysOf = (count: number) => prepareRingKeys(ringSample, ring.strip, ring.cluster, count);
  const labels = labelsOf(ring.model, Math.floor(props.t ?? 0));
  const all: RingViewProps = {
    model: { ring: ring.model, keysOf, total: 10_000 },
    t: 0,
    selected: null,
    onSelect,
    onReach,
    labels,
    reducedMotion: false,
    ...props,
  };
  const view = render(<RingView {...all} />);
  const drawing = screen.getByRole('group', { name: labels.stage });
  const canvas = view.container.querySelector('canvas')!;
  const texts = () => [...drawing.querySelectorAll('text')].map((text) => plain(text.textContent));
  return { user: userEvent.setup(), onSelect, onReach, view, drawing, canvas, texts, props: all };
}

const focused = () => plain(document.activeElement?.getAttribute('aria-label') ?? '');
const arcs = (drawing: HTMLElement) => within(drawing).getAllByRole('button');

describe('ring and nodes', () => {
  it('shows every partition as a named button and every node with its rows', () => {
    const { drawing, texts } = setup();
    const names = arcs(drawing).map((arc) => plain(arc.getAttribute('aria-label')!));
    expect(names).toHaveLength(8);
    expect(names[0]).toMatch(/^t_8_0 on node 1: 1 \d{3} rows, /);
    expect(within(drawing).getByRole('img', { name: /^node 1; 2\s\d{3} rows/ })).toBeVisible();
    expect(texts()).toEqual(expect.arrayContaining(['8 → 16', 'node 6', '0', 'capacity 3 K rows']));
  });

  it('has a sentence that says the same', () => {
    const { drawing } = setup();
    expect(plain(drawing.getAttribute('aria-describedby')!)).not.toBe('');
    expect(drawing).toHaveAccessibleDescription(/^6 nodes hold 10\s000 rows; .* 0 of 8 steps are done/);
  });

  it('shows the live partitions, and what the step in progress carries', () => {
    const { drawing, texts } = setup(growingRing(), { t: 0.5 });
    expect(arcs(drawing)).toHaveLength(9);
    expect(texts().some((text) => /^\d+ of \d+ rows$/.test(text))).toBe(true);
    expect(texts()).toContain('t_16_8 → node 5');
  });

  it('shows only whole steps with reduced motion', () => {
    const { drawing, texts } = setup(growingRing(), { t: 0.5, reducedMotion: true });
    expect(arcs(drawing)).toHaveLength(8);
    expect(texts().some((text) => text.includes(' of '))).toBe(false);
  });

  it('explains dots and shades, and only those that are there', () => {
    const { view, props } = setup();
    expect(screen.getByText(/^= \d+ rows; in the ring, real keys/)).toBeVisible();
    expect(screen.getByText('will leave')).toBeVisible();
    expect(screen.queryByText('came from another node')).toBeNull();
    view.rerender(<RingView {...props} t={8} />);
    expect(screen.getByText('came from another node')).toBeVisible();
    expect(screen.queryByText('will leave')).toBeNull();
    expect(screen.queryByText('old copy, until the drop')).toBeNull();
  });

  it('keeps room for what will have to be explained, so that the picture keeps its size', () => {
    const { view, props } = setup();
    const room = () =>
      [...view.container.querySelectorAll('figcaption [data-text]')].map((span) => span.getAttribute('data-text'));
    expect(room()).toEqual(['came from another node']);
    view.rerender(<RingView {...props} t={0.5} />);
    const atHalf = screen.queryByText('came from another node') === null ? ['came from another node'] : [];
    expect(room()).toEqual(atHalf);
    view.rerender(<RingView {...props} t={8} />);
    expect(room()).toEqual(['will leave']);
  });

  it('tells the rows of keys and of stacks apart when they differ', () => {
    const { view, props } = setup();
    view.rerender(<RingView {...props} model={{ ...props.model, keyLimit: 10_000 }} />);
    expect(screen.getByText(/^in the ring = 1 row, real keys/)).toBeVisible();
    expect(screen.getByText(/^in the stacks = \d+ rows$/)).toBeVisible();
  });

  it('says that a rebuild keeps old copies, and counts them apart', () => {
    setup(
      ringPlan(
        ['8', '12'],
        nodesOf(2),
        (r) => r % 2,
        (r) => r % 2,
      ),
      { t: 9 },
    );
    expect(screen.getByText('old copy, until the drop')).toBeVisible();
    const facts = screen.getAllByRole('img').map((node) => plain(node.getAttribute('aria-label')!).split('; '));
    const rowsOf = (texts: readonly string[], what: RegExp) =>
      texts.reduce((sum, text) => sum + Number(what.exec(text)?.[1]?.replace(/\s/g, '') ?? 0), 0);
    expect(rowsOf(facts.flat(), /^([\d\s]+) rows, [\d.]+\s%/)).toBe(10_000);
    expect(rowsOf(facts.flat(), /^([\d\s]+) old copies/)).toBe(10_000);
  });

  it('has short names for many nodes, and whole ones for screen readers', () => {
    const { drawing, texts } = setup(
      ringPlan(
        ['64', '128'],
        nodesOf(20),
        (r) => r % 20,
        (r) => r % 20,
      ),
    );
    expect(within(drawing).getByRole('img', { name: /^node 12;/ })).toBeInTheDocument();
    expect(texts()).toContain('12');
    expect(texts()).not.toContain('node 12');
  });

  it('draws no outlines for arcs under 3 px, but keeps one that Tab reaches', () => {
    const { drawing } = setup(
      ringPlan(
        ['1024', '1024'],
        nodesOf(2),
        (r) => r % 2,
        (r) => r % 2,
      ),
    );
    expect(arcs(drawing)).toHaveLength(1);
  });
});

describe('the drawing', () => {
  it('writes its dots in one go and its arcs as paths', () => {
    const { canvas, view, props } = setup();
    const first = [...getDrawnPixels(canvas)!.data];
    const log = getDrawLog(canvas);
    expect(log.filter((entry) => entry.startsWith('putImageData'))).toHaveLength(1);
    // Eight arcs and eight of the old layout, each with an outer and an inner edge.
    expect(log.filter((entry) => entry.startsWith('arc('))).toHaveLength(32);
    clearDrawLog(canvas);
    view.rerender(<RingView {...props} t={0.5} />);
    expect(getDrawLog(canvas).filter((entry) => entry.startsWith('putImageData'))).toHaveLength(1);
    expect([...getDrawnPixels(canvas)!.data]).not.toEqual(first);
  });

  it('draws thousands of arcs as pixels', () => {
    const { canvas } = setup(
      ringPlan(
        ['1024', '1024'],
        nodesOf(2),
        (r) => r % 2,
        (r) => r % 2,
      ),
    );
    expect(getDrawLog(canvas).filter((entry) => entry.startsWith('fill('))).toHaveLength(0);
  });

  it('is the strip at bend 0, without texts that would not fit', () => {
    const { canvas, view, props } = setup();
    clearDrawLog(canvas);
    view.rerender(<RingView {...props} bend={0} />);
    expect(getDrawLog(canvas).some((entry) => entry.startsWith('arc('))).toBe(false);
    expect(getDrawLog(canvas).filter((entry) => entry.startsWith('lineTo('))).toHaveLength(48);
    expect(screen.queryByRole('group', { name: props.labels.stage })).toBeNull();
  });

  it('bends in between, and with reduced motion fades strip and ring into each other', () => {
    const { canvas, view, props } = setup();
    const radii = () =>
      new Set(
        getDrawLog(canvas)
          .filter((entry) => entry.startsWith('arc('))
          .map((entry) => entry.split(', ')[2]),
      );
    const ring = radii();
    clearDrawLog(canvas);
    view.rerender(<RingView {...props} bend={0.5} />);
    expect([...radii()].some((radius) => ring.has(radius))).toBe(false);
    clearDrawLog(canvas);
    view.rerender(<RingView {...props} bend={0.5} reducedMotion />);
    expect(radii()).toEqual(ring);
    expect(getDrawLog(canvas).filter((entry) => entry.startsWith('lineTo(')).length).toBeGreaterThan(32);
    expect(getDrawLog(canvas)).toContain('globalAlpha = 0.5');
  });
});

describe('the keyboard', () => {
  it('reaches the drawing with one tab stop, walks the arcs round and crosses to their nodes', async () => {
    const { user } = setup();
    await user.tab();
    expect(focused()).toMatch(/^t_8_0 on node 1/);
    await user.keyboard('{ArrowRight}');
    expect(focused()).toMatch(/^t_8_4 on node 1/);
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(focused()).toMatch(/^t_8_7 on node 4/);
    await user.keyboard('{ArrowDown}');
    expect(focused()).toMatch(/^node 4;/);
    await user.keyboard('{ArrowLeft}{ArrowUp}');
    expect(focused()).toMatch(/^t_8_2 on node 3/);
    await user.tab();
    expect(document.activeElement).toHaveAccessibleName('sampled');
  });

  it('selects an arc with Enter and Space and says where it is; Escape leaves', async () => {
    const { user, onSelect, props } = setup();
    await user.tab();
    await user.keyboard('{ArrowRight}{Enter}');
    expect(onSelect.mock.lastCall![0]).toMatchObject({ row: 'after', side: 'from', index: 4 });
    expect(onSelect.mock.lastCall![1].width).toBe(16);
    await user.keyboard(' ');
    expect(onSelect).toHaveBeenCalledTimes(2);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(onSelect).toHaveBeenCalledTimes(2);
    await user.keyboard('{Escape}');
    expect(document.body).toHaveFocus();
    expect(props.model.ring.strip!.from[4]!.remainder).toBe(4);
  });

  it('shows the exact figures of the mark in focus', async () => {
    const { user } = setup();
    await user.tab();
    expect(screen.getByText('MODULUS 8, REMAINDER 0')).toBeInTheDocument();
    expect(screen.getByText('on node 1')).toBeInTheDocument();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByText(/ of its capacity of 3\s000$/)).toBeInTheDocument();
    expect(screen.getByText(/^\d+ rows will leave$/)).toBeInTheDocument();
  });

  it('walks partitions that are too thin for an outline', async () => {
    const { user, drawing } = setup(
      ringPlan(
        ['1024', '1024'],
        nodesOf(2),
        (r) => r % 2,
        (r) => r % 2,
      ),
    );
    await user.tab();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(focused()).toMatch(/^t_1024_256 /);
    expect(arcs(drawing)).toHaveLength(1);
  });
});

describe('the pointer', () => {
  it('selects the arc that is clicked', async () => {
    const { user, drawing, onSelect } = setup();
    await user.click(within(drawing).getByRole('button', { name: /^t_8_5 / }));
    expect(onSelect.mock.lastCall![0]).toMatchObject({ row: 'after', side: 'from', index: 5 });
  });

  it('selects an arc by the right button and the menu key, and has no menu for a node', () => {
    const { drawing, onSelect } = setup();
    expect(fireEvent.contextMenu(within(drawing).getByRole('button', { name: /^t_8_5 / }))).toBe(false);
    expect(onSelect.mock.lastCall![0]).toMatchObject({ side: 'from', index: 5 });
    expect(fireEvent.contextMenu(within(drawing).getByRole('img', { name: /^node 2;/ }))).toBe(true);
    expect(onSelect).toHaveBeenCalledTimes(1);
  });

  it('shows the figures of arcs by their keys and of nodes by their heaps, and hides them when it leaves', () => {
    const { drawing, view } = setup();
    const tooltip = () => view.container.querySelector('[class*="tooltip"]')?.textContent ?? null;
    fireEvent.pointerMove(within(drawing).getByRole('img', { name: /^node 2;/ }));
    expect(tooltip()).toMatch(/^node 2/);
    // The stage has no layout here: 800 x 420, so that the first arc begins above the middle at x = 212.
    fireEvent.pointerMove(drawing, { clientX: 240, clientY: 60 });
    expect(tooltip()).toMatch(/^t_8_0/);
    fireEvent.pointerLeave(drawing);
    expect(tooltip()).toBeNull();
  });
});

describe('a selection', () => {
  it('is marked as pressed', () => {
    const { drawing } = setup(growingRing(), { selected: { row: 'after', side: 'from', index: 3 } });
    const pressed = within(drawing).getAllByRole('button', { pressed: true });
    expect(pressed.map((arc) => arc.getAttribute('aria-label'))).toEqual([expect.stringMatching(/^t_8_3 /)]);
  });
});

describe('the table', () => {
  it('takes the picture’s place with the exact rows of every node', async () => {
    const { user, view, props } = setup();
    await user.click(screen.getByRole('button', { name: 'Table' }));
    const table = screen.getByRole('table', { name: 'Rows by node' });
    const rows = within(table).getAllByRole('row').slice(1);
    const figures = rows.map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => Number(plain(cell.textContent).replace(/\s/g, ''))),
    );
    const { counts } = growingRing();
    expect(figures.map(([, before]) => before)).toEqual(counts.before);
    expect(figures.map(([, , now]) => now)).toEqual(counts.before);
    expect(figures.map(([, , , after]) => after)).toEqual(counts.after);
    expect(view.container.querySelector('canvas')).toBeNull();
    view.rerender(<RingView {...props} t={8} />);
    const last = within(screen.getByRole('table')).getAllByRole('row')[6]!;
    expect(plain(within(last).getAllByRole('cell')[2]!.textContent).replace(/\s/g, '')).toBe(String(counts.after[5]));
    await user.click(screen.getByRole('button', { name: 'Table' }));
    expect(view.container.querySelector('canvas')).not.toBeNull();
  });
});

describe('the ring of a scheme', () => {
  it('has no partitions to press, but names its nodes and their rows', async () => {
    const arcsOf = (starts: number[], owners: number[]) => ({
      starts: Float64Array.from(starts),
      owners: Uint16Array.from(owners),
    });
    const change = {
      before: arcsOf([0, 0.5], [0, 1]),
      after: arcsOf([0, 0.25, 0.5], [0, 2, 1]),
      nodeOfBefore: [0, 1],
      nodeOfAfter: [0, 1, 2],
    };
    const nodes = nodesOf(3).map((node, i) => (i === 2 ? { ...node, state: 'joining' as const } : node));
    const flows = [
      { from: 0, to: 0, rows: 25 },
      { from: 0, to: 2, rows: 25 },
      { from: 1, to: 1, rows: 50 },
    ];
    const ring = computeCircleModel(change, nodes, { before: [50, 50, 0], after: [25, 50, 25], moved: 25, flows });
    const labels = labelsOf(ring, 0);
    const keysOf = () => prepareCircleKeys({ place: Float64Array.of(0.1, 0.3), before: [0, 0], after: [0, 2] });
    const model = { ring, keysOf, total: 100 };
    render(<RingView model={model} t={0.5} selected={null} onSelect={vi.fn()} labels={labels} reducedMotion={false} />);
    const drawing = screen.getByRole('group', { name: labels.stage });
    expect(within(drawing).queryAllByRole('button')).toEqual([]);
    expect(within(drawing).getByText('2 → 3')).toBeVisible();
    expect(within(drawing).getByText('nodes on a ring')).toBeVisible();
    await userEvent.setup().tab();
    expect(focused()).toMatch(/^node 1; 38 rows/);
  });
});

describe('useBend', () => {
  function Probe({ bent }: { readonly bent: boolean }) {
    const { bend, isBending } = useBend(bent, 0);
    return <output>{`${bend.toFixed(2)} ${isBending ? 'moving' : 'still'}`}</output>;
  }

  it('goes to the ring and back in its time, and then asks for no more frames', () => {
    vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] });
    const { rerender } = render(<Probe bent />);
    const text = () => screen.getByRole('status').textContent;
    expect(text()).toBe('0.00 moving');
    act(() => void vi.advanceTimersByTime(BEND_MS / 2));
    expect(Number(text()!.split(' ')[0])).toBeGreaterThan(0.3);
    expect(Number(text()!.split(' ')[0])).toBeLessThan(0.7);
    act(() => void vi.advanceTimersByTime(BEND_MS));
    expect(text()).toBe('1.00 still');
    expect(vi.getTimerCount()).toBe(0);
    rerender(<Probe bent={false} />);
    act(() => void vi.advanceTimersByTime(2 * BEND_MS));
    expect(text()).toBe('0.00 still');
    vi.useRealTimers();
  });
});

describe('axe finds no fault', () => {
  const faults = async (): Promise<string[]> => {
    const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
    const { violations } = await axe.run(document.body, { rules });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
  };

  it('in the picture and in its table', async () => {
    const { user } = setup();
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Table' }));
    expect(await faults()).toEqual([]);
  });
});
