import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../src/planner/plan.ts';
import { planChange } from '../../../src/planner/planChange.ts';
import { layoutAfter, partitionsAfter } from '../../../src/planner/progress.ts';
import { isComplete } from '../../../src/topology/coverage.ts';
import { isLegalLayout } from '../../../src/topology/expandLayout.ts';
import { addPartition, detachPartition, type HashTable } from '../../../src/topology/hashTable.ts';
import type { Layout } from '../../../src/topology/layout.ts';
import { boundsOf, completeLayouts, gappyLayouts, layoutOf, uniform } from '../../fixtures/layouts.ts';

function planOf(from: Layout, to: Layout): Plan {
  const plan = planChange(from, to, 'copy');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

function describeSteps(plan: Plan): string[] {
  return plan.steps.map(({ kind, from, to }) => `${kind} ${boundsOf(from).join(' ')} -> ${boundsOf(to).join(' ')}`);
}

/** Runs the DDL of one step on the live table, as PostgreSQL would check it. */
function runStep(table: HashTable, step: Plan['steps'][number]): HashTable {
  const commands = [
    ...step.from.map(
      ({ name }) =>
        (now: HashTable) =>
          detachPartition(now, name),
    ),
    ...step.to.map((partition) => (now: HashTable) => addPartition(now, partition, 'create')),
  ];
  return commands.reduce((now, command) => {
    const next = command(now);
    if (!next.ok) throw new Error(`${next.error.message} ${next.error.detail ?? ''}`);
    return next.value;
  }, table);
}

describe('splits and merges', () => {
  test('go box by box along the strip', () => {
    expect(describeSteps(planOf(uniform(4), uniform(8)))).toEqual([
      'split (4, 0) -> (8, 0) (8, 4)',
      'split (4, 2) -> (8, 2) (8, 6)',
      'split (4, 1) -> (8, 1) (8, 5)',
      'split (4, 3) -> (8, 3) (8, 7)',
    ]);
    expect(describeSteps(planOf(layoutOf('2: 1', '4: 0 2'), uniform(2)))).toEqual(['merge (4, 0) (4, 2) -> (2, 0)']);
  });

  test.each([
    [1024, 512, 512, 'merge'],
    [512, 64, 64, 'merge'],
    [1024, 2048, 1024, 'split'],
    [1, 4096, 1, 'split'],
  ])('%i -> %i takes %i steps', (from, to, steps, kind) => {
    const plan = planOf(uniform(from), uniform(to));
    expect(plan.kind).toBe('inPlace');
    expect(plan.steps.map((step) => step.kind)).toEqual(Array(steps).fill(kind));
    expect(boundsOf(layoutAfter(plan, steps))).toEqual(boundsOf(uniform(to)));
  });

  test('wait for others where their modulus would not fit yet', () => {
    const from = layoutOf('2: 0', '6: 1 3 5');
    const to = layoutOf('4: 0 2', '2: 1');
    expect(describeSteps(planOf(from, to))).toEqual([
      'merge (6, 1) (6, 3) (6, 5) -> (2, 1)',
      'split (2, 0) -> (4, 0) (4, 2)',
    ]);
  });

  test('leave what stays alone, with its old name', () => {
    const from = layoutOf('2: 0 1').map((partition) => ({ ...partition, name: `old${partition.remainder}` }));
    const plan = planOf(from, layoutOf('2: 0', '4: 1 3'));
    expect(plan.steps).toHaveLength(1);
    expect(plan.to.map(({ name }) => name)).toEqual(['old0', 'h_4_1', 'h_4_3']);
    expect(layoutAfter(plan, 1)).toEqual(plan.to);
  });

  test('hold their locks while rows are copied', () => {
    expect(planOf(uniform(1), uniform(2)).steps[0]?.locks).toEqual([
      { mode: 'ACCESS EXCLUSIVE', on: 'parent', brief: false },
      { mode: 'ACCESS EXCLUSIVE', on: 'partition', brief: false },
      { mode: 'ACCESS EXCLUSIVE', on: 'new', brief: false },
    ]);
  });
});

describe('other changes in place', () => {
  test('nothing to do is a plan without steps', () => {
    expect(planOf(uniform(8), uniform(8))).toMatchObject({ kind: 'none', steps: [] });
  });

  test('a gap gets its partition', () => {
    expect(describeSteps(planOf(layoutOf('4: 0 1 3'), uniform(4)))).toEqual(['create  -> (4, 2)']);
    expect(planOf([], uniform(3)).steps.map(({ kind }) => kind)).toEqual(['create', 'create', 'create']);
  });

  test('a wider bound may take in a gap', () => {
    expect(describeSteps(planOf(layoutOf('4: 0 1 3'), uniform(2)))).toEqual([
      'merge (4, 0) -> (2, 0)',
      'merge (4, 1) (4, 3) -> (2, 1)',
    ]);
  });

  test('a part of the table is regrouped beside one that stays', () => {
    const plan = planOf(layoutOf('2: 1', '4: 0 2'), layoutOf('2: 1', '6: 0 2 4'));
    expect(describeSteps(plan)).toEqual(['regroup (4, 0) (4, 2) -> (6, 0) (6, 2) (6, 4)']);
    expect(plan.kind).toBe('inPlace');
  });
});

describe('a rebuild', () => {
  test('is the only way from 8 to 12, with PostgreSQL’s words for why', () => {
    const plan = planOf(uniform(8), uniform(12));
    expect(plan.kind).toBe('rebuild');
    expect(plan.steps.map(({ kind }) => kind)).toEqual(['prepare', ...Array(8).fill('copy'), 'swap', 'drop']);
    expect(plan.steps.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(plan.steps[2]).toMatchObject({ from: [{ modulus: 8, remainder: 4 }] });
    expect(boundsOf(plan.steps[2]!.to)).toEqual(['(12, 0)', '(12, 4)', '(12, 8)']);
    expect(plan.refusal).toEqual({
      code: '42P17',
      message: 'every hash partition modulus must be a factor of the next larger modulus',
      detail: 'The new modulus 12 is not divisible by 8, the modulus of existing partition "h_8_7".',
    });
  });

  test('replaces a single transaction over the whole table', () => {
    const plan = planOf(uniform(2), uniform(3));
    expect(plan.kind).toBe('rebuild');
    expect(plan.refusal?.detail).toBe(
      'The new modulus 3 is not divisible by 2, the modulus of existing partition "h_2_1".',
    );
    expect(planOf(layoutOf('2: 0'), uniform(3)).refusal?.detail).toContain('"h_2_0"');
  });

  test('takes partitions along that would not have to change', () => {
    const from = layoutOf('2: 0', '8: 1 3 5 7');
    const to = layoutOf('2: 0', '12: 1 3 5 7 9 11');
    const plan = planOf(from, to);
    expect(plan.kind).toBe('rebuild');
    expect(plan.steps.filter(({ kind }) => kind === 'copy')).toHaveLength(5);
    expect(plan.refusal?.detail).toBe(
      'The new modulus 12 is not divisible by 8, the modulus of existing partition "h_8_7".',
    );
  });

  test('uses the old table until the swap', () => {
    const plan = planOf(uniform(2), uniform(3));
    expect([0, 3, 4, 5].map((done) => boundsOf(layoutAfter(plan, done)).length)).toEqual([2, 2, 3, 3]);
  });

  test('of thousands of partitions shares the lists of targets', () => {
    const plan = planOf(uniform(1024), uniform(1000));
    expect(plan.steps).toHaveLength(1027);
    expect(plan.steps[1]!.to).toHaveLength(125);
    const lists = new Set(plan.steps.map(({ to }) => to));
    expect(lists.size).toBeLessThan(20);
  });
});

describe('refusals', () => {
  test('rows that would lose their partition', () => {
    expect(planChange(uniform(4), layoutOf('2: 0', '8: 1 3 5'), 'copy')).toEqual({
      ok: false,
      error: { id: 'rowsWithoutPartition', params: { modulus: 8, remainder: 7, partition: 'h_4_3' } },
    });
    expect(planChange(uniform(4), [], 'copy')).toMatchObject({ error: { params: { modulus: 1, remainder: 0 } } });
  });

  test('a name that another partition still has', () => {
    const to = layoutOf('2: 1', '4: 0 2').map((p) => (p.name === 'h_4_2' ? { ...p, name: 'h_2_1' } : p));
    expect(planChange(uniform(2), to, 'copy')).toEqual({
      ok: false,
      error: { code: '42P07', message: 'relation "h_2_1" already exists' },
    });
  });
});

describe('any plan between complete layouts', () => {
  test('ends in the target, and is legal and complete after every step', () => {
    let inPlace = 0;
    fc.assert(
      fc.property(completeLayouts, completeLayouts, (from, to) => {
        const plan = planOf(from, to);
        if (plan.kind === 'inPlace') {
          inPlace++;
          let table: HashTable = { name: 'h', partitions: from };
          plan.steps.forEach((step, index) => {
            table = runStep(table, step);
            expect(layoutAfter(plan, index + 1)).toEqual(table.partitions);
            expect(isComplete(table.partitions)).toBe(true);
          });
        }
        if (plan.kind === 'rebuild') {
          expect(plan.refusal?.code).toBe('42P17');
          expect(
            boundsOf(plan.steps.filter(({ kind }) => kind === 'copy').flatMap((step) => step.from)).sort(),
          ).toEqual(boundsOf(from).sort());
        }
        for (let done = 0; done <= plan.steps.length; done++) {
          expect(partitionsAfter(plan, done)).toBe(layoutAfter(plan, done).length);
        }
        const end = layoutAfter(plan, plan.steps.length);
        expect(boundsOf(end)).toEqual(boundsOf(to));
        expect(isLegalLayout(end)).toBe(true);
      }),
      { seed: 6, numRuns: 400 },
    );
    expect(inPlace).toBeGreaterThan(50);
  });

  test('and back again is the identity on bounds', () => {
    fc.assert(
      fc.property(completeLayouts, completeLayouts, (from, to) => {
        const there = planOf(from, to);
        const back = planOf(there.to, from);
        expect(boundsOf(layoutAfter(back, back.steps.length))).toEqual(boundsOf(from));
        expect(back.kind).toBe(there.kind);
      }),
      { seed: 7 },
    );
  });

  test('with gaps either covers what was covered or names a gap that was', () => {
    fc.assert(
      fc.property(gappyLayouts, gappyLayouts, (from, to) => {
        const plan = planChange(from, to, 'copy');
        const loses = from.some((old) => !coversAll(to, old));
        expect(plan.ok).toBe(!loses);
        if (plan.ok) expect(boundsOf(layoutAfter(plan.value, plan.value.steps.length))).toEqual(boundsOf(to));
        else expect(plan.error).toMatchObject({ id: 'rowsWithoutPartition' });
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});

/** By listing the slots of the least common multiple of all moduli. */
function coversAll(to: Layout, old: Layout[number]): boolean {
  const greatest = to.at(-1)?.modulus ?? 1;
  for (let slot = old.remainder; slot < greatest * old.modulus; slot += old.modulus) {
    if (!to.some(({ modulus, remainder }) => slot % modulus === remainder)) return false;
  }
  return true;
}
