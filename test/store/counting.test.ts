import { describe, expect, it } from 'vitest';
import { commands } from '../../src/store/commands/commands.ts';
import { applyEdit } from '../../src/store/createAppStore.ts';
import { setCurrent } from '../../src/store/edits/setCurrent.ts';
import { setRecipe } from '../../src/store/edits/setRecipe.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { splitPartition } from '../../src/store/edits/splitPartition.ts';
import { figuresOf } from '../../src/store/figures.ts';
import { continueSql, selectSql } from '../../src/store/planSql.ts';
import { createTestApp, type TestApp } from '../fixtures/services.ts';

const uniform = (modulus: number) => ({ spec: { kind: 'uniform', modulus } }) as const;

async function movedTo(app: TestApp, modulus: number): Promise<number | null> {
  applyEdit(app.store, setTarget, uniform(modulus));
  return figuresOf(await app.counted()).target.costs.moved;
}

describe('the figures of the first screen', () => {
  it('are those of PostgreSQL for the keys 1 to 100 000', async () => {
    const app = createTestApp();
    const counted = await app.counted();
    expect(counted.reply.changes[0]?.from).toEqual([12644, 12575, 12571, 12448, 12482, 12403, 12400, 12477]);
    const figures = figuresOf(counted);
    expect(figures.target.costs.moved).toBe(66_816);
    expect(figures.target.plan.kind).toBe('rebuild');
    expect(figures.alternatives[0]).toMatchObject({ spec: { kind: 'uniform', modulus: 16 }, costs: { moved: 49_986 } });
  });

  it('follow the target', async () => {
    const app = createTestApp();
    expect(await movedTo(app, 9)).toBe(88_987);
    expect(await movedTo(app, 10)).toBe(80_041);
    expect(await movedTo(app, 12)).toBe(66_816);
    expect(await movedTo(app, 16)).toBe(49_986);
  });

  it('of one split partition are exact', async () => {
    const app = createTestApp();
    applyEdit(app.store, splitPartition, { side: 'from', name: 'orders_8_3', parts: 2 });
    const { derived, reply } = await app.counted();
    const rows = new Map(derived.to.map(({ name }, index) => [name, reply.changes[0]!.to[index]]));
    expect(rows.get('orders_16_3')).toBe(6195);
    expect(rows.get('orders_16_11')).toBe(6253);
    expect(figuresOf(app.store.getState().results.counted!).target.costs.moved).toBe(6253);
  });

  it.each([
    [1024, 512, 512],
    [512, 64, 64],
    [1024, 2048, 1024],
  ])('plan %i -> %i in %i steps that add up', async (from, to, steps) => {
    const app = createTestApp();
    applyEdit(app.store, setCurrent, uniform(from));
    applyEdit(app.store, setTarget, uniform(to));
    const { derived, reply } = await app.counted();
    expect(derived.plan).toMatchObject({ kind: 'inPlace' });
    expect(derived.plan.steps).toHaveLength(steps);
    const change = reply.changes[0]!;
    expect(change.from.reduce((a, b) => a + b)).toBe(100_000);
    expect(change.to.reduce((a, b) => a + b)).toBe(100_000);
    const kept = change.stay.reduce((a, b) => a + b);
    expect(kept + figuresOf(app.store.getState().results.counted!).target.costs.moved!).toBe(100_000);
  });
});

