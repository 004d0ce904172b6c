import { type Problem, problem } from '../lib/problem.ts';
import { numberOf } from './config.ts';
import type { Member, MemberChange } from './nodes.ts';
import { type RingHash, type RingHashName, ringHashes } from './ringHash.ts';
import { MAX_POINTS, type RingTable, ringTable } from './ringTable.ts';
import type { SchemeConfig } from './scheme.ts';

/** The hash that the configuration names; it is valid by checkConfig(). */
export function ringHashOf(config: SchemeConfig): RingHash {
  return ringHashes[config.hash as RingHashName];
}

/** Virtual nodes of a member: in proportion to its weight, rounded, at least one. */
function virtualNodes(perNode: number, { weight }: Member): number {
  return Math.max(1, Math.round(perNode * weight));
}

/** Refuses rings of more than MAX_POINTS points. */
export function checkRing(config: SchemeConfig, { before, after }: MemberChange): Problem | null {
  const perNode = numberOf(config, 'vnodes');
  const points = (members: readonly Member[]) =>
    members.reduce((sum, member) => sum + virtualNodes(perNode, member), 0);
  return checkPoints(Math.max(points(before), points(after)));
}

/** Null, or that so many points are too many. */
export function checkPoints(points: number): Problem | null {
  return points > MAX_POINTS ? problem('ringPoints', { value: points, max: MAX_POINTS }) : null;
}

/** Names of at most 63 characters, `#` and a number of at most 7 digits. */
const label = new Uint8Array(256);
const encoder = new TextEncoder();

/** The ring on which virtual node i (0, 1, ...) of a member lies at the hash of the text `name#i`. */
export function buildRing(config: SchemeConfig, members: readonly Member[]): RingTable {
  const { placeLabel, size } = ringHashOf(config);
  const counts = members.map((member) => virtualNodes(numberOf(config, 'vnodes'), member));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const places = new Float64Array(total);
  const owners = new Uint16Array(total);
  let point = 0;
  members.forEach(({ name }, owner) => {
    for (let i = 0; i < counts[owner]!; i++) {
      places[point] = placeLabel(label, encoder.encodeInto(`${name}#${i}`, label).written);
      owners[point++] = owner;
    }
  });
  return ringTable(places, owners, size);
}
