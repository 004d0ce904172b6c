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

const UNSIGNED = /^[ \t\n\v\f\r]*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)/;

/** An unsigned number at the beginning of a text, in the 64-bit two's complement of its sign, and what follows it. */
interface Unsigned {
  readonly value: bigint;
  readonly rest: string;
}

/** Reads what strtoul(text, ..., 0) reads on a 64-bit server: 0x is hexadecimal, a leading 0 octal. */
function readUnsigned(text: string, typeName: string): Result<Unsigned, PgError> {
  const match = UNSIGNED.exec(text);
  if (match === null) return invalidSyntax(typeName, text);
  const digits = match[2]!;
  const magnitude = BigInt(/^0[0-7]/.test(digits) ? `0o${digits}` : digits);
  if (magnitude >= 1n << 64n) return outOfRange(typeName, text);
  return ok({ value: match[1] === '-' ? -magnitude : magnitude, rest: text.slice(match[0].length) });
}

/** Parses an oid, xid or cid (uint32in_subr()): a negative number down to -2147483648 stands for its two's complement. */
export function parseUnsigned32(text: string, typeName: string): Result<number, PgError> {
  const read = readUnsigned(text, typeName);
  if (!read.ok) return read;
  if (!ONLY_SPACE.test(read.value.rest)) return invalidSyntax(typeName, text);
  return fit32(BigInt.asIntN(64, read.value.value), typeName, text);
}

function fit32(value: bigint, typeName: string, text: string): Result<number, PgError> {
  if (value > 0xffffffffn || value < -0x80000000n) return outOfRange(typeName, text);
  return ok(Number(BigInt.asIntN(32, value)));
}

/** Parses an xid8 (uint64in_subr()) to its 64 bits, signed. */
export function parseUnsigned64(text: string, typeName: string): Result<bigint, PgError> {
  const read = readUnsigned(text, typeName);
  if (!read.ok) return read;
  if (!ONLY_SPACE.test(read.value.rest)) return invalidSyntax(typeName, text);
  return ok(BigInt.asIntN(64, read.value.value));
}

/** Up to version 15 xid, cid and xid8 took whatever strtoul() made of a text: junk behind it is ignored, none is 0. */
export function parseUnchecked(text: string): bigint {
  const read = readUnsigned(text, '');
  if (read.ok) return BigInt.asIntN(64, read.value.value);
  return read.error.code === '22003' ? -1n : 0n;
}

/** Oids with blanks between them, oidvectorin() in src/backend/utils/adt/oid.c. An error shows the text from there on. */
export function parseOids(text: string): Result<number[], PgError> {
  const values: number[] = [];
  for (let rest = text; !ONLY_SPACE.test(rest); ) {
    rest = rest.replace(/^[ \t\n\v\f\r]+/, '');
    const read = readUnsigned(rest, 'oid');
    if (!read.ok) return read;
    const value = fit32(BigInt.asIntN(64, read.value.value), 'oid', rest);
    if (!value.ok) return value;
    values.push(value.value);
    rest = read.value.rest;
  }
  return ok(values);
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
