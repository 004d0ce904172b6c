/** The step of a clock in microseconds, rounded as createClock() of src/keys/instants.ts rounds it. */
export function stepMicroseconds(stepMs: number): bigint {
  const whole = Math.floor(stepMs);
  return BigInt(whole) * 1000n + BigInt(Math.round((stepMs - whole) * 1000));
}

/** floor(x / unit) and what is left of x, from 0 to unit - 1. */
export function divide(x: bigint, unit: bigint): readonly [quotient: bigint, rest: bigint] {
  const rest = ((x % unit) + unit) % unit;
  return [(x - rest) / unit, rest];
}
