import { sipHash24 } from './hashes/siphash.ts';
import type { Member } from './nodes.ts';

/** One point a member on a ring of 2^64 places: ascending (hi, lo) pairs and whose they are. */
export interface ProbeRing {
  readonly hi: Uint32Array;
  readonly lo: Uint32Array;
  readonly owners: Uint16Array;
  /** For each value of the bits above `shift`: the first point with such bits or higher ones. */
  readonly first: Uint16Array;
  readonly shift: number;
}

const words = new Uint32Array(2);
const encoder = new TextEncoder();

/** Members lie at the SipHash of their names with seed 0. */
export function probeRing(members: readonly Member[]): ProbeRing {
  const points = members.map(({ name }, owner) => {
    const bytes = encoder.encode(name);
    seededHash(bytes, 0, bytes.length, 0, words);
    return { hi: words[0]!, lo: words[1]!, owner };
  });
  points.sort((a, b) => a.hi - b.hi || a.lo - b.lo || a.owner - b.owner);
  const hi = Uint32Array.from(points, (point) => point.hi);
  const shift = 31 - Math.ceil(Math.log2(points.length));
  return {
    hi,
    lo: Uint32Array.from(points, ({ lo }) => lo),
    owners: Uint16Array.from(points, ({ owner }) => owner),
    first: firstPoints(hi, shift),
    shift,
  };
}

function firstPoints(hi: Uint32Array, shift: number): Uint16Array {
  const first = new Uint16Array(2 ** (32 - shift));
  for (let bits = 0, point = 0; bits < first.length; bits++) {
    while (point < hi.length && hi[point]! >>> shift < bits) point++;
    first[bits] = point;
  }
  return first;
}

/** SipHash with a small seed as the first half of the key and 0 as the second. */
function seededHash(data: Uint8Array, start: number, end: number, seed: number, out: Uint32Array): void {
  sipHash24(data, start, end, 0, seed, 0, 0, out);
}

/**
 * Member of the key data[start .. end): of the probes h1 + i * h2 mod 2^64 (i = 0 .. probes - 1; SipHash with seeds 1 and
 * 2) the one that lies nearest before a point; the earlier probe and, beyond it, the point strictly after the probe count.
 */
export function probe(ring: ProbeRing, probes: number, data: Uint8Array, start: number, end: number): number {
  seededHash(data, start, end, 1, words);
  let hi = words[0]!;
  let lo = words[1]!;
  seededHash(data, start, end, 2, words);
  const stepHi = words[0]!;
  const stepLo = words[1]!;
  let nearestHi = 0xffffffff;
  let nearestLo = 0xffffffff;
  let nearest = 0;
  for (let i = 0; i < probes; i++) {
    const point = pointAfter(ring, hi, lo);
    const distanceLo = (ring.lo[point]! - lo) >>> 0;
    const distanceHi = (ring.hi[point]! - hi - (ring.lo[point]! < lo ? 1 : 0)) >>> 0;
    if (distanceHi < nearestHi || (distanceHi === nearestHi && distanceLo < nearestLo)) {
      nearestHi = distanceHi;
      nearestLo = distanceLo;
      nearest = point;
    }
    const sum = lo + stepLo;
    hi = (hi + stepHi + (sum > 0xffffffff ? 1 : 0)) >>> 0;
    lo = sum >>> 0;
  }
  return ring.owners[nearest]!;
}

/** Index of the first point strictly above the place (hi, lo); 0 when there is none. */
export function pointAfter(ring: ProbeRing, hi: number, lo: number): number {
  const count = ring.hi.length;
  let point = ring.first[hi >>> ring.shift]!;
  while (point < count && (ring.hi[point]! < hi || (ring.hi[point]! === hi && ring.lo[point]! <= lo))) point++;
  return point === count ? 0 : point;
}
