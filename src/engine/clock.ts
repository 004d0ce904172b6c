/**
 * Milliseconds of the time of day, so that the clocks of several workers agree; it runs evenly, as performance.now()
 * does.
 */
export function wallClock(): number {
  return performance.timeOrigin + performance.now();
}
