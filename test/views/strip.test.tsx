import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { computeStripModel } from '../../src/scene/stripModel.ts';
import { StripStage, type StripStageProps } from '../../src/views/strip/StripStage.tsx';
import type { StripLabels } from '../../src/views/strip/stripLabels.ts';
import { lateParts } from '../fixtures/renderApp.tsx';
import { countChange, planOf, randomSample } from '../fixtures/stripPlan.ts';
import { clearDrawLog, getDrawLog, getDrawnPixels } from './drawLog.ts';

const sample = randomSample(4000);

const labels: StripLabels = {
  stage: 'Partitions before and after',
  before: 'BEFORE',
  after: 'AFTER',
  summary: 'Eight partitions become sixteen.',
  formatCount: String,
  boxName: (box) => `${box.row} (${box.modulus}, ${box.remainder}): ${box.rows} rows`,
  tooltip: (box) => [box.name, `${box.rows} rows exactly`],
  legendDot: (rows) => `= ${rows.toFixed(1)} rows`,
  legendMark: { kind: 'sampled', label: 'sampled', explanation: 'evenly spaced keys' },
  legendMoves: 'moves to another table',
  legendStays: 'stays',
  legendOrder: 'ordered so that halves sit together',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Whole strip',
};

function stage(from: string, to: string, props: Partial<StripStageProps> = {}) {
  const plan = planOf(from, to);
  const model = { strip: computeStripModel({ plan, change: countChange(plan.from, plan.to, sample) }), sample };
  return {
    model,
    selected: null,
    labels,
    reducedMotion: false,
    t: 0,
    onSelect: () => undefined,
    ...props,
  } satisfies StripStageProps;
}

function setup(from: string, to: string, props: Partial<StripStageProps> = {}) {
  const onSelect = vi.fn<StripStageProps['onSelect']>();
  const onReach = vi.fn<NonNullable<StripStageProps['onReach']>>();
  const all = stage(from, to, { onSelect, onReach, ...props });
  const view = render(<StripStage {...all} />);
  const drawing = screen.getByRole('group', { name: labels.stage });
  const canvases = [...view.container.querySelectorAll('canvas')];
  return { user: userEvent.setup(), onSelect, onReach, view, drawing, canvases, props: all };
}

const focused = () => document.activeElement?.getAttribute('aria-label')?.replace(/:.*/, '');

describe('the strip', () => {
  it('shows every partition of both rows as a named button', () => {
    const { drawing, props } = setup('8', '16');
    const rows = props.model.strip.from[6]!.rows;
    expect(within(drawing).getAllByRole('button')).toHaveLength(16);
    expect(within(drawing).getByRole('button', { name: `before (8, 6): ${rows} rows` })).toBeVisible();
    expect(within(drawing).getByRole('button', { name: `after (8, 6): ${rows} rows` })).toBeVisible();
  });

  it('has a sentence that says the same', () => {
    const { drawing } = setup('8', '16');
    expect(drawing).toHaveAccessibleDescription('Eight partitions become sixteen.');
  });

  it('cuts a box when its step begins', () => {
    const { drawing, view, props } = setup('8', '16');
    view.rerender(<StripStage {...props} t={0.5} />);
    expect(within(drawing).queryByRole('button', { name: /^after \(8, 0\)/ })).toBeNull();
    expect(within(drawing).getByRole('button', { name: /^after \(16, 0\)/ })).toBeVisible();
    expect(within(drawing).getByRole('button', { name: /^after \(16, 8\)/ })).toBeVisible();
  });

  it('shows only whole steps with reduced motion', () => {
    const { drawing } = setup('8', '16', { t: 0.5, reducedMotion: true });
    expect(within(drawing).getAllByRole('button', { name: /^after/ })).toHaveLength(8);
  });

  it('explains dots, colours and order', () => {
    setup('8', '16');
    expect(screen.getByText('moves to another table')).toBeVisible();
    expect(screen.getByText('ordered so that halves sit together')).toBeVisible();
    expect(screen.getByText(/^= \d+\.\d rows$/)).toHaveTextContent('= 4.0 rows');
  });

  it('draws moving dots every frame and the shapes once a step', () => {
    const { canvases, view, props } = setup('8', '16', { t: 0.25 });
    const pixels = () => [...getDrawnPixels(canvases[2]!)!.data];
    const first = pixels();
    for (const canvas of canvases) clearDrawLog(canvas);
    view.rerender(<StripStage {...props} t={0.5} />);
    expect(getDrawLog(canvases[0]!)).toEqual([]);
    expect(getDrawLog(canvases[1]!)).toEqual([]);
    expect(getDrawLog(canvases[2]!)).toHaveLength(1);
    expect(pixels()).not.toEqual(first);
    view.rerender(<StripStage {...props} t={1} />);
    expect(getDrawLog(canvases[0]!).length).toBeGreaterThan(10);
  });

  it('draws as many dots as it is told to', () => {
    const { props, view } = setup('8', '16');
    view.rerender(<StripStage {...props} model={{ ...props.model, dotLimit: 4000 }} />);
    expect(screen.getByText('= 1.0 rows')).toBeVisible();
  });
});

