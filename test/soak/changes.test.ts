import { describe, expect, it } from 'vitest';
import { createEngineClient } from '../../src/engine/client.ts';
import { rowHash } from '../../src/hash/textEntry.ts';
import type { KeySpec } from '../../src/keys/keySpec.ts';
import { createKeyTexts } from '../../src/keys/keyText.ts';
import { randomWord } from '../../src/lib/prng.ts';
import { planChange } from '../../src/planner/planChange.ts';
import { compareBounds } from '../../src/topology/boundOrder.ts';
import { isLegalLayout } from '../../src/topology/expandLayout.ts';
import type { HashBound, HashPartition, Layout } from '../../src/topology/layout.ts';

/** SOAK_RUNS random changes, 2000 when unset; SOAK_SEED is the first seed, so that a failing one can be run alone. */
const runs = Number(process.env.SOAK_RUNS ?? 2000);
const firstSeed = Number(process.env.SOAK_SEED ?? 1);

/** Random integers of one seed: next(n) is in 0..n - 1. */
function createDice(seed: number): (sides: number) => number {
  let index = 0;
  return (sides) => randomWord(seed, index++, 0) % sides;
}

type Dice = ReturnType<typeof createDice>;

const keySpecs: readonly ((rows: number, seed: number) => KeySpec)[] = [
  (rows, seed) => ({
    rows,
    seed,
    columns: [{ name: 'id', type: 'int8', source: { kind: 'serial', start: -rows, stride: 3 } }],
  }),
  (rows, seed) => ({ rows, seed, columns: [{ name: 'id', type: 'int4', source: { kind: 'random' } }] }),
  (rows, seed) => ({ rows, seed, columns: [{ name: 'id', type: 'uuid', source: { kind: 'uuidv4' } }] }),
  (rows, seed) => ({
    rows,
    seed,
    columns: [
      { name: 'tenant', type: 'int4', source: { kind: 'zipf', tenants: 50, s: 1 } },
      { name: 'id', type: 'text', source: { kind: 'text', prefix: 'k-', start: 1, pad: 6 } },
    ],
  }),
];

/** A gapless legal layout: uniform, then random partitions split along a chain of up to three moduli. */
function randomLayout(dice: Dice, coarsest: number, prefix: string): Layout {
  let bounds: HashBound[] = [];
  let modulus = coarsest;
  for (let remainder = 0; remainder < modulus; remainder++) bounds.push({ modulus, remainder });
  for (let level = dice(3); level > 0; level--) {
    const coarse = modulus;
    const factor = 2 + dice(3);
    modulus *= factor;
    bounds = bounds.flatMap((bound) => {
      if (bound.modulus !== coarse || dice(2) === 0) return [bound];
      return Array.from({ length: factor }, (_, i) => ({ modulus, remainder: bound.remainder + i * coarse }));
    });
  }
  return bounds
    .map((bound) => ({ ...bound, name: `${prefix}_${bound.modulus}_${bound.remainder}` }))
    .sort(compareBounds);
}

/** Rows of each partition by the text-level entry and BigInt, one key after the other. */
function countNaively(hashes: readonly bigint[], layout: readonly HashBound[]): number[] {
  return layout.map(
    ({ modulus, remainder }) => hashes.filter((hash) => hash % BigInt(modulus) === BigInt(remainder)).length,
  );
}

const engine = createEngineClient();

async function countByEngine(keys: KeySpec, from: Layout, to: Layout) {
  const reply = await engine.run({ kind: 'count', keys, from, to: [to], sample: 0 });
  return reply.changes[0];
}

function boundsOf(layout: readonly HashBound[]): string[] {
  return layout.map(({ modulus, remainder }) => `${modulus}/${remainder}`).sort();
}

/** The tables of the parent after a step in place. */
function applyStep(tables: Layout, from: readonly HashPartition[], to: readonly HashPartition[]): Layout {
  const gone = new Set(boundsOf(from));
  const left = tables.filter((table) => !gone.has(boundsOf([table])[0] ?? ''));
  expect(left).toHaveLength(tables.length - from.length);
  return [...left, ...to].sort(compareBounds);
}

describe('random changes of random tables', () => {
  it.each(Array.from({ length: runs }, (_, i) => firstSeed + i))(
    'are counted as one key after the other is, and planned through legal layouts (seed %i)',
    async (seed) => {
      const dice = createDice(seed);
      const keys = keySpecs[dice(keySpecs.length)]!(1 + dice(3000), seed);
      const coarsest = 1 + dice(12);
      const from = randomLayout(dice, coarsest, 'a');
      // Two of three targets are on one chain with the source, so that there is something to do in place.
      const to = randomLayout(dice, dice(3) === 0 ? 1 + dice(12) : coarsest * (1 + dice(3)), 'b');
      const types = keys.columns.map(({ type }) => type);
      const textOf = createKeyTexts(keys);
      const hashes = Array.from({ length: keys.rows }, (_, row) => rowHash(types, textOf(row)));

      const counts = await countByEngine(keys, from, to);
      expect(counts).toMatchObject({
        total: keys.rows,
        from: countNaively(hashes, from),
        to: countNaively(hashes, to),
      });
      expect(counts?.fromMissing).toBe(0);

      const plan = planChange(from, to, seed % 2 === 0 ? 'copy' : 'keepHalf');
      if (!plan.ok) throw new Error(`refused: ${JSON.stringify(plan.error)}`);
      if (plan.value.kind === 'rebuild') return;
      let tables = from;
      for (const step of plan.value.steps) {
        tables = applyStep(tables, step.from, step.to);
        expect(isLegalLayout(tables)).toBe(true);
        expect(countNaively(hashes, tables).reduce((sum, rows) => sum + rows, 0)).toBe(keys.rows);
      }
      expect(boundsOf(tables)).toEqual(boundsOf(to));
    },
  );
});
