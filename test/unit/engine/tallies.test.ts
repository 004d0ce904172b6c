import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeFromPairs, changeFromResidues } from '../../../src/engine/changeCounts.ts';
import { createCounter } from '../../../src/engine/counter.ts';
import { binsOf, DEFAULT_LIMITS, planTallies, type TallyLimits } from '../../../src/engine/tallies.ts';
import { getKeyType } from '../../../src/hash/getKeyType.ts';
import { partitionRowHash } from '../../../src/hash/partitionHash.ts';
import { DEFAULT_SERVER } from '../../../src/hash/server.ts';
import type { KeySpec } from '../../../src/keys/keySpec.ts';
import { createKeyTexts } from '../../../src/keys/keyText.ts';
import type { ChangeCounts } from '../../../src/planner/plan.ts';
import type { HashBound } from '../../../src/topology/layout.ts';
import { layout, series, uniform } from './fixtures.ts';

/** Counts with given limits, all rows in one call. */
function countWith(limits: TallyLimits, keys: KeySpec, from: HashBound[], to: HashBound[][]): ChangeCounts[] {
  const changes: ChangeCounts[] = [];
  for (const tallies of planTallies(from, to, limits)) {
    const counter = createCounter(keys, from, to, tallies);
    counter.count(0, keys.rows);
    const totals = tallies.map((tally) => new Float64Array(binsOf(tally)));
    counter.drain(totals);
    tallies.forEach((tally, index) => {
      const counts = totals[index]!;
      if (tally.kind === 'pairs') changes[tally.target] = changeFromPairs(counts, from, to[tally.target]!);
      else for (const t of tally.targets) changes[t] = changeFromResidues(counts, from, to[t]!);
    });
  }
  return changes;
}

/** Where one unsigned 64-bit row hash goes: the definition itself, with BigInt and a search. */
function positionOf(bounds: readonly HashBound[], hash: bigint): number {
  return bounds.findIndex(({ modulus, remainder }) => hash % BigInt(modulus) === BigInt(remainder));
}

/** The same counts from the text of every key, one at a time. */
function countOneByOne(keys: KeySpec, from: HashBound[], to: HashBound[]) {
  const texts = createKeyTexts(keys);
  const words = new Uint32Array(2);
  const change = { from: from.map(() => 0), to: to.map(() => 0), stay: to.map(() => 0), fromMissing: 0, toMissing: 0 };
  for (let row = 0; row < keys.rows; row++) {
    const values = texts(row).map((text, i) => {
      const type = getKeyType(keys.columns[i]!.type);
      const parsed = type.parse(text, DEFAULT_SERVER);
      if (!parsed.ok) throw new Error(text);
      return { type, value: parsed.value };
    });
    partitionRowHash(values, words);
    const hash = (BigInt(words[0]!) << 32n) | BigInt(words[1]!);
    const [f, t] = [positionOf(from, hash), positionOf(to, hash)];
    if (f < 0) change.fromMissing++;
    else change.from[f]!++;
    if (t < 0) change.toMissing++;
    else change.to[t]!++;
    if (f >= 0 && t >= 0 && from[f]!.remainder === to[t]!.remainder) change.stay[t]!++;
  }
  return change;
}

/** A legal layout: a chain of up to three moduli, parts of it split further, and some parts left out. */
const layouts = fc
  .record({
    base: fc.integer({ min: 1, max: 12 }),
    factors: fc.array(fc.integer({ min: 2, max: 5 }), { maxLength: 2 }),
    choices: fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
  })
  .map(({ base, factors, choices }) => {
    const next = () => choices.next().value as number;
    let level = uniform(base);
    const done: HashBound[] = [];
    for (const factor of factors) {
      const split = level.filter(() => next() < 4);
      done.push(...level.filter((bound) => !split.includes(bound)));
      level = split.flatMap(({ modulus, remainder }) =>
        Array.from({ length: factor }, (_, i) => ({ modulus: modulus * factor, remainder: remainder + i * modulus })),
      );
    }
    const bounds = [...done, ...level].filter(() => next() > 0);
    return bounds.sort((a, b) => a.modulus - b.modulus || a.remainder - b.remainder);
  });

const keySpecs: fc.Arbitrary<KeySpec> = fc.oneof(
  fc.record({ start: fc.integer(), stride: fc.constantFrom(1, -7, 65_537) }).map(({ start, stride }): KeySpec => {
    return { columns: [{ name: 'k', type: 'int8', source: { kind: 'serial', start, stride } }], rows: 700, seed: 1 };
  }),
  fc
    .nat()
    .map((seed): KeySpec => ({ columns: [{ name: 'k', type: 'uuid', source: { kind: 'uuidv4' } }], rows: 300, seed })),
  fc.nat().map((seed): KeySpec => {
    const tenant = { name: 'tenant', type: 'int4', source: { kind: 'zipf', tenants: 40, s: 1 } } as const;
    const id = { name: 'id', type: 'text', source: { kind: 'text', prefix: 'id-', start: 5, pad: 0 } } as const;
    return { columns: [tenant, id], rows: 300, seed };
  }),
);

