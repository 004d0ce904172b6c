/**
 * The regularised upper incomplete gamma function Q(a, x) = Gamma(a, x) / Gamma(a), for a > 0 and x >= 0; 0..1.
 * Method and formulas: NIST Digital Library of Mathematical Functions, 8.11.4 (power series of the lower function, for
 * x < a + 1) and 8.9.2 (continued fraction of the upper one, evaluated by Lentz's method). About 1e-12 relative.
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
}

/** The chance that a chi-square variable with `degrees` of freedom is at least `statistic`. */
export function chiSquareTail(statistic: number, degrees: number): number {
  return upperGamma(degrees / 2, statistic / 2);
}

/** ln Gamma(a) for a > 0: Stirling's series (DLMF 5.11.1), after a shift to a >= 10 by Gamma(a + 1) = a Gamma(a). */
export function logGamma(a: number): number {
  let shifted = a;
  let product = 1;
  while (shifted < 10) {
    product *= shifted;
    shifted++;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188))));
  return (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}

/** Sum of x^n / (a (a + 1) ... (a + n)); terms fall once n exceeds x - a. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let total = term;
  for (let n = 1; term > total * Number.EPSILON; n++) {
    term *= x / (a + n);
    total += term;
  }
  return total;
}

/** 1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - 2 (2 - a) / (x + 5 - a - ...))). */
function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1, factor = 0; Math.abs(factor - 1) > 4 * Number.EPSILON && n < 100_000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b, tiny);
    c = nonZero(b + numerator / c, tiny);
    factor = c * d;
    value *= factor;
  }
  return value;
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
