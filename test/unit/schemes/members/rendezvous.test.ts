import { expect, test } from 'vitest';
import { mix32 } from '../../../../src/lib/prng.ts';
import { nameHash } from '../../../../src/schemes/hashes/nameHash.ts';
import { rendezvous } from '../../../../src/schemes/members/rendezvous.ts';
import { equalMembers } from '../../../../src/schemes/nodes.ts';
import type { Router } from '../../../../src/schemes/scheme.ts';
import { schemeKeys } from '../../../fixtures/schemeKeys.ts';
import { nodes, routeKeys } from '../../../fixtures/schemeMoves.ts';

function routerOf(text: string): Router {
  const members = nodes(text);
  return rendezvous.prepare({}, { before: members, after: members }, 0).after;
}

test('the order of the list does not matter, nor do weights', () => {
  const names = 'delta,alpha,echo,bravo,charlie'.split(',');
  const owner = (text: string): string[] =>
    Array.from(routeKeys(routerOf(text), 5000), (index) => text.split(' ')[index]!.split('=')[0]!);
  const expected = owner(names.join(' '));
  expect(owner(names.toReversed().join(' '))).toEqual(expected);
  expect(owner('alpha=9 bravo=2 charlie delta=0.5 echo')).toEqual(expected);
});

test('the highest draw wins, as counted by hand', () => {
  const members = equalMembers(9);
  const router = rendezvous.prepare({}, { before: members, after: members }, 0).before;
  const keys = schemeKeys(3000, 5);
  const owners = routeKeys(router, 3000);
  for (let i = 0; i < 3000; i++) {
    const draws = members.map(({ name }) => {
      const [hi, lo] = nameHash(name);
      return mix32(mix32(keys.lo[i]! ^ lo) ^ keys.hi[i]! ^ hi) >>> 0;
    });
    expect(draws[owners[i]!]).toBe(Math.max(...draws));
  }
});

test('node names are hashed as PostgreSQL hashes text', () => {
  // select hashtextextended('node 1', 0), hashtextextended('узел', 0): recorded from PostgreSQL 18.6
  const asBigint = (name: string): bigint => {
    const [hi, lo] = nameHash(name);
    return BigInt.asIntN(64, (BigInt(hi) << 32n) | BigInt(lo));
  };
  expect([asBigint('node 1'), asBigint('узел')]).toEqual([7871855687540893417n, -4237704843260949857n]);
});

test('a lookup draws once a node', () => {
  const router = routerOf('a b c d e');
  expect([router.lookupSteps, router.memoryBytes]).toEqual([5, 40]);
});
