import { describe, expect, test } from 'vitest';
import { anchor } from '../../../src/schemes/members/anchor.ts';
import { dx } from '../../../src/schemes/members/dx.ts';
import { jump } from '../../../src/schemes/members/jump.ts';
import { maglev } from '../../../src/schemes/members/maglev.ts';
import { memento } from '../../../src/schemes/members/memento.ts';
import { rendezvous } from '../../../src/schemes/members/rendezvous.ts';
import { weightedRendezvous } from '../../../src/schemes/members/weightedRendezvous.ts';
import { equalMembers, type MemberChange } from '../../../src/schemes/nodes.ts';
import { countMoves, deviations, nodes } from '../../fixtures/schemeMoves.ts';

const KEYS = 1_000_000;
/** For the changes after the first one of a scheme, and enough for 48 shares of five thousand keys. */
const FEWER_KEYS = 250_000;

const grows: MemberChange = { before: equalMembers(10), after: equalMembers(11) };
const many: MemberChange = { before: equalMembers(7), after: equalMembers(19) };
const last: MemberChange = { before: equalMembers(11), after: equalMembers(10) };
const middle: MemberChange = { before: nodes('a b c d e'), after: nodes('a b d e') };
const mixed: MemberChange = { before: nodes('a b c d e f'), after: nodes('f x b y d z w v') };
const fewer: MemberChange = { before: nodes('a b c d e f'), after: nodes('x f c') };
const weights: MemberChange = { before: nodes('a b=2 c=5 d'), after: nodes('a=3 b=2 c=4 e=0.5') };

describe.each([
  [jump, [mixed, grows, many, last, middle, fewer]],
  [rendezvous, [mixed, grows, many, middle, fewer]],
  [weightedRendezvous, [weights, grows, middle, mixed]],
  [maglev, [weights, grows, middle, mixed]],
  [anchor, [mixed, grows, many, middle, fewer]],
  [memento, [mixed, grows, many, last, middle, fewer]],
  [dx, [mixed, grows, middle, fewer]],
] as const)('$id', (scheme, changes) => {
  test.each(changes.map((change, index) => [index === 0 ? KEYS : FEWER_KEYS, change] as const))(
    'moves what theory says, of %i keys, within 4 standard deviations: #%#',
    (keys, change) => {
      const { moved, pair } = countMoves(scheme, change, keys);
      expect(pair.theory.kind).toBe('exact');
      expect(deviations(moved, keys, pair.theory.fraction)).toBeLessThan(4);
    },
  );
});

describe.each([rendezvous, weightedRendezvous, anchor, memento, dx])('$id', (scheme) => {
  test('moves the least there is: keys to the new node, or from the one that left', () => {
    for (const change of [grows, middle, last]) {
      const { counts } = countMoves(scheme, change, 100_000);
      const [before, after] = [change.before.map(({ name }) => name), change.after.map(({ name }) => name)];
      for (const [from, row] of counts.entries()) {
        for (const [to, count] of row.entries()) {
          if (before[from] === after[to] || !after.includes(before[from]!) || !before.includes(after[to]!)) continue;
          expect(count, `${before[from]} to ${after[to]}`).toBe(0);
        }
      }
    }
  });
});

describe.each([jump, rendezvous, weightedRendezvous, anchor, memento, dx])('$id', (scheme) => {
  test('gives each of 48 equal nodes its share, before and after 9 of them are replaced by others', () => {
    const before = equalMembers(48);
    const after = before.map((member, index) => (index % 5 === 1 ? { name: `other ${index}`, weight: 1 } : member));
    const { counts } = countMoves(scheme, { before, after: after.slice(0, -1) }, FEWER_KEYS);
    const old = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
    const now = counts[0]!.map((_, to) => counts.reduce((sum, row) => sum + row[to]!, 0));
    for (const sizes of [old, now]) {
      const mean = FEWER_KEYS / sizes.length;
      const chiSquare = sizes.reduce((sum, size) => sum + (size - mean) ** 2 / mean, 0);
      // Mean sizes.length - 1, standard deviation sqrt(2 (sizes.length - 1)).
      expect(chiSquare).toBeLessThan(sizes.length - 1 + 4.5 * Math.sqrt(2 * (sizes.length - 1)));
    }
  });
});
