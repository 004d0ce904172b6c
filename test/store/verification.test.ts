import { describe, expect, it } from 'vitest';
import { joinScript } from '../../src/sql/joinScript.ts';
import { applyEdit, createAppStore } from '../../src/store/createAppStore.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { createVerifier } from '../../src/store/effects/verification.ts';
import { selectSql } from '../../src/store/planSql.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import { createHeldVerify, passReport } from '../fixtures/heldVerify.ts';
import { createTestApp } from '../fixtures/services.ts';

/** A turn of the event loop, in which answers arrive. */
const arrive = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function setup() {
  const app = createTestApp();
  await app.counted();
  const held = createHeldVerify();
  const verifier = createVerifier(app.store, held);
  const status = () => app.store.getState().verification;
  return { ...app, verifier, runs: held.runs, status };
}

describe('verification', () => {
  it('runs exactly the SQL on screen, for the document it belongs to', async () => {
    const { store, verifier, runs, status } = await setup();
    verifier.start();
    expect(status()).toMatchObject({ status: 'running', report: null, document: store.getState().document });
    expect(joinScript(runs[0]!.input.script)).toBe(selectSql(store.getState()).text);
    expect(runs[0]!.input.keys).toBe(store.getState().document.keys);
  });

  it('does not run what the text says of servers, which no SQL does', async () => {
    const { store, counted, verifier, runs } = await setup();
    applyEdit(store, setTarget, { spec: { kind: 'uniform', modulus: 8 } });
    await counted();
    verifier.start();
    const { text } = selectSql(store.getState());
    const said = text.slice(joinScript(runs[0]!.input.script).length);
    expect(said).toMatch(/^\n-- Between nodes: PostgreSQL has no statement/);
    expect(said).toMatch(/\n-- orders_8_\d: node \d -> node \d, 12 \d{3} rows\n$/);
  });

  it('shows what PostgreSQL is doing, then its report', async () => {
    const { verifier, runs, status } = await setup();
    verifier.start();
    runs[0]!.say({ phase: 'insert', done: 40_000, total: 100_000 });
    expect(status().event).toMatchObject({ phase: 'insert', done: 40_000 });
    runs[0]!.finish();
    await arrive();
    expect(status()).toMatchObject({ status: 'done', event: null, report: passReport });
  });

  it('listens to a server that speaks before it has answered', async () => {
    const { store } = await setup();
    const verifier = createVerifier(store, {
      startVerify: (_input, onEvent) => {
        onEvent({ phase: 'start', step: -1, done: 0, total: 1, rowsPerSecond: null, version: null });
        return { promise: Promise.resolve(passReport), cancel: () => undefined };
      },
    });
    verifier.start();
    expect(store.getState().verification.event?.phase).toBe('start');
    await arrive();
    expect(store.getState().verification.status).toBe('done');
  });

  it('stops the first run for the second, and hears nothing more of it', async () => {
    const { verifier, runs, status } = await setup();
    verifier.start();
    verifier.start();
    expect(runs.map((run) => run.cancels)).toEqual([1, 0]);
    runs[0]!.say({ phase: 'insert' });
    runs[0]!.finish({ verdict: 'fail' });
    await arrive();
    expect(status()).toMatchObject({ status: 'running', event: null, report: null });
    runs[1]!.finish();
    await arrive();
    expect(status()).toMatchObject({ status: 'done', report: { verdict: 'pass' } });
  });

  it('is as if it never ran once it is cancelled', async () => {
    const { verifier, runs, status } = await setup();
    verifier.start();
    runs[0]!.say({ phase: 'insert' });
    verifier.cancel();
    expect(runs[0]!.cancels).toBe(1);
    expect(status()).toMatchObject({ status: 'idle', event: null });
    runs[0]!.finish({ verdict: 'cancelled' });
    await arrive();
    expect(status()).toMatchObject({ status: 'idle', report: null });
  });

  it('keeps a finished report when there is nothing to cancel', async () => {
    const { verifier, runs, status } = await setup();
    verifier.start();
    runs[0]!.finish();
    await arrive();
    verifier.cancel();
    expect(status()).toMatchObject({ status: 'done', report: { verdict: 'pass' } });
  });

  it('keeps the report of a changed document, which then differs from the document on hand', async () => {
    const { store, verifier, runs, status } = await setup();
    const before = store.getState().document;
    verifier.start();
    applyEdit(store, setTarget, { spec: { kind: 'uniform', modulus: 16 } });
    runs[0]!.finish();
    await arrive();
    expect(status()).toMatchObject({ status: 'done', report: { verdict: 'pass' } });
    expect(status().document).toBe(before);
    expect(status().document).not.toBe(store.getState().document);
  });

  it('says how a server ended that broke down', async () => {
    const { verifier, runs, status } = await setup();
    verifier.start();
    runs[0]!.crash('out of memory');
    await arrive();
    expect(status()).toMatchObject({ status: 'failed', error: 'out of memory', report: null });
  });

  it('does nothing before the keys are counted', () => {
    const store = createAppStore();
    const held = createHeldVerify();
    createVerifier(store, held).start();
    expect(held.runs).toEqual([]);
    expect(store.getState().verification.status).toBe('idle');
  });

  it('says so when the browser refuses to start a worker', async () => {
    const app = createTestApp();
    await app.counted();
    const refuse = (): never => {
      throw new Error('no workers here');
    };
    createVerifier(app.store, { startVerify: refuse }).start();
    expect(app.store.getState().verification).toMatchObject({ status: 'failed', error: 'no workers here' });
  });

  it('passes in a real PostgreSQL that runs in this process', async () => {
    const tiny: Scenario = {
      ...defaultScenario,
      keys: { ...defaultScenario.keys, rows: 500 },
      from: { kind: 'uniform', modulus: 2 },
      to: { kind: 'uniform', modulus: 4 },
    };
    const app = createTestApp(tiny);
    await app.counted();
    app.context.verifier.start();
    const done = new Promise<void>((resolve) => {
      app.store.subscribe(({ verification }) => verification.status !== 'running' && resolve());
    });
    await done;
    const { report } = app.store.getState().verification;
    expect(report).toMatchObject({ verdict: 'pass', rowsInserted: 500, sampled: false });
    // Two partitions after the set-up, three after the first split, four after the second.
    expect(report?.partitionsCompared).toBe(9);
  });
});
