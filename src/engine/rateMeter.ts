/** What a rate looks back on: steady enough to read, and soon right again after the machine got busy. */
const WINDOW_MS = 8000;

/** No rate is told from less: it would jump. */
const MIN_SPAN_MS = 250;

/**
 * Tells how fast a number grows. The function is given the time in milliseconds and the number, both never falling, and
 * returns the growth per second over the last seconds; undefined until it can be told. It starts anew when the number
 * falls.
 */
export function createRateMeter(): (at: number, value: number) => number | undefined {
  let seen: { readonly at: number; readonly value: number }[] = [];
  return (at, value) => {
    if (value < (seen.at(-1)?.value ?? 0)) seen = [];
    seen.push({ at, value });
    while (seen.length > 2 && seen[1]!.at <= at - WINDOW_MS) seen.shift();
    const span = at - seen[0]!.at;
    return span < MIN_SPAN_MS ? undefined : (1000 * (value - seen[0]!.value)) / span;
  };
}
