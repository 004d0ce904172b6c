import type { MemberChange } from './nodes.ts';

/** A bucket of extendible hashing: keys whose hash ends in `remainder`, written in log2(modulus) bits, its local depth. */
export interface Bucket {
  /** A power of two. */
  readonly modulus: number;
  readonly remainder: number;
  /** Number of the node that holds it. */
  readonly node: number;
}

/** One bucket for each node, which joined in this order: each one got half of the largest bucket, the first of equals. */
export function growDirectory(nodes: readonly number[]): readonly Bucket[] {
  const [first, ...others] = nodes;
  return others.reduce(joinDirectory, [{ modulus: 1, remainder: 0, node: first! }]);
}

function joinDirectory(buckets: readonly Bucket[], node: number): readonly Bucket[] {
  const old = buckets.reduce((a, b) => (isBefore(a, b) ? a : b));
  const modulus = 2 * old.modulus;
  return buckets
    .map((bucket) => (bucket === old ? { ...bucket, modulus } : bucket))
    .concat({ modulus, remainder: old.remainder + old.modulus, node });
}

/**
 * The two smallest buckets that were one, the last of equals, become one again. The node that is then free takes the bucket of
 * the one that leaves. So what was joined last leaves without a trace.
 */
function leaveDirectory(buckets: readonly Bucket[], node: number): readonly Bucket[] {
  const upper = buckets.reduce((a, b) => (isBefore(a, b) ? b : a));
  const half = upper.modulus / 2;
  const free = upper.node;
  return buckets
    .filter((bucket) => bucket !== upper)
    .map((bucket) => (isBuddy(bucket, upper, half) ? { ...bucket, modulus: half } : bucket))
    .map((bucket) => (bucket.node === node ? { ...bucket, node: free } : bucket));
}

/** Whether a bucket is larger than another one, or as large and of a lower remainder. */
function isBefore(a: Bucket, b: Bucket): boolean {
  return a.modulus < b.modulus || (a.modulus === b.modulus && a.remainder < b.remainder);
}

function isBuddy(bucket: Bucket, upper: Bucket, half: number): boolean {
  return bucket.modulus === upper.modulus && bucket.remainder === upper.remainder - half;
}

/**
 * The directory after a change, whose nodes have the numbers of memberIds(): nodes that join take the buckets of those that
 * leave, one for one; the rest split or merge buckets.
 */
export function changeDirectory(
  buckets: readonly Bucket[],
  ids: { readonly [Side in keyof MemberChange]: readonly number[] },
): readonly Bucket[] {
  const leaving = ids.before.filter((id) => !ids.after.includes(id));
  const joining = ids.after.filter((id) => !ids.before.includes(id));
  const heirs = new Map(leaving.slice(0, joining.length).map((id, i) => [id, joining[i]!]));
  const replaced = buckets.map((bucket) => ({ ...bucket, node: heirs.get(bucket.node) ?? bucket.node }));
  const grown = joining.slice(leaving.length).reduce(joinDirectory, replaced);
  return leaving.slice(joining.length).reduce(leaveDirectory, grown);
}
