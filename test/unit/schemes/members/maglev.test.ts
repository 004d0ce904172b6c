import { describe, expect, test } from 'vitest';
import { maglev } from '../../../../src/schemes/members/maglev.ts';
import { equalMembers, type MemberChange } from '../../../../src/schemes/nodes.ts';
import type { Arcs } from '../../../../src/schemes/scheme.ts';
import { nodes, routeKeys } from '../../../fixtures/schemeMoves.ts';

const small = { tableSize: 251 };
const same = (text: string): MemberChange => ({ before: nodes(text), after: nodes(text) });

describe('refuses', () => {
  test('a table size that is no prime, with the primes beside it', () => {
    expect(maglev.check({ tableSize: 65_536 }, same('a'))).toEqual({
      id: 'maglevPrime',
      params: { parameter: 'tableSize', value: 65_536, below: 65_521, above: 65_537 },
    });
    expect(maglev.check({ tableSize: 361 }, same('a'))?.params).toMatchObject({ below: 359, above: 367 });
  });

  test('more nodes than slots', () => {
    const change = { before: equalMembers(251), after: equalMembers(252) };
    expect(maglev.check(small, change)).toEqual({ id: 'maglevNodes', params: { value: 252, max: 251 } });
    expect(maglev.check(small, { before: change.after.slice(1), after: change.before })).toBeNull();
    expect(maglev.check({ tableSize: 655_373 }, change)).toBeNull();
  });
});

test('the order of the list does not matter', () => {
  const owners = (text: string): string[] =>
    Array.from(routeKeys(maglev.prepare(small, same(text), 0).after, 5000), (index) => text.split(' ')[index]!);
  expect(owners('d=2 a c=3 b')).toEqual(owners('a b c=3 d=2'));
});

test('a node that leaves takes few slots of others with it', () => {
  const change = { before: equalMembers(10), after: equalMembers(9) };
  const { theory } = maglev.prepare({ tableSize: 65_537 }, change, 0);
  expect(theory.fraction).toBeGreaterThan(0.1);
  expect(theory.fraction).toBeLessThan(0.15);
});

test('the arcs are the slots, joined where neighbours are of one node', () => {
  const arcsOf = (text: string): Arcs => maglev.prepare(small, same(text), 0).after.circle!.arcs;
  expect([...arcsOf('a').starts]).toEqual([0]);
  const { starts, owners } = arcsOf('a b c');
  expect(owners.every((owner, i) => i === 0 || owner !== owners[i - 1])).toBe(true);
  const slots = [0, 0, 0];
  for (const [i, start] of starts.entries()) slots[owners[i]!]! += Math.round(251 * ((starts[i + 1] ?? 1) - start));
  expect(slots.toSorted()).toEqual([83, 84, 84]);
});

test('a lookup is a remainder and one read of two bytes a slot', () => {
  const { after } = maglev.prepare({ tableSize: 65_537 }, same('a b'), 0);
  expect([after.lookupSteps, after.memoryBytes]).toEqual([2, 131_074]);
});
