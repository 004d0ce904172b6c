import { FLOAT_FORMATS, type FloatWidth } from './floatInput.ts';

/**
 * A floating-point number as float4out() and float8out() print it (src/backend/utils/adt/float.c with
 * extra_float_digits = 1, src/common/f2s.c and d2s.c): the fewest digits that lie strictly between the midpoints to
 * both neighbours, of these the nearest. JavaScript also takes a midpoint itself: 1e23 prints as 9.999999999999999e+22.
 */
export function formatFloat(value: number, width: FloatWidth): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-Infinity' : 'Infinity';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return `${sign}0`;
  const { digits, exponent } = shortestDigits(Math.abs(value), width);
  return sign + place(digits, exponent, width === 32 ? 6 : 15);
}

/** Digits d1d2d3... for d1.d2d3... * 10^exponent: written out from 0.0001 up to the given number of digits. */
function place(digits: string, exponent: number, maxWhole: number): string {
  if (exponent < -4 || exponent >= maxWhole) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    return `${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return digits.length > exponent + 1 ? `${whole}.${digits.slice(exponent + 1)}` : whole;
}

/** Exact integers on one scale: the number and the midpoints to its neighbours, each times `unit`. */
interface Interval {
  readonly low: bigint;
  readonly value: bigint;
  readonly high: bigint;
  readonly unit: bigint;
}

function shortestDigits(value: number, width: FloatWidth): { digits: string; exponent: number } {
  const interval = intervalOf(value, width);
  const exponent = Number(/e(.*)$/.exec(value.toExponential())![1]);
  for (let count = 1; ; count++) {
    const best = nearestInside(interval, exponent - count + 1);
    if (best === null) continue;
    const digits = String(best);
    // 9.6 becomes 10 with one digit: the power of ten is one more.
    return { digits: digits.replace(/0+$/, ''), exponent: exponent + digits.length - count };
  }
}

function intervalOf(value: number, width: FloatWidth): Interval {
  const { precision, minExponent } = FLOAT_FORMATS[width];
  let exponent = Math.max(Math.floor(Math.log2(value)) - precision + 1, minExponent);
  // log2 rounds: near a power of two it may be one too large.
  if (value < 2 ** (exponent + precision - 1) && exponent > minExponent) exponent -= 1;
  const significand = BigInt(exponent < -1000 ? (value * 2 ** 1000) / 2 ** (exponent + 1000) : value / 2 ** exponent);
  // Below a power of two the neighbours are half as far.
  const isPower = significand === 1n << BigInt(precision - 1) && exponent > minExponent;
  const [low, middle, high] = [4n * significand - (isPower ? 1n : 2n), 4n * significand, 4n * significand + 2n];
  const shift = BigInt(Math.max(exponent, 0));
  return {
    low: low << shift,
    value: middle << shift,
    high: high << shift,
    unit: 4n << BigInt(Math.max(-exponent, 0)),
  };
}

/** The multiple of 10^power inside the interval that is nearest to the value, ties to even; null when none is inside. */
function nearestInside({ low, value, high, unit }: Interval, power: number): bigint | null {
  const factor = power >= 0 ? 1n : 10n ** BigInt(-power);
  const step = unit * (power >= 0 ? 10n ** BigInt(power) : 1n);
  const floor = (value * factor) / step;
  const rest = value * factor - floor * step;
  const up = rest * 2n > step || (rest * 2n === step && (floor & 1n) === 1n);
  for (const candidate of up ? [floor + 1n, floor] : [floor, floor + 1n]) {
    if (candidate > 0n && candidate * step > low * factor && candidate * step < high * factor) return candidate;
  }
  return null;
}
