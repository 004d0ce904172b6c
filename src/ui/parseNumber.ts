/** Powers of ten that people write after a number; lower case, in the app's three languages. */
const suffixes: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  тыс: 1e3,
  m: 1e6,
  million: 1e6,
  млн: 1e6,
  b: 1e9,
  bn: 1e9,
  g: 1e9,
  млрд: 1e9,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
};

/** The sign between whole and fraction in a locale, as "," in Russian. */
function getDecimalSign(locale: string): string {
  const part = new Intl.NumberFormat(locale).formatToParts(0.5).find((each) => each.type === 'decimal');
  return part?.value ?? '.';
}

/** Whole numbers in groups of three, parted by one and the same sign throughout. */
const grouped = /^[-+]?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/;

/** Turns "1,234.5" or "1.234,5" into "1234.5"; the result is no number when the signs make no sense. */
function unifySigns(text: string, locale: string): string {
  const signs = text.match(/[.,]/g) ?? [];
  const isWhole = grouped.test(text) && (signs.length > 1 || signs[0] !== getDecimalSign(locale));
  if (isWhole) return text.replaceAll(/[.,]/g, '');
  // The last sign is the decimal one, whatever the locale; signs before it must group, and be of the other kind.
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  if (last < 0) return text;
  const whole = text.slice(0, last);
  if (signs.length > 1 && (!grouped.test(whole) || signs[0] === signs.at(-1))) return text;
  return `${whole.replaceAll(/[.,]/g, '')}.${text.slice(last + 1)}`;
}

/**
 * Reads a number as people type or paste it: "100 000", "100,000", "1_000", "1e6", "1.5M", "100k", "12 万". Spaces of
 * every width, apostrophes and underscores only group. Result: a finite number, or NaN when the text is no number.
 */
export function parseNumber(text: string, locale: string): number {
  const compact = text
    .normalize('NFKC')
    .replaceAll(/[\s'’_]/g, '')
    .replace('−', '-')
    .toLowerCase();
  const parts = /^([-+]?[\d.,]+)(e[-+]?\d{1,3})?(\p{L}+)?\.?$/u.exec(compact);
  if (!parts) return Number.NaN;
  const [, digits = '', exponent = '', suffix] = parts;
  const factor = suffix === undefined ? 1 : (suffixes[suffix] ?? Number.NaN);
  const value = Number(unifySigns(digits, locale) + exponent) * factor;
  return Number.isFinite(value) ? value : Number.NaN;
}
