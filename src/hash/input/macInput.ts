import { err, ok, type Result } from '../../lib/result.ts';
import type { KeyValue } from '../keyType.ts';
import type { PgError } from '../pgError.ts';
import { invalidSyntax } from './inputErrors.ts';

/** What may stand between the six numbers of a macaddr, and how many characters a number has at most. */
interface Layout {
  readonly number: RegExp;
  readonly between: readonly string[];
}

// The conversions %x and %2x of glibc's sscanf(): white space and a sign may come first, 0x alone is 0, and of the two
// characters of %2x a sign or 0x takes its part.
const ANY_LENGTH = /[ \t\n\v\f\r]*([+-]?)(?:0[xX]([0-9a-fA-F]*)|([0-9a-fA-F]+))/y;
const TWO_CHARACTERS = /[ \t\n\v\f\r]*(?:([+-])([0-9a-fA-F])|0[xX]|([0-9a-fA-F]{1,2}))/y;

/** The seven formats of macaddr_in() in src/backend/utils/adt/mac.c, in its order. */
const LAYOUTS: readonly Layout[] = [
  { number: ANY_LENGTH, between: [':', ':', ':', ':', ':'] },
  { number: ANY_LENGTH, between: ['-', '-', '-', '-', '-'] },
  { number: TWO_CHARACTERS, between: ['', '', ':', '', ''] },
  { number: TWO_CHARACTERS, between: ['', '', '-', '', ''] },
  { number: TWO_CHARACTERS, between: ['', '.', '', '.', ''] },
  { number: TWO_CHARACTERS, between: ['', '-', '', '-', ''] },
  { number: TWO_CHARACTERS, between: ['', '', '', '', ''] },
];

/** Six bytes of a macaddr. */
export function parseMacaddr(text: string): Result<KeyValue, PgError> {
  for (const layout of LAYOUTS) {
    const numbers = scan(text, layout);
    if (numbers === null) continue;
    if (numbers.every((number) => number >= 0 && number <= 255)) {
      return ok({ storage: 'bytes', bytes: Uint8Array.from(numbers) });
    }
    return err({ code: '22003', message: `invalid octet value in "macaddr" value: "${text}"` });
  }
  return invalidSyntax('macaddr', text);
}

/** The six numbers as C's int holds them; null when the text is of another layout or goes on. */
function scan(text: string, { number, between }: Layout): readonly number[] | null {
  const numbers: number[] = [];
  let at = 0;
  for (const separator of [...between, '']) {
    number.lastIndex = at;
    const match = number.exec(text);
    if (match === null) return null;
    numbers.push(toInt(match[1] ?? '', match.slice(2).join('')));
    at = number.lastIndex;
    if (!text.startsWith(separator, at)) return null;
    at += separator.length;
  }
  return /^[ \t\n\v\f\r]*$/.test(text.slice(at)) ? numbers : null;
}

/** strtoul() cut to an int: a number of more than 64 bits is -1. */
function toInt(sign: string, digits: string): number {
  const magnitude = BigInt(`0x${digits === '' ? '0' : digits}`);
  if (magnitude >= 1n << 64n) return -1;
  return Number(BigInt.asIntN(32, sign === '-' ? -magnitude : magnitude));
}

// Pairs of digits with the same separator or none between any two. Of what follows only white space counts, but a single
// one-byte character is never looked at, as the pairs are read two bytes at a time.
const PAIRS = [':', '-', '\\.'].map(
  (separator) =>
    new RegExp(
      `^[ \\t\\n\\v\\f\\r]*((?:[0-9a-f]{2}${separator}?){5}(?:[0-9a-f]{2}${separator}?[0-9a-f]{2}${separator}?)?[0-9a-f]{2})` +
        `(?:${separator}|(?![:.-]))(?:[ \\t\\n\\v\\f\\r]*|[\\x01-\\x7f])$`,
      'i',
    ),
);

/** macaddr8_in() in src/backend/utils/adt/mac8.c: eight bytes, or six with ff:fe put in their middle. */
export function parseMacaddr8(text: string): Result<KeyValue, PgError> {
  const digits = PAIRS.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined);
  if (digits === undefined) return invalidSyntax('macaddr8', text);
  const bytes = digits.match(/[0-9a-f]{2}/gi)!.map((pair) => Number.parseInt(pair, 16));
  if (bytes.length === 6) bytes.splice(3, 0, 0xff, 0xfe);
  return ok({ storage: 'bytes', bytes: Uint8Array.from(bytes) });
}

/** macaddr_out() and macaddr8_out(): pairs of lower-case digits with colons between. */
export function formatMac(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(':');
}
