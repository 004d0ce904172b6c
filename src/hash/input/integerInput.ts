import { ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';
import type { ServerVersion } from '../server.ts';
import { invalidSyntax, outOfRange } from './inputErrors.ts';

// src/backend/utils/adt/numutils.c: pg_strtoint64_safe() and its 16- and 32-bit cousins, and uint32in_subr() for oid.
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

const UNSIGNED = /^[ \t\n\v\f\r]*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)(.*)$/s;

/**
 * Parses an oid as strtoul(text, ..., 0) does on a 64-bit server: 0x is hexadecimal, a leading 0 octal, and a negative
 * number down to -2147483648 stands for its two's complement.
 */
export function parseOid(text: string): Result<number, PgError> {
  const match = UNSIGNED.exec(text);
  if (match === null) return invalidSyntax('oid', text);
  const digits = match[2]!;
  const magnitude = BigInt(/^0[0-7]/.test(digits) ? `0o${digits}` : digits);
  if (magnitude >= 1n << 64n) return outOfRange('oid', text);
  if (!ONLY_SPACE.test(match[3]!)) return invalidSyntax('oid', text);
  const value = match[1] === '-' ? BigInt.asIntN(64, -magnitude) : BigInt.asIntN(64, magnitude);
  if (value > 0xffffffffn || value < -0x80000000n) return outOfRange('oid', text);
  return ok(Number(BigInt.asIntN(32, value)));
}