describe('counting', () => {
  test('gives what routing one key after another gives, through residues and through pairs alike', () => {
    fc.assert(
      fc.property(keySpecs, layouts, fc.array(layouts, { minLength: 1, maxLength: 3 }), (keys, from, to) => {
        const residues = countWith({ shared: Number.POSITIVE_INFINITY, pass: 2 ** 25 }, keys, from, to);
        const pairs = countWith({ shared: 0, pass: 1 }, keys, from, to);
        expect(pairs).toEqual(residues);
        expect(countWith(DEFAULT_LIMITS, keys, from, to)).toEqual(residues);
        to.forEach((target, i) => {
          expect(residues[i]).toMatchObject(countOneByOne(keys, from, target));
        });
      }),
      { numRuns: 60, seed: 20_260 },
    );
  });

  test('keeps totals: every row has one old and one new place', () => {
    fc.assert(
      fc.property(keySpecs, layouts, layouts, (keys, from, to) => {
        const [change] = countWith(DEFAULT_LIMITS, keys, from, [to]);
        const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
        expect(change!.total).toBe(keys.rows);
        expect(sum(change!.from) + change!.fromMissing).toBe(keys.rows);
        expect(sum(change!.to) + change!.toMissing).toBe(keys.rows);
        expect(sum(change!.flows!.map((flow) => flow.rows))).toBeGreaterThanOrEqual(sum(change!.stay));
      }),
      { numRuns: 60, seed: 20_261 },
    );
  });

  test('agrees for tables of which most cells are empty', () => {
    const from = uniform(200).filter(({ remainder }) => remainder !== 7);
    const to = [...uniform(400).slice(3), { modulus: 800, remainder: 2 }];
    const keys = series(3000);
    const [change] = countWith(DEFAULT_LIMITS, keys, from, [to]);
    expect(change).toMatchObject(countOneByOne(keys, from, to));
    expect(change!.fromMissing).toBeGreaterThan(0);
    expect(change!.toMissing).toBeGreaterThan(0);
    expect(countWith({ shared: 0, pass: 1 }, keys, from, [to])).toEqual([change]);
  });

  test('agrees for layouts whose common modulus is far too large for residues', () => {
    const from = layout('65535:0 65535:1 65535:4999 65535:65534');
    const to = layout('65536:0 65536:1 65536:65535 65536:77');
    expect(planTallies(from, [to])).toEqual([[{ kind: 'pairs', target: 0, bins: 25 }]]);
    const keys = series(200_000);
    const [change] = countWith(DEFAULT_LIMITS, keys, from, [to]);
    const { stay: _, flows: __, total: ___, ...counts } = change!;
    expect(counts).toEqual((({ stay, ...rest }) => rest)(countOneByOne(keys, from, to)));
  });
});

describe('planTallies', () => {
  test('answers several targets from one histogram', () => {
    expect(planTallies(uniform(8), [9, 10, 12, 16].map(uniform))).toEqual([
      [{ kind: 'residues', modulus: 720, targets: [0, 1, 2, 3] }],
    ]);
  });

  test('covers every target exactly once and keeps each pass within its limit', () => {
    const moduli = fc.constantFrom(1, 3, 97, 1000, 1021, 2047, 4093, 4095, 4096);
    fc.assert(
      fc.property(moduli, fc.array(moduli, { maxLength: 5 }), (from, to) => {
        const passes = planTallies(uniform(from), to.map(uniform));
        const targets = passes.flat().flatMap((tally) => (tally.kind === 'pairs' ? [tally.target] : tally.targets));
        expect(targets.sort()).toEqual(to.map((_, i) => i));
        for (const pass of passes) {
          const bins = pass.map(binsOf).reduce((a, b) => a + b, 0);
          expect(bins).toBeLessThanOrEqual(DEFAULT_LIMITS.pass);
        }
        for (const tally of passes.flat()) {
          if (tally.kind === 'pairs') continue;
          for (const modulus of [from, ...tally.targets.map((t) => to[t]!)]) expect(tally.modulus % modulus).toBe(0);
        }
      }),
      { numRuns: 200, seed: 20_262 },
    );
  });

  test('takes several passes when the histograms do not fit together', () => {
    const passes = planTallies(uniform(4096), [4095, 4093, 4091].map(uniform));
    expect(passes.length).toBe(2);
  });

  test('needs no pass without targets', () => {
    expect(planTallies(uniform(8), [])).toEqual([]);
  });
});
