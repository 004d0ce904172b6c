/** First code of each of `count` ranges that are as equal as whole codes allow: floor(i * codes / count). */
export function evenStarts(count: number, codes: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.floor((i * codes) / count));
}

/** The owner of every code, from the owners of ranges that begin at ascending `starts`, the first one at 0. */
export function codesOfRanges(starts: readonly number[], owners: ArrayLike<number>, codes: number): Uint16Array {
  const all = new Uint16Array(codes);
  starts.forEach((start, range) => {
    all.fill(owners[range]!, start, starts[range + 1] ?? codes);
  });
  return all;
}
