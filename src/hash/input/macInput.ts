import { err, ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';
import { invalidSyntax } from './inputErrors.ts';

const SPACE = /[ \t\n\v\f\r]/;
const HEX = /[0-9a-f]/i;

/**
 * The notations of macaddr_in() in src/backend/utils/adt/mac.c, in its order: what sscanf() is asked to read. A number is
 * the width of a field, 0 for any; a text stands for itself.
 */
const NOTATIONS: readonly (readonly (number | string)[])[] = [
  [0, ':', 0, ':', 0, ':', 0, ':', 0, ':', 0],
  [0, '-', 0, '-', 0, '-', 0, '-', 0, '-', 0],
  [2, 2, 2, ':', 2, 2, 2],
  [2, 2, 2, '-', 2, 2, 2],
  [2, 2, '.', 2, 2, '.', 2, 2],
  [2, 2, '-', 2, 2, '-', 2, 2],
  [2, 2, 2, 2, 2, 2],
];

/** Reads six bytes. */
export function parseMac(text: string): Result<Uint8Array, PgError> {
  for (const notation of NOTATIONS) {
    const octets = scan(text, notation);
    if (octets === null) continue;
    if (octets.some((octet) => octet < 0 || octet > 255)) {
      return err({ code: '22003', message: `invalid octet value in "macaddr" value: "${text}"` });
    }
    return ok(Uint8Array.from(octets));
  }
  return invalidSyntax('macaddr', text);
}

/** What sscanf() reads: blanks before a field are skipped, a field takes all digits it can. Null unless all is read. */
function scan(text: string, notation: readonly (number | string)[]): number[] | null {
  const octets: number[] = [];
  let at = 0;
  const skip = (): void => {
    while (at < text.length && SPACE.test(text[at]!)) at++;
  };
  for (const part of notation) {
    if (typeof part === 'string') {
      if (text[at++] !== part) return null;
      continue;
    }
    skip();
    const start = at;
    const room = part === 0 ? text.length : start + part;
    if (text[at] === '-' || text[at] === '+') at++;
    const digits = at;
    while (at < room && at < text.length && HEX.test(text[at]!)) at++;
    if (at === digits) return null;
    const value = Number.parseInt(text.slice(digits, at), 16);
    octets.push(text[start] === '-' ? -value : value);
  }
  skip();
  return at < text.length ? null : octets;
}

/**
 * Reads eight bytes as macaddr8_in() in src/backend/utils/adt/mac8.c does: pairs of digits with one kind of separator
 * anywhere between them. Six bytes get ff:fe in the middle. A single character behind the last pair is ignored.
 */
export function parseMac8(text: string): Result<Uint8Array, PgError> {
  const bytes: number[] = [];
  let separator = '';
  let at = 0;
  while (at < text.length && SPACE.test(text[at]!)) at++;
  while (at + 1 < text.length) {
    const pair = text.slice(at, at + 2);
    if (!/^[0-9a-f]{2}$/i.test(pair) || bytes.length === 8) return invalidSyntax('macaddr8', text);
    bytes.push(Number.parseInt(pair, 16));
    at += 2;
    const next = text[at] ?? '';
    if (/[:.-]/.test(next)) {
      if (separator !== '' && separator !== next) return invalidSyntax('macaddr8', text);
      separator = next;
      at++;
    }
    if ((bytes.length === 6 || bytes.length === 8) && SPACE.test(text[at] ?? '')) {
      if (text.slice(at).trim() !== '') return invalidSyntax('macaddr8', text);
      at = text.length;
    }
  }
  if (bytes.length === 6) bytes.splice(3, 0, 0xff, 0xfe);
  return bytes.length === 8 ? ok(Uint8Array.from(bytes)) : invalidSyntax('macaddr8', text);
}

/** Bytes in hexadecimal with colons between them. */
export function formatMac(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(':');
}
