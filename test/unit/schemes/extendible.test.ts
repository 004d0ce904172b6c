import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bucket, changeDirectory, growDirectory } from '../../../src/schemes/directory.ts';
import { extendible } from '../../../src/schemes/members/extendible.ts';
import { equalMembers } from '../../../src/schemes/nodes.ts';
import { compareBounds } from '../../../src/topology/boundOrder.ts';
import { isLegalLayout } from '../../../src/topology/expandLayout.ts';
import { deviationOf } from '../../fixtures/movement.ts';

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function textOf(buckets: readonly Bucket[]): string {
  return buckets
    .toSorted(compareBounds)
    .map(({ modulus, remainder, node }) => `(${modulus}, ${remainder}) ${node}`)
    .join('; ');
}

test('each node that joins gets half of the largest bucket', () => {
  expect(textOf(growDirectory(range(5)))).toBe('(4, 1) 1; (4, 2) 2; (4, 3) 3; (8, 0) 0; (8, 4) 4');
});

test('one that leaves hands its bucket to the node of a smallest one, which its twin takes in', () => {
  const buckets = growDirectory(range(5));
  const left = changeDirectory(buckets, { before: range(5), after: [0, 2, 3, 4] });
  expect(textOf(left)).toBe('(4, 0) 0; (4, 1) 4; (4, 2) 2; (4, 3) 3');
});

test('nodes that leave in the reverse order of joining leave no trace', () => {
  for (let count = 1; count < 40; count++) {
    const grown = growDirectory(range(40));
    expect(textOf(changeDirectory(grown, { before: range(40), after: range(count) }))).toBe(
      textOf(growDirectory(range(count))),
    );
  }
});

test('a node that joins while another leaves takes over its bucket', () => {
  const buckets = growDirectory(range(3));
  expect(textOf(changeDirectory(buckets, { before: range(3), after: [0, 2, 7] }))).toBe('(2, 1) 7; (4, 0) 0; (4, 2) 2');
});

test('after any changes each node has one bucket, and they are a complete layout of PostgreSQL', () => {
  const nodes = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.array(nodes, { minLength: 2, maxLength: 5 }), (states) => {
      let buckets = growDirectory(states[0]!);
      for (let i = 1; i < states.length; i++) {
        buckets = changeDirectory(buckets, { before: states[i - 1]!, after: states[i]! });
        expect(buckets.map(({ node }) => node).sort((a, b) => a - b)).toEqual(states[i]!.toSorted((a, b) => a - b));
        const layout = buckets.toSorted(compareBounds).map((bucket) => ({ ...bucket, name: String(bucket.node) }));
        expect(isLegalLayout(layout)).toBe(true);
        expect(buckets.reduce((sum, { modulus }) => sum + 1 / modulus, 0)).toBe(1);
      }
    }),
    { numRuns: 200, seed: 3 },
  );
});

test('a fifth node takes half a bucket; the directory doubles', () => {
  const { before, after, theory } = extendible.prepare({}, { before: equalMembers(4), after: equalMembers(5) }, 0);
  expect(theory).toEqual({ kind: 'exact', fraction: 1 / 8 });
  expect([before.memoryBytes, after.memoryBytes]).toEqual([8, 16]);
});

test('a million keys move as theory expects', () => {
  const change = { before: equalMembers(6), after: equalMembers(9).filter((_, index) => index !== 2) };
  expect(Math.abs(deviationOf(extendible, {}, change))).toBeLessThan(4);
});
