import { describe, expect, it, vi } from 'vitest';
import { formatOf } from '../../src/i18n/format.ts';
import { t } from '../../src/i18n/i18n.ts';
import { locales } from '../../src/i18n/locales.ts';
import { describeCommand, selectCommandFacts } from '../../src/store/commandFacts.ts';
import { commands } from '../../src/store/commands/commands.ts';
import { applyEdit, setPlayback, setUi } from '../../src/store/createAppStore.ts';
import { setCurrent } from '../../src/store/edits/setCurrent.ts';
import { openPanel } from '../../src/store/layout/changeLayout.ts';
import { menus } from '../../src/store/menus.ts';
import { isSingleKey } from '../../src/store/shortcutText.ts';
import type { AppState } from '../../src/store/state.ts';
import { commandsNow } from '../../src/store/targetCommands/commandsNow.ts';
import { partitionCommands } from '../../src/store/targetCommands/partitionCommands.ts';
import { runCommand } from '../../src/store/useApp.ts';
import { createHeldCompare } from '../fixtures/heldCompare.ts';
import { createHeldEngine } from '../fixtures/heldEngine.ts';
import { createTestApp } from '../fixtures/services.ts';

const uniform = (modulus: number) => ({ kind: 'uniform', modulus }) as const;
const format = formatOf('en');

function setup() {
  const walkRegions = vi.fn();
  const compareEngine = createHeldCompare();
  const engine = createHeldEngine();
  const app = createTestApp(undefined, { walkRegions, compareEngine, engine });
  const state = (): AppState => app.store.getState();
  const commandOf = (id: string) => commands.find((command) => command.id === id)!;
  const run = (id: string) => runCommand(commandOf(id), app.context);
  const factsOf = (id: string) => describeCommand(commandOf(id), state(), t, format);
  return { ...app, state, run, factsOf, walkRegions, compareEngine, engine };
}

