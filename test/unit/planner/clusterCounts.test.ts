import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterLowerBound, measureCluster } from '../../../src/planner/clusterCounts.ts';
import { expectedCounts } from '../../../src/planner/expectedCounts.ts';
import { countedOverlap, expectedOverlap, type NodeOverlap } from '../../../src/planner/nodeOverlap.ts';
import { countChange, gappyLayouts, rowHashes, slowRoute, uniform } from '../../fixtures/layouts.ts';
import { nodesOf, resized } from '../../fixtures/nodes.ts';

/** 4 partitions on 2 nodes become 8 on 3; the rows of (4, r) go half and half to (8, r) and (8, r + 4). */
const plan = { nodes: resized(2, 3), before: [0, 1, 0, 1], after: [0, 1, 0, 1, 0, 1, 2, 2] };
const change = {
  total: 803,
  from: [200, 200, 300, 100],
  to: [110, 120, 160, 60, 90, 80, 140, 40],
  fromMissing: 3,
  toMissing: 3,
  stay: [110, 120, 160, 60, 0, 0, 0, 0],
  flows: [
    { from: 0, to: 0, rows: 110 },
    { from: 0, to: 4, rows: 90 },
    { from: 1, to: 1, rows: 120 },
    { from: 1, to: 5, rows: 80 },
    { from: 2, to: 2, rows: 160 },
    { from: 2, to: 6, rows: 140 },
    { from: 3, to: 3, rows: 60 },
    { from: 3, to: 7, rows: 40 },
  ],
};

describe('rows by node', () => {
  test('are summed before and after, and between nodes', () => {
    expect(measureCluster(plan, change)).toEqual({
      before: [500, 300, 0],
      after: [360, 260, 180],
      moved: 180,
      flows: [
        { from: 0, to: 0, rows: 360 },
        { from: 0, to: 2, rows: 140 },
        { from: 1, to: 1, rows: 260 },
        { from: 1, to: 2, rows: 40 },
      ],
    });
  });

  test('have no flows when the change lists none', () => {
    expect(measureCluster(plan, { ...change, flows: null })).toEqual({
      before: [500, 300, 0],
      after: [360, 260, 180],
      moved: null,
      flows: null,
    });
  });

  test('agree with routing every row hash to its node', () => {
    fc.assert(
      fc.property(gappyLayouts, gappyLayouts, rowHashes, (from, to, hashes) => {
        const nodes = resized(3, 3);
        const cluster = { nodes, before: from.map((_, i) => (i * 7) % 3), after: to.map((_, i) => (i * 5 + 1) % 3) };
        const counts = measureCluster(cluster, countChange(from, to, hashes));
        const nodeBefore = (hash: bigint) => cluster.before[slowRoute(from, hash)];
        const nodeAfter = (hash: bigint) => cluster.after[slowRoute(to, hash)];
        const crossing = hashes.filter((hash) => {
          const [old, added] = [nodeBefore(hash), nodeAfter(hash)];
          return old !== undefined && added !== undefined && old !== added;
        });
        expect(counts.moved).toBe(crossing.length);
        for (const node of [0, 1, 2]) {
          expect(counts.before[node]).toBe(hashes.filter((hash) => nodeBefore(hash) === node).length);
          expect(counts.after[node]).toBe(hashes.filter((hash) => nodeAfter(hash) === node).length);
        }
      }),
      { seed: 4, numRuns: 100 },
    );
  });
});

describe('the least that any scheme moves', () => {
  test.each([
    [resized(2, 3), [500, 300, 0], 267],
    [resized(4, 5), [200, 200, 200, 200, 0], 160],
    [resized(3, 2), [100, 100, 100], 100],
    [nodesOf('a', 'b*3'), [500, 500], 250],
    [nodesOf('a', 'b'), [0, 0], 0],
    [resized(3, 4), [1, 1, 1, 0], 1],
  ])('between %j with %j rows is %i', (nodes, before, least) => {
    expect(clusterLowerBound({ before }, nodes)).toBe(least);
  });

  test('is a whole number of a trillion rows', () => {
    expect(clusterLowerBound({ before: [4e11, 4e11, 2e11, 0] }, nodesOf('a*1.1', 'b*1.1', 'c*1.1', '+d*1.1'))).toBe(
      3e11,
    );
  });
});

describe('expected counts', () => {
  test('are one row of every residue', () => {
    fc.assert(
      fc.property(gappyLayouts, gappyLayouts, (from, to) => {
        const expected = expectedCounts(from, to);
        fc.pre(expected.total <= 3000);
        const residues = Array.from({ length: expected.total }, (_, i) => BigInt(i));
        expect(expected).toEqual(countChange(from, to, residues));
      }),
      { seed: 4, numRuns: 150 },
    );
  });

  test('list no flows beyond the limit', () => {
    expect(expectedCounts(uniform(7), uniform(8), 56).flows).toHaveLength(56);
    expect(expectedCounts(uniform(7), uniform(8), 55).flows).toBeNull();
  });
});

describe('overlaps with nodes', () => {
  const sorted = (overlaps: readonly NodeOverlap[]) =>
    overlaps.map(({ nodes, rows, total }) => ({ cells: nodes.map((node, i) => [node, rows[i]]).sort(), total }));

  test('are the same from the bounds as from the flows that are expected', () => {
    fc.assert(
      fc.property(gappyLayouts, gappyLayouts, (from, to) => {
        const nodeOf = from.map((_, i) => ((i * 7) % 4) - 1);
        const counted = countedOverlap(expectedCounts(from, to).flows!, to.length, nodeOf);
        expect(sorted(expectedOverlap(from, to, nodeOf))).toEqual(sorted(counted));
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});
