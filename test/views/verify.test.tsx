import { act, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { VerifyReport } from '../../src/postgres/protocol.ts';
import { verify } from '../../src/store/commands/verify.ts';
import { renameScenario } from '../../src/store/edits/renameScenario.ts';
import { renameTable } from '../../src/store/edits/renameTable.ts';
import { createVerifier } from '../../src/store/effects/verification.ts';
import { defaultScenario } from '../../src/store/scenario.ts';
import { VerifyPanel } from '../../src/views/verify/VerifyPanel.tsx';
import { createHeldVerify } from '../fixtures/heldVerify.ts';
import { planOf, renderApp } from '../fixtures/renderApp.tsx';

async function setup() {
  const held = createHeldVerify();
  const app = await renderApp(<VerifyPanel />, {
    rewire: ({ store }) => ({ verifier: createVerifier(store, held) }),
  });
  const press = (name: string) => app.user.click(screen.getByRole('button', { name }));
  const start = async () => {
    await press('Run in PostgreSQL');
    return held.runs.at(-1)!;
  };
  const finish = async (report: Partial<VerifyReport>) => {
    const run = await start();
    await act(async () => run.finish(report));
    return screen.getByRole('region', { name: 'Result' });
  };
  return { ...app, runs: held.runs, press, start, finish };
}

function factsOf(report: HTMLElement): Record<string, string> {
  const names = within(report)
    .getAllByRole('term')
    .map((term) => term.textContent ?? '');
  const values = within(report).getAllByRole('definition');
  return Object.fromEntries(names.map((name, index) => [name, values[index]!.textContent ?? '']));
}

describe('verify', () => {
  it('runs nothing until it is asked to', async () => {
    const { runs } = await setup();
    expect(runs).toEqual([]);
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });

  it('says where PostgreSQL is, and runs nothing, in a build without it', async () => {
    const { store, user, runs } = await setup();
    act(() => store.setState({ hasPostgres: false }));
    const button = screen.getByRole('button', { name: 'Run in PostgreSQL' });
    expect(screen.getByText(/^This build has no PostgreSQL in it/)).toHaveTextContent('npm run build');
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await user.click(button);
    expect(runs).toEqual([]);
    expect(verify.refusal(store.getState())).toEqual({ key: 'verify.absent' });
  });

  it('says how long PostgreSQL has been silent, until it speaks', async () => {
    const { start } = await setup();
    const run = await start();
    vi.useFakeTimers();
    try {
      act(() => run.say({ phase: 'step', step: 0, done: 1, total: 8 }));
      act(() => void vi.advanceTimersByTime(9_000));
      expect(screen.getByRole('progressbar')).toHaveTextContent('1 of 8');
      act(() => void vi.advanceTimersByTime(3_000));
      expect(screen.getByRole('progressbar')).toHaveTextContent('PostgreSQL has not answered for 12 s.');
      act(() => run.say({ phase: 'step', step: 1, done: 2, total: 8 }));
      expect(screen.getByRole('progressbar')).toHaveTextContent('2 of 8');
    } finally {
      vi.useRealTimers();
    }
  });

  it('shows what PostgreSQL is doing', async () => {
    const { start } = await setup();
    const run = await start();
    expect(screen.getByRole('progressbar', { name: 'Starting PostgreSQL' })).toHaveTextContent('loading');
    act(() => run.say({ phase: 'insert', done: 40_000, total: 100_000, rowsPerSecond: 250_000 }));
    const bar = screen.getByRole('progressbar', { name: 'Inserting keys' });
    expect(bar).toHaveAttribute('aria-valuenow', '40');
    expect(bar).toHaveTextContent('40 000 of 100 000 · 250 K rows/s');
    act(() => run.say({ phase: 'step', step: 2, done: 3, total: 8 }));
    expect(screen.getByRole('progressbar', { name: 'Running steps' })).toHaveTextContent('3 of 8');
  });

  it('can be stopped, and then run again', async () => {
    const { start, press, runs } = await setup();
    const run = await start();
    await press('Stop PostgreSQL');
    expect(run.cancels).toBe(1);
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
    await press('Run in PostgreSQL');
    expect(runs).toHaveLength(2);
  });

  it('passes with what was compared, and how long each step took', async () => {
    const { finish } = await setup();
    const report = await finish({});
    expect(within(report).getByRole('status')).toHaveTextContent('PASS');
    expect(report).toHaveTextContent('PostgreSQL 18.6 agrees with every prediction.');
    expect(factsOf(report)).toEqual({
      'rows inserted': '100\u202f000',
      'partition counts compared': '132',
      'single keys compared': '2\u202f000',
      PostgreSQL: '18.6',
    });
    const times = within(report)
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(times).toEqual(['Set-up412 ms', 'Step 12.4 sec']);
    expect(screen.getByRole('button', { name: 'Run again' })).toBeInTheDocument();
    expect(report).not.toHaveTextContent('A sample');
  });

  it.each([
    [
      'rows',
      { kind: 'rows', step: 2, partition: 'orders_16_3', expected: 6195, actual: 6190 },
      /Step 3: .*orders_16_3.* 6 195 .* 6 190\b/,
    ],
    [
      'a missing partition',
      { kind: 'rows', step: -1, partition: 'orders_8_0', expected: 12_644, actual: null },
      /Set-up: .*orders_8_0.* 12 644 .*\bno(ne|thing)\b/,
    ],
    [
      'a bound',
      { kind: 'bound', step: 0, partition: 'orders_16_0', expected: '(16, 0)', actual: '(16, 8)' },
      /Step 1: orders_16_0 .*\(16, 0\).*\(16, 8\)/,
    ],
    [
      'a key',
      { kind: 'key', step: 7, key: '42', expected: 'orders_16_15', actual: null },
      /Step 8: key 42 .*orders_16_15.*\bno(ne|thing)\b/,
    ],
  ] as const)('fails with the first difference: %s', async (_case, difference, sentence) => {
    const { finish } = await setup();
    const report = await finish({ verdict: 'fail', difference });
    expect(within(report).getByRole('status')).toHaveTextContent('FAIL');
    expect(report).toHaveTextContent('PostgreSQL 18.6 differs from the prediction.');
    expect(report).toHaveTextContent(sentence);
  });

  it('fails in the words of PostgreSQL when it refuses the SQL', async () => {
    const { finish } = await setup();
    const error = { step: 1, code: '42P17', message: 'bad bound', detail: 'The new modulus 12.' };
    const report = await finish({ verdict: 'fail', error });
    expect(report).toHaveTextContent('Step 2, SQLSTATE 42P17:');
    expect(report).toHaveTextContent('bad bound The new modulus 12.');
  });

  it('says that the server could not be started', async () => {
    const { finish } = await setup();
    const report = await finish({
      verdict: 'error',
      version: '',
      error: { step: -1, code: 'XX000', message: 'no memory' },
    });
    expect(within(report).getByRole('status')).toHaveTextContent('Not run');
    expect(report).toHaveTextContent('PostgreSQL could not be started or fed.');
    expect(report).toHaveTextContent('no memory');
  });

  it('says why it broke down', async () => {
    const { start } = await setup();
    const run = await start();
    await act(async () => run.crash('the worker is gone'));
    expect(screen.getByRole('alert')).toHaveTextContent('PostgreSQL stopped: the worker is gone');
    expect(screen.queryByRole('region', { name: 'Result' })).not.toBeInTheDocument();
  });

  it('marks a sample as such, and keys that no partition takes', async () => {
    const { finish } = await setup();
    const report = await finish({ sampled: true, rowsInserted: 1_000_000, rowsWithoutPartition: 12_500 });
    expect(report).toHaveTextContent(
      'A sample: 1 000 000 evenly spaced keys were inserted, and the prediction is for exactly those.',
    );
    expect(report).toHaveTextContent('12 500 keys were left out because no partition of the old layout takes them.');
  });

  it('marks its result as outdated once the scenario changes', async () => {
    const { finish, edit } = await setup();
    await finish({});
    expect(screen.queryByText('The scenario has changed since this run.')).not.toBeInTheDocument();
    await edit(renameScenario, { name: 'review' });
    expect(screen.queryByText('The scenario has changed since this run.')).not.toBeInTheDocument();
    await edit(renameTable, { name: 'invoices' });
    expect(screen.getByText('The scenario has changed since this run.')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Result' })).toHaveTextContent('PASS');
  });
});

describe('verify in a real PostgreSQL', () => {
  it('passes for 500 keys in 2 partitions that become 4', async () => {
    const document = { ...planOf(2, 4), keys: { ...defaultScenario.keys, rows: 500 } };
    const { user } = await renderApp(<VerifyPanel />, { document });
    await user.click(screen.getByRole('button', { name: 'Run in PostgreSQL' }));
    const report = await screen.findByRole('region', { name: 'Result' }, { timeout: 25_000 });
    expect(within(report).getByRole('status')).toHaveTextContent('PASS');
    // 2 partitions after the set-up, 3 after the first split, 4 after the second; 500 keys before and after.
    expect(factsOf(report)).toMatchObject({
      'rows inserted': '500',
      'partition counts compared': '9',
      'single keys compared': '1\u202f000',
    });
    expect(report).toHaveTextContent(/PostgreSQL 1\d\.\d+ agrees with every prediction\./);
  });
});
