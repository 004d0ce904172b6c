import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { RingPanel } from '../../src/app/RingPanel.tsx';
import { setUi } from '../../src/store/createAppStore.ts';
import { setCompared } from '../../src/store/edits/setCompared.ts';
import { circleFacts } from '../../src/store/ringScheme.ts';
import { defaultScenario, newCompared, type Scenario } from '../../src/store/scenario.ts';
import { createHeldCompare } from '../fixtures/heldCompare.ts';
import { plain, type RenderOptions, renderApp } from '../fixtures/renderApp.tsx';
import { faults } from './faults.ts';
import { setMedia } from './media.ts';

const small: Scenario = {
  ...defaultScenario,
  keys: { ...defaultScenario.keys, rows: 1000 },
  compare: ['modulo', 'ring', 'citus'].map(newCompared),
};
const patience = { timeout: 20_000 };

async function setup(options: RenderOptions = {}, view = <RingPanel onFlat={() => undefined} />) {
  const app = await renderApp(<main>{view}</main>, { document: small, ...options });
  act(() => setUi(app.store, { stageView: 'ring' }));
  const ready = () => waitFor(() => expect(app.state().comparison.status).toBe('ready'), patience);
  if (options.services?.compareEngine === undefined) await ready();
  const chooser = () => screen.getByRole('button', { name: /Ring of/ });
  return {
    ...app,
    chooser,
    open: () => app.user.click(chooser()),
    choose: async (name: string) => {
      await app.user.click(chooser());
      await app.user.click(screen.getByRole('option', { name }));
    },
    drawn: (name: string) => screen.findByRole('group', { name: new RegExp(`^${name} as a ring`) }, patience),
    texts: (drawing: Element) => [...drawing.querySelectorAll('text')].map((text) => plain(text.textContent)),
  };
}

/** Frames that come when the test lets time pass, so that a slow machine plays no faster than a quick one presses. */
function holdFrames() {
  let now = 0;
  let waiting = new Map<number, FrameRequestCallback>();
  let last = 0;
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => {
    waiting.set(++last, callback);
    return last;
  });
  vi.spyOn(window, 'cancelAnimationFrame').mockImplementation((id) => void waiting.delete(id));
  return {
    pass(ms: number): void {
      now += ms;
      const due = waiting;
      waiting = new Map();
      act(() => {
        for (const callback of due.values()) callback(now);
      });
    },
  };
}

afterEach(() => void vi.restoreAllMocks());

describe('what the ring is of', () => {
  it('is this plan at first, and any compared scheme that has a circle; the others say why not', async () => {
    const { open, chooser, user, state } = await setup();
    expect(chooser()).toHaveTextContent('This plan');
    await open();
    const options = screen.getAllByRole('option');
    expect(options.map((option) => option.getAttribute('aria-disabled') ?? 'no')).toEqual(['no', 'true', 'no', 'no']);
    expect(
      options.map((option) => plain(within(option).getByText(/\w/, { selector: '[slot=label]' }).textContent)),
    ).toEqual(['This plan', 'hash mod N', 'Hash ring', 'Citus shards']);
    expect(options[1]).toHaveTextContent('Keys have no place on a ring under hash mod N.');
    await user.click(options[1]!);
    expect(state().ui.ringOf).toBe('plan');
  });

  it('says in its own words why a scheme cannot follow the change', async () => {
    const compare = [{ scheme: 'postgres', config: { modulus: 3, target: 32 } }];
    const { open } = await setup({ document: { ...small, compare } });
    await open();
    expect(screen.getAllByRole('option')[1]).toHaveTextContent('3 partitions on 4 nodes; at least 4 are needed');
  });

  it('is not asked where nothing is compared', async () => {
    await setup({ document: { ...small, compare: [] } });
    expect(screen.queryByRole('button', { name: /Ring of/ })).not.toBeInTheDocument();
  });

  it('is this plan again when its scheme is compared no longer', async () => {
    const { choose, drawn, edit, chooser } = await setup();
    await choose('Hash ring');
    await drawn('Hash ring');
    await edit(setCompared, { scheme: 'ring', compared: false });
    expect(chooser()).toHaveTextContent('This plan');
    expect(await screen.findByRole('group', { name: /^Partitions as a ring/ }, patience)).toBeInTheDocument();
  });
});

