import type { Member, MemberChange } from './nodes.ts';
import { type ProbeRing, pointAfter, probeRing } from './probeRing.ts';

/**
 * Steps h2 that an integral is computed from; all nodes share the most. With 16,384 the error is a fifth of the standard
 * deviation of a million keys, for 2 to 1024 nodes.
 */
const NODE_STEPS = 16_384;
const MIN_STEPS = 1024;
const MOST_STEPS = 262_144;

/** Places on the ring; of the 64 bits the upper 32 are used here. */
const TURN = 2 ** 32;

/**
 * Share of the keys that multi-probe hashing moves: the chance over both hashes of a key, h1 and h2.
 *
 * With all nodes of both sides on one ring, a key moves exactly when its nearest probe there belongs to a node that comes
 * or goes: otherwise the same probe is the nearest on either side. So the sum of those nodes' shares is what moves.
 */
export function probeMovement({ before, after }: MemberChange, probes: number): number {
  const old = new Set(before.map(({ name }) => name));
  const now = new Set(after.map(({ name }) => name));
  const union = [...before, ...after.filter(({ name }) => !old.has(name))];
  const ring = probeRing(union);
  const points = [...ring.owners.keys()];
  const stays = ({ name }: Member) => old.has(name) && now.has(name);
  const staying = points.filter((point) => stays(union[ring.owners[point]!]!));
  const changing = points.filter((point) => !stays(union[ring.owners[point]!]!));
  // The shares of all nodes add up to 1, whatever the steps.
  if (staying.length < changing.length) return 1 - sharesOf(ring, staying, probes);
  return sharesOf(ring, changing, probes);
}

function sharesOf(ring: ProbeRing, points: readonly number[], probes: number): number {
  const steps = Math.max(MIN_STEPS, Math.min(NODE_STEPS, Math.round(MOST_STEPS / points.length)));
  return points.reduce((sum, point) => sum + probeShare(ring, point, probes, steps), 0);
}

/**
 * Share of the keys that the owner of a point gets, by numerical integration over the step h2.
 *
 * Let p be the point. Probe i is the nearest one and p its point when h1 + i h2 lies within a distance before p that no
 * other probe undercuts. Probe i + m then lies m h2 further, so the distance is the least of S(p + m h2) over all m with a
 * probe i + m, S being the distance of a place from the last point before it, and S(p) that of p itself. Summed over i and
 * averaged over h2 this is the share. -h2 gives the same as h2 with the probes in reverse, so half a turn is enough.
 */
export function probeShare(ring: ProbeRing, point: number, probes: number, steps: number): number {
  const p = ring.hi[point]!;
  const nearest = distanceBefore(ring, point);
  /** Least distance over m = 0 .. i, and over m = -i .. 0. */
  const forward = new Float64Array(probes).fill(nearest);
  const backward = new Float64Array(probes).fill(nearest);
  let total = 0;
  for (let s = 0; s < steps; s++) {
    const step = Math.floor(((s + 0.5) / steps) * (TURN / 2));
    for (let m = 1, up = p + step, down = p - step; m < probes; m++, up += step, down -= step) {
      forward[m] = Math.min(forward[m - 1]!, placeAfter(ring, up >>> 0));
      backward[m] = Math.min(backward[m - 1]!, placeAfter(ring, down >>> 0));
    }
    for (let i = 0; i < probes; i++) total += Math.min(backward[i]!, forward[probes - 1 - i]!);
  }
  return total / steps / TURN;
}

/** Distance of a point from the one before it. */
function distanceBefore({ hi }: ProbeRing, point: number): number {
  return hi.length === 1 ? TURN : (hi[point]! - hi[(point === 0 ? hi.length : point) - 1]!) >>> 0;
}

/** Distance of a place from the last point at or before it. */
function placeAfter(ring: ProbeRing, place: number): number {
  const next = pointAfter(ring, place, 0xffffffff);
  return (place - ring.hi[(next === 0 ? ring.hi.length : next) - 1]!) >>> 0;
}