describe('counting', () => {
  it('starts the play of a new plan', async () => {
    const app = createTestApp();
    await app.counted();
    expect(app.store.getState().playback).toMatchObject({ t: 0, playing: true, auto: true });
  });

  it('does not count again for another recipe', async () => {
    const app = createTestApp();
    const before = await app.counted();
    applyEdit(app.store, setRecipe, { recipe: 'keepHalf' });
    const after = await app.counted();
    expect(after.reply).toBe(before.reply);
    expect(after.derived.plan.recipe).toBe('keepHalf');
  });

  it('never shows the figures of one target with the plan of another', async () => {
    const app = createTestApp();
    await app.counted();
    const seen: string[] = [];
    app.store.subscribe(({ results }) => {
      const { derived, reply } = results.counted!;
      if (reply.changes[0]!.to.length !== derived.to.length) seen.push(`${derived.to.length}`);
    });
    applyEdit(app.store, setTarget, uniform(16));
    applyEdit(app.store, setRecipe, { recipe: 'keepHalf' });
    const { derived } = await app.counted();
    expect(seen).toEqual([]);
    expect(derived.plan).toMatchObject({ recipe: 'keepHalf' });
    expect(derived.to).toHaveLength(16);
  });

  it('answers the latest of several changes', async () => {
    const app = createTestApp();
    for (const modulus of [9, 10, 11, 16]) applyEdit(app.store, setTarget, uniform(modulus));
    expect((await app.counted()).derived.to).toHaveLength(16);
  });

  it('of large layouts is worked on in several tasks, and of several changes still shows the latest alone', async () => {
    const app = createTestApp();
    await app.counted();
    const seen = new Set<number>();
    app.store.subscribe(({ results }) => void seen.add(results.counted!.derived.to.length));
    const turn = () => new Promise((done) => setTimeout(done));
    applyEdit(app.store, setTarget, uniform(2048));
    applyEdit(app.store, setTarget, uniform(1536));
    await turn();
    applyEdit(app.store, setTarget, uniform(1024));
    const { derived, reply } = await app.counted();
    expect(derived.to).toHaveLength(1024);
    expect(reply.changes[0]!.to).toHaveLength(1024);
    await turn();
    expect([...seen]).toEqual([12, 1024]);
    expect(app.store.getState().results.status).toBe('ready');
  });

  it('gives a script that is written piece by piece the same text', async () => {
    const app = createTestApp();
    applyEdit(app.store, setTarget, uniform(512));
    const counted = await app.counted();
    const whole = selectSql(app.store.getState());
    // Another object, so that nothing of it is written yet.
    const again = { ...counted };
    let pieces = 1;
    while (continueSql(again, () => true) === null) pieces += 1;
    expect(pieces).toBeGreaterThan(counted.derived.plan.steps.length);
    const written = continueSql(again, () => true)!;
    expect(written).not.toBe(whole);
    expect(written).toEqual(whole);
  });
});

describe('commands', () => {
  it('have unique ids and unique shortcuts', () => {
    const ids = commands.map((command) => command.id);
    const keys = commands.flatMap((command) => command.keys);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('open a file as one undoable edit, and leave everything alone when it is broken', async () => {
    const app = createTestApp();
    const open = commands.find((command) => command.id === 'openFile')!;
    const before = app.store.getState().document;
    app.world.fileToOpen = { name: 'notes.json', text: '{"a":' };
    await open.run(app.context);
    expect(app.store.getState().document).toBe(before);
    expect(app.store.getState().ui.notice).toMatchObject({ kind: 'error', refusal: { id: 'fileNotJson' } });
    const save = commands.find((command) => command.id === 'saveFile')!;
    applyEdit(app.store, setTarget, uniform(32));
    await save.run(app.context);
    app.world.fileToOpen = { name: 'orders.json', text: app.world.saved[0]!.text };
    applyEdit(app.store, setTarget, uniform(9));
    await open.run(app.context);
    expect(app.store.getState().document.to).toEqual({ kind: 'uniform', modulus: 32 });
  });

  it('copy exactly the SQL that is shown', async () => {
    const app = createTestApp();
    await app.counted();
    await commands.find((command) => command.id === 'copySql')!.run(app.context);
    expect(app.world.copied[0]).toContain('PARTITION BY HASH (order_id)');
    expect(app.world.copied[0]).toContain('reads 12 644 rows, writes 12 644, 8 4');
  });

  it('play, pause and step, both ways', async () => {
    const app = createTestApp();
    applyEdit(app.store, setTarget, uniform(16));
    await app.counted();
    const run = (id: string) => commands.find((command) => command.id === id)!.run(app.context);
    await run('togglePlay');
    expect(app.store.getState().playback.playing).toBe(false);
    await run('stepForward');
    await run('stepForward');
    expect(app.store.getState().playback.t).toBe(2);
    await run('stepBack');
    expect(app.store.getState().playback.t).toBe(1);
    await run('toEnd');
    expect(app.store.getState().playback.t).toBe(8);
  });
});
