import type { Locale } from './locales.ts';

/** Numbers as the product writes them: digits in groups of three with a narrow no-break space in every language. */
export interface Format {
  /** 66 816 */
  readonly integer: (value: number) => string;
  /** 66.8 %, one decimal unless told; `part` of `whole` (0 of 0 is 0) */
  readonly percent: (part: number, whole: number, digits?: number) => string;
  /** fixed decimals, e.g. 1.03 */
  readonly decimal: (value: number, digits: number) => string;
  /** 500 bytes, 12 MB; decimal units, three significant digits */
  readonly bytes: (value: number) => string;
  /** 250 ms, 2.4 sec, 4 min 10 sec, 2 hr 5 min; a part that rounds up to a whole unit becomes that unit */
  readonly duration: (milliseconds: number) => string;
  /** 476 M, 4.76亿, 476 млн (keys a second and the like) */
  readonly compact: (value: number) => string;
}

const GROUP = '\u202f';
const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const;

const formats: Partial<Record<Locale, Format>> = {};

/** The formats of a language, made once: a browser takes long to make them, and nearly every component writes numbers. */
export function formatOf(locale: Locale): Format {
  formats[locale] ??= createFormat(locale);
  return formats[locale];
}

function createFormat(locale: Locale): Format {
  const grouped = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
    const format = new Intl.NumberFormat(locale, { useGrouping: true, ...options });
    return (value) =>
      format
        .formatToParts(value)
        .map((part) => (part.type === 'group' ? GROUP : part.value))
        .join('');
  };
  const integer = grouped({ maximumFractionDigits: 0 });
  const decimals = [0, 1, 2, 3, 4].map((digits) =>
    grouped({ minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const decimal = (value: number, digits: number): string => decimals[Math.min(4, digits)]!(value);
  const sizes = BYTE_UNITS.map((unit, power) =>
    // The short form of a byte has no plural in English.
    grouped({ style: 'unit', unit, unitDisplay: power === 0 ? 'long' : 'short', maximumSignificantDigits: 3 }),
  );
  const compactFormat = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
  return {
    integer,
    decimal,
    percent: (part, whole, digits = 1) => `${decimal(whole === 0 ? 0 : (100 * part) / whole, digits)}${GROUP}%`,
    bytes: (value) => {
      // Rounded before the unit is chosen: 999 999 bytes are 1 MB, not 1 000 kB.
      const rounded = Number(value.toPrecision(3));
      const power = rounded < 1000 ? 0 : Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(rounded) / 3));
      return sizes[power]!(rounded / 1000 ** power);
    },
    duration: (ms) => formatDuration(ms, locale, decimal),
    compact: (value) => compactFormat.format(value).replace(/([KMBT])$/, `${GROUP}$1`),
  };
}

function formatDuration(ms: number, locale: Locale, decimal: Format['decimal']): string {
  const unit = (value: string, name: 'millisecond' | 'second' | 'minute' | 'hour'): string => {
    const parts = new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).formatToParts(0);
    return parts.map((part) => (part.type === 'integer' ? value : part.value)).join('');
  };
  if (Math.round(ms) < 1000) return unit(decimal(ms, ms < 10 ? 1 : 0), 'millisecond');
  const seconds = ms / 1000;
  const whole = Math.round(seconds);
  if (whole < 60) return unit(decimal(seconds, seconds < 10 ? 1 : 0), 'second');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${unit(String(minutes), 'minute')} ${unit(String(whole % 60), 'second')}`;
  return `${unit(decimal(Math.floor(minutes / 60), 0), 'hour')} ${unit(String(minutes % 60), 'minute')}`;
}
