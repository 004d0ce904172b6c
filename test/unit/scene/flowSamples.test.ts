import { describe, expect, it } from 'vitest';
import type { KeySample } from '../../../src/engine/protocol.ts';
import type { ClusterPlan } from '../../../src/planner/cluster.ts';
import { sampleOfFlow } from '../../../src/scene/flowSamples.ts';
import type { Layout } from '../../../src/topology/layout.ts';
import { resized } from '../../fixtures/nodes.ts';
import { planOf, randomSample } from '../../fixtures/stripPlan.ts';

/** Row numbers differ from places in the sample, as with every third row of a table. */
const sample: KeySample = { ...randomSample(600, 3), rows: Float64Array.from({ length: 600 }, (_, i) => 3 * i + 1) };

function hashAt(place: number): bigint {
  return (BigInt(sample.hashHi[place]!) << 32n) | BigInt(sample.hashLo[place]!);
}

function partitionOf(layout: Layout, hash: bigint): number {
  return layout.findIndex(({ modulus, remainder }) => hash % BigInt(modulus) === BigInt(remainder));
}

function rowsWhere(is: (hash: bigint) => boolean): number[] {
  return [...sample.rows].filter((_, place) => is(hashAt(place)));
}

describe('the sampled keys of a ribbon', () => {
  it('between partitions are all that lie in both, in the order of the sample', () => {
    const plan = planOf('2:0 4:1 4:3', '6');
    let total = 0;
    for (const from of plan.from.keys()) {
      for (const to of plan.to.keys()) {
        const rows = sampleOfFlow(sample, plan, null, from, to, 1000);
        const expected = rowsWhere((h) => partitionOf(plan.from, h) === from && partitionOf(plan.to, h) === to);
        expect(rows).toEqual(expected);
        total += rows.length;
      }
    }
    expect(total).toBe(600);
  });

  it('between nodes are all that are on one before and on the other after, whatever their partition', () => {
    const plan = planOf('4', '8');
    const cluster: ClusterPlan = { nodes: resized(2, 3), before: [0, 1, 0, 1], after: [0, 1, 0, 2, 2, 1, 1, 0] };
    let total = 0;
    for (const from of [0, 1]) {
      for (const to of [0, 1, 2]) {
        const rows = sampleOfFlow(sample, plan, cluster, from, to, 1000);
        const expected = rowsWhere(
          (h) => cluster.before[partitionOf(plan.from, h)] === from && cluster.after[partitionOf(plan.to, h)] === to,
        );
        expect(rows).toEqual(expected);
        total += rows.length;
      }
    }
    expect(total).toBe(600);
  });

  it('are no more than asked for, and the first of them', () => {
    const plan = planOf('2', '4');
    const all = sampleOfFlow(sample, plan, null, 1, 3, 1000);
    expect(all.length).toBeGreaterThan(8);
    expect(sampleOfFlow(sample, plan, null, 1, 3, 8)).toEqual(all.slice(0, 8));
    expect(sampleOfFlow(sample, plan, null, 1, 3, 0)).toEqual([]);
  });

  it('are none where no key can go, and leave out keys of a gap', () => {
    const plan = planOf('2', '4');
    expect(sampleOfFlow(sample, plan, null, 0, 1, 8)).toEqual([]);
    const gappy = { ...plan, to: plan.to.slice(0, 3) };
    expect(sampleOfFlow(sample, gappy, null, 1, 1, 1000)).toEqual(rowsWhere((h) => h % 4n === 1n));
    expect(sampleOfFlow(sample, gappy, null, 1, 3, 1000)).toEqual([]);
  });
});