describe('the list of commands', () => {
  it('has one command for each id, and one for each shortcut', () => {
    const ids = commands.map(({ id }) => id);
    const keys = commands.flatMap((command) => command.keys);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps the groups of every menu short', () => {
    for (const { groups } of menus) for (const group of groups) expect(group.length).toBeLessThanOrEqual(6);
  });

  it('can be told in words, whatever the state', () => {
    const { state } = setup();
    for (const command of commands) {
      const { label, disabledReason } = describeCommand(command, state(), t, format);
      expect(`${label}${disabledReason ?? ''}`).not.toMatch(/^$|\{\{|command\.|refusal\./);
    }
  });
});

describe('the number of partitions', () => {
  it('is doubled by a split of each, and halved by merges, as changes of their own', () => {
    const { state, run } = setup();
    run('splitAll');
    expect(state().document.to).toEqual(uniform(16));
    run('mergeAll');
    expect(state().document.to).toEqual(uniform(4));
    run('undo');
    expect(state().document.to).toEqual(uniform(16));
  });

  it('is no change when it is what was asked for already', () => {
    const { state, run } = setup();
    run('splitAll');
    run('splitAll');
    expect(state().history.past).toHaveLength(1);
  });

  it('is refused beyond the limits, with the value and the limit', () => {
    const { store, state, run, factsOf } = setup();
    applyEdit(store, setCurrent, { spec: uniform(7) });
    expect(factsOf('mergeAll').disabledReason).toBe(
      '3.5 partitions; a whole number from 1 to 4\u202f096 is possible here.',
    );
    applyEdit(store, setCurrent, { spec: uniform(4096) });
    expect(factsOf('splitAll').disabledReason).toContain('8\u202f192 partitions');
    const { document } = state();
    run('splitAll');
    expect(state().document).toBe(document);
  });
});

describe('nodes', () => {
  it('join, leave the list and settle', () => {
    const { state, run, factsOf } = setup();
    run('addNode');
    expect(state().document.nodes.at(-1)).toMatchObject({ name: 'node 7', state: 'joining' });
    expect(factsOf('removeNode').label).toBe('Remove node 7');
    run('removeNode');
    expect(state().document.nodes).toHaveLength(6);
    run('settleNodes');
    expect(state().document.nodes.every((node) => node.state === 'up')).toBe(true);
    expect(factsOf('settleNodes').disabledReason).toBe('No node joins or leaves');
  });

  it('keep one, and say so', () => {
    const { state, run, factsOf } = setup();
    for (let n = 0; n < 10; n++) run('removeNode');
    expect(state().document.nodes).toHaveLength(1);
    expect(factsOf('removeNode').disabledReason).toBe('At least 1 node is needed before and after the change.');
  });
});

describe('what else takes one press', () => {
  it('is the recipe, marked where it is on', () => {
    const { state, run, factsOf } = setup();
    expect(factsOf('recipeCopy').checked).toBe(true);
    run('recipeKeepHalf');
    expect(state().document.recipe).toBe('keepHalf');
    expect(factsOf('recipeKeepHalf').checked).toBe(true);
    run('recipeKeepHalf');
    expect(state().history.past).toHaveLength(1);
  });

  it('is a key column, up to the most there may be', () => {
    const { state, run, factsOf } = setup();
    for (let n = 0; n < 10; n++) run('addColumn');
    expect(state().document.keys.columns).toHaveLength(4);
    expect(factsOf('addColumn').disabledReason).not.toBeNull();
  });

  it('is the speed, as far as the list of speeds goes', () => {
    const { state, run, factsOf } = setup();
    run('faster');
    expect(state().playback.speed).toBe(2);
    run('faster');
    run('faster');
    expect(state().playback.speed).toBe(4);
    expect(factsOf('faster').disabledReason).toBe('There is no further speed');
    run('slower');
    expect(state().playback.speed).toBe(2);
  });

  it('is each language, under its own name', () => {
    const { state, run, factsOf } = setup();
    for (const { id, name } of locales) {
      expect(factsOf(`language-${id}`).label).toBe(`Language: ${name}`);
      run(`language-${id}`);
      expect(state().ui.locale).toBe(id);
    }
  });

  it('is the walk through the window', () => {
    const { run, walkRegions } = setup();
    run('nextRegion');
    run('previousRegion');
    expect(walkRegions.mock.calls).toEqual([[1], [-1]]);
  });

  it('is the palette, open and closed', () => {
    const { state, run } = setup();
    run('showPalette');
    expect(state().ui.dialog).toBe('palette');
    run('showPalette');
    expect(state().ui.dialog).toBeNull();
  });
});

describe('work under way', () => {
  it('is stopped and begun anew: the count', async () => {
    const { state, run, factsOf, engine } = setup();
    expect(factsOf('count')).toMatchObject({ label: 'Stop counting', disabledReason: null });
    run('count');
    await vi.waitFor(() => expect(state().results.status).toBe('cancelled'));
    run('count');
    expect(state().results.status).toBe('counting');
    await engine.runs.at(-1)!.finish();
    expect(factsOf('count').disabledReason).toBe('All keys are counted');
  });

  it('is stopped and begun anew: the comparison', async () => {
    const { state, run, factsOf, engine, compareEngine } = setup();
    expect(factsOf('comparison').disabledReason).toBe('No comparison is running, and none was stopped');
    await engine.runs.at(-1)!.finish();
    expect(factsOf('comparison')).toMatchObject({ label: 'Stop the comparison', disabledReason: null });
    run('comparison');
    await vi.waitFor(() => expect(state().comparison.status).toBe('cancelled'));
    expect(compareEngine.underWay).toBe(0);
    expect(factsOf('comparison').label).toBe('Compare again');
    run('comparison');
    expect(state().comparison.status).toBe('running');
  });
});

describe('the commands of a thing', () => {
  it('are those of the partition that was used last, in full words and in short ones', () => {
    const { store, state } = setup();
    const offered = () => commandsNow(state()).filter(({ menu }) => menu === 'partition');
    expect(offered()).toEqual([]);
    setUi(store, { partition: { side: 'from', name: 'orders_8_3' } });
    const facts = offered().map((command) => describeCommand(command, state(), t, format));
    expect(facts.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Split orders_8_3 by 2', 'Merge orders_8_3 into modulus 4', 'Put (8, 3) on node 1']),
    );
    expect(facts[0]).toMatchObject({ id: 'split2', shortLabel: 'Split by 2', disabledReason: null });
    runCommand(offered()[0]!, { ...createTestApp().context, store });
    expect(state().document.to).toMatchObject({ kind: 'mixed' });
    setUi(store, { partition: { side: 'from', name: 'gone' } });
    expect(offered()).toEqual([]);
  });

  it('refuse in PostgreSQL’s words', () => {
    const bounds = [
      { modulus: 2, remainder: 1 },
      { modulus: 4, remainder: 0 },
      { modulus: 4, remainder: 2 },
    ];
    const { state } = setup();
    const document = { ...state().document, from: { kind: 'mixed', bounds } } as const;
    const [, byThree] = partitionCommands(document, { side: 'from', name: 'orders_2_1' });
    expect(describeCommand(byThree!, { ...state(), document }, t, format).disabledReason).toContain(
      'every hash partition modulus must be a factor of the next larger modulus',
    );
  });

  it('are those of the panel in front, which takes the focus along', () => {
    const { store, state, context } = setup();
    const run = (id: string) => runCommand(commandsNow(state()).find((command) => command.id === id)!, context);
    const labels = () =>
      commandsNow(state())
        .filter(({ menu }) => menu === 'panel')
        .map((command) => describeCommand(command, state(), t, format).label);
    openPanel(store, 'steps');
    expect(labels()).toEqual([
      'Move Steps to the left dock',
      'Move Steps to the bottom dock',
      'Move Steps before SQL',
      'Move Steps after Verify',
      'Make the dock of Steps wider',
      'Make the dock of Steps narrower',
      'Collapse the dock of Steps',
      'Close Steps',
    ]);
    run('bottomDock');
    expect(state().ui).toMatchObject({ layout: { bottom: { panels: ['steps'] } }, focusPanel: 'steps' });
    openPanel(store, 'sql');
    run('closePanel');
    expect(state().ui).toMatchObject({ layout: { right: { panels: ['verify', 'inspect'] } }, focusPanel: 'verify' });
  });
});

describe('what menus show', () => {
  it('has no shortcut of a single key while those are off', () => {
    const { store, factsOf } = setup();
    expect(factsOf('probeKey').shortcut).toBe('/');
    setUi(store, { singleKeys: false });
    expect(factsOf('probeKey').shortcut).toBeUndefined();
    expect(factsOf('undo').shortcut).toBe('Ctrl+Z');
    expect(factsOf('nextRegion').shortcut).toBe('F6');
  });

  it('stays the same text while only the playhead moves within the plan', async () => {
    const { store, state, engine } = setup();
    await engine.runs.at(-1)!.finish();
    setPlayback(store, { t: 1.25, playing: true });
    const facts = selectCommandFacts(state());
    setPlayback(store, { t: 1.5 });
    expect(selectCommandFacts(state())).toBe(facts);
    setUi(store, { singleKeys: false });
    expect(selectCommandFacts(state())).not.toBe(facts);
  });

  it.each([
    ['/', true],
    ['Space', true],
    ['ArrowLeft', true],
    ['Shift+?', true],
    ['F6', false],
    ['Shift+F6', false],
    ['$mod+K', false],
    ['$mod+Shift+Z', false],
    ['Alt+1', false],
  ])('counts %s as a single key: %s', (keys, expected) => {
    expect(isSingleKey(keys)).toBe(expected);
  });
});