describe('the ring of a scheme', () => {
  it('tells the rows of its nodes and what moves, exactly', async () => {
    const { choose, drawn, texts, state } = await setup();
    await choose('Hash ring');
    const drawing = await drawn('Hash ring');
    const { counts } = circleFacts(state().comparison.circle!)!;
    expect(texts(drawing)).toEqual(expect.arrayContaining(['4 → 6', 'nodes on a ring']));
    const names = screen.getAllByRole('img').map((node) => plain(node.getAttribute('aria-label')).split(' rows')[0]);
    expect(names).toEqual(counts.before.map((rows, node) => `node ${node + 1}; ${rows}`));
    const share = `${counts.moved / 10} %`;
    expect(plain(document.body.textContent)).toContain(`${counts.moved} of 1 000 rows (${share}) change node`);
    expect(drawing).toHaveAccessibleDescription(/^Hash ring: 6 nodes hold 1.000 rows/);
    expect(await faults()).toEqual([]);
  });

  it('is scrubbed by a time of its own, and the plan stays where it is', async () => {
    const { choose, drawn, texts, state } = await setup();
    await choose('Hash ring');
    const drawing = await drawn('Hash ring');
    const before = state().playback.t;
    const slider = screen.getByRole('slider', { name: 'Change of nodes' });
    fireEvent.change(slider, { target: { value: '0.5' } });
    const { counts } = circleFacts(state().comparison.circle!)!;
    expect(texts(drawing)).toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(`^\\d+ of ${counts.moved} rows$`)), 'to 2 nodes']),
    );
    fireEvent.change(slider, { target: { value: '1' } });
    const rows = screen.getAllByRole('img').map((node) => plain(node.getAttribute('aria-label')).split(' rows')[0]);
    expect(rows).toEqual(counts.after.map((own, node) => `node ${node + 1}; ${own}`));
    expect(state().playback.t).toBe(before);
  });

  it('plays to its end, stops when asked, and begins again from the end', async () => {
    const { choose, drawn, user } = await setup();
    await choose('Citus shards');
    await drawn('Citus shards');
    const value = () => Number(screen.getByRole('slider').getAttribute('value'));
    const press = (name: string) => user.click(screen.getByRole('button', { name }));
    const frames = holdFrames();
    await press('Play');
    frames.pass(0);
    frames.pass(500);
    const half = value();
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(1);
    await press('Pause');
    frames.pass(500);
    expect(value()).toBe(half);
    await press('Play');
    frames.pass(0);
    frames.pass(5000);
    expect(value()).toBe(1);
    await press('Play');
    frames.pass(0);
    frames.pass(500);
    expect(value()).toBeLessThan(1);
  });

  it('is before or after with reduced motion', async () => {
    setMedia('(prefers-reduced-motion: reduce)', true);
    const { choose, drawn, user, state } = await setup();
    await choose('Hash ring');
    await drawn('Hash ring');
    expect(screen.queryByRole('slider')).not.toBeInTheDocument();
    expect(screen.getByRole('radio', { name: 'Before' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'After' }));
    const { counts } = circleFacts(state().comparison.circle!)!;
    const last = screen.getAllByRole('img').at(-1)!;
    expect(plain(last.getAttribute('aria-label'))).toMatch(new RegExp(`^node 6; ${counts.after[5]} rows`));
  });

  it('is busy with the last one until the next is drawn, and can be asked for again when that fails', async () => {
    const compareEngine = createHeldCompare();
    const { choose, drawn, user } = await setup({ services: { compareEngine } });
    const finish = () => act(() => compareEngine.runs.at(-1)!.finish());
    await finish();
    await choose('Hash ring');
    expect(screen.getByText('Drawing the ring')).toBeInTheDocument();
    await finish();
    const ring = await drawn('Hash ring');
    expect(ring.closest('[aria-busy]')).toHaveAttribute('aria-busy', 'false');
    await choose('Citus shards');
    expect(ring.closest('[aria-busy]')).toHaveAttribute('aria-busy', 'true');
    await act(() => compareEngine.runs.at(-1)!.fail('out of memory'));
    expect(screen.getByRole('alert')).toHaveTextContent('The comparison failed: out of memory');
    await user.click(screen.getByRole('button', { name: 'Count again' }));
    await finish();
    await drawn('Citus shards');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('tells how far the comparison is, and stops it', async () => {
    const compareEngine = createHeldCompare();
    const { choose, user } = await setup({ services: { compareEngine } });
    await choose('Hash ring');
    act(() => compareEngine.runs[0]!.progress({ done: 1500, total: 3000 }));
    expect(screen.getByRole('progressbar', { name: 'Comparing' })).toHaveAttribute('aria-valuenow', '50');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The comparison was stopped.');
  });

  it('hides the timeline, which is the plan’s', async () => {
    const { choose, drawn } = await setup({}, <App />);
    await screen.findByRole('button', { name: /Ring of/ }, patience);
    expect(screen.getByRole('slider', { name: 'Place in the plan' })).toBeInTheDocument();
    await choose('Hash ring');
    await drawn('Hash ring');
    expect(screen.queryByRole('slider', { name: 'Place in the plan' })).not.toBeInTheDocument();
    await choose('This plan');
    expect(screen.getByRole('slider', { name: 'Place in the plan' })).toBeInTheDocument();
  });
});
