import { ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';
import type { ServerVersion } from '../server.ts';
import { invalidSyntax, outOfRange } from './inputErrors.ts';

// src/backend/utils/adt/numutils.c: pg_strtoint64_safe() and its 16- and 32-bit cousins.
// Version 16 brought 0x, 0o, 0b and underscores. Text input is not a hot path, so BigInt is welcome here.

const SIGNED =
  /^[ \t\n\v\f\r]*([+-]?)(0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|[0-9]+(?:_[0-9]+)*)(.*)$/s;
const SIGNED_15 = /^[ \t\n\v\f\r]*([+-]?)([0-9]+)(.*)$/s;
const ONLY_SPACE = /^[ \t\n\v\f\r]*$/;

/**
 * Parses a signed integer of 16, 32 or 64 bits. As in PostgreSQL a number is refused as out of range while its digits
 * are read, so `99999999999x` is out of range for integer, not bad syntax.
 */
export function parseSigned(
  text: string,
  bits: 16 | 32 | 64,
  typeName: string,
  version: ServerVersion,
): Result<bigint, PgError> {
  const match = (version < 16 ? SIGNED_15 : SIGNED).exec(text);
  if (match === null) return invalidSyntax(typeName, text);
  const negative = match[1] === '-';
  const digits = match[2]!.replaceAll('_', '').toLowerCase();
  const limit = 1n << BigInt(bits - 1);
  const magnitude = BigInt(digits);
  if (overflowsWhileReading(digits, limit)) return outOfRange(typeName, text);
  if (!ONLY_SPACE.test(match[3]!)) return invalidSyntax(typeName, text);
  if (magnitude > limit || (magnitude === limit && !negative)) return outOfRange(typeName, text);
  return ok(negative ? -magnitude : magnitude);
}

/** True when all digits but the last already exceed limit / base. */
function overflowsWhileReading(digits: string, limit: bigint): boolean {
  const base = digits.startsWith('0x') ? 16n : digits.startsWith('0o') ? 8n : digits.startsWith('0b') ? 2n : 10n;
  return BigInt(digits) / base > limit / base;
}

/** Smallints with blanks between them, int2vectorin() in src/backend/utils/adt/int.c. */
export function parseSmallints(text: string): Result<number[], PgError> {
  const values: number[] = [];
  for (let rest = text.trimStart(); rest !== ''; ) {
    const match = /^[+-]?\d+(?= |$)/.exec(rest);
    if (match === null) return invalidSyntax('smallint', rest);
    const value = BigInt(match[0]);
    if (value > 32767n || value < -32768n) return outOfRange('smallint', rest);
    values.push(Number(value));
    rest = rest.slice(match[0].length).trimStart();
  }
  return ok(values);
}