describe('the keyboard', () => {
  it('reaches the drawing with one tab stop and walks rows and columns', async () => {
    const { user } = setup('8', '16');
    await user.tab();
    expect(focused()).toBe('before (8, 0)');
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(focused()).toBe('before (8, 2)');
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('after (8, 2)');
    await user.keyboard('{End}');
    expect(focused()).toBe('after (8, 7)');
    await user.keyboard('{ArrowUp}{Home}{ArrowLeft}');
    expect(focused()).toBe('before (8, 0)');
    await user.tab();
    expect(document.activeElement).toHaveAccessibleName('Zoom in');
  });

  it('selects with Enter and Space and says where the box is', async () => {
    const { user, onSelect } = setup('8', '16');
    await user.tab();
    await user.keyboard('{ArrowRight}{Enter}');
    expect(onSelect.mock.lastCall![0]).toMatchObject({ row: 'before', side: 'from', index: 4 });
    expect(onSelect.mock.lastCall![1].width).toBeGreaterThan(90);
    await user.keyboard(' ');
    expect(onSelect).toHaveBeenCalledTimes(2);
  });

  it('shows exact figures of the focused box', async () => {
    const { user, props } = setup('8', '16');
    await user.tab();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByText(`${props.model.strip.from[4]!.rows} rows exactly`)).toBeInTheDocument();
  });

  it('zooms with plus and minus, and Escape first shows the whole strip, then leaves', async () => {
    const { user, drawing } = setup('8', '16');
    await user.tab();
    await user.keyboard('++');
    expect(within(drawing).getAllByRole('button').length).toBeLessThan(16);
    await user.keyboard('{Escape}');
    expect(within(drawing).getAllByRole('button')).toHaveLength(16);
    expect(focused()).toBe('before (8, 0)');
    await user.keyboard('{Escape}');
    expect(document.body).toHaveFocus();
  });

  it('walks partitions that are too thin for a box, and brings them into view', async () => {
    const { user, drawing } = setup('1024', '1024');
    expect(within(drawing).getAllByRole('button')).toHaveLength(1);
    await user.tab();
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('before (1024, 512)');
    await user.keyboard('{+>20}');
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(focused()).toBe('before (1024, 128)');
    expect(within(drawing).getAllByRole('button').length).toBeLessThan(20);
  });
});

describe('the pointer', () => {
  it('selects the box that is clicked', async () => {
    const { user, drawing, onSelect } = setup('8', '16');
    await user.click(within(drawing).getByRole('button', { name: /^after \(8, 5\)/ }));
    expect(onSelect.mock.lastCall![0]).toMatchObject({ row: 'after', side: 'from', index: 5 });
  });

  it('selects the thin partition under it in a density band', () => {
    const { drawing, onSelect, props } = setup('1024', '1024');
    fireEvent.click(drawing, { clientX: 16 + 768 * 0.75 + 0.1, clientY: 120 });
    const picked = onSelect.mock.lastCall![0];
    expect(props.model.strip.from[picked.index]!.x).toBe(0.75);
  });

  it('selects by the right button and the menu key, and leaves the browser’s own menu beside boxes', () => {
    const { drawing, onSelect } = setup('8', '16');
    const box = within(drawing).getByRole('button', { name: /^before \(8, 5\)/ });
    expect(fireEvent.contextMenu(box)).toBe(false);
    expect(onSelect.mock.lastCall![0]).toMatchObject({ row: 'before', side: 'from', index: 5 });
    expect(fireEvent.contextMenu(drawing, { clientX: 1, clientY: 1 })).toBe(true);
    expect(onSelect).toHaveBeenCalledTimes(1);
  });

  it('shows and hides the figures of the box under it', () => {
    const { drawing } = setup('8', '16');
    fireEvent.pointerMove(within(drawing).getByRole('button', { name: /^before \(8, 3\)/ }));
    expect(screen.getByText('t_8_3')).toBeInTheDocument();
    fireEvent.pointerLeave(drawing);
    expect(screen.queryByText('t_8_3')).toBeNull();
  });

  it('zooms into a box on a double click, and back with the button', async () => {
    const { user, drawing } = setup('64', '64');
    fireEvent.doubleClick(within(drawing).getByRole('button', { name: /^before \(64, 3\)/ }));
    expect(within(drawing).getAllByRole('button')).toHaveLength(6);
    await user.click(screen.getByRole('button', { name: 'Whole strip' }));
    expect(within(drawing).getAllByRole('button')).toHaveLength(128);
  });

  it('zooms with the wheel around the pointer', async () => {
    const { drawing } = setup('64', '64');
    await lateParts();
    fireEvent.wheel(drawing, { clientX: 100, clientY: 100, deltaY: -500 });
    expect(within(drawing).getAllByRole('button').length).toBeLessThan(80);
  });
});

describe('a selection', () => {
  it('is marked as pressed', () => {
    const { drawing } = setup('8', '16', { selected: { row: 'before', side: 'from', index: 3 } });
    const pressed = within(drawing).getAllByRole('button', { pressed: true });
    expect(pressed.map((box) => box.getAttribute('aria-label'))).toEqual([expect.stringMatching(/^before \(8, 3\)/)]);
  });
});
