import { ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';
import type { ServerVersion } from '../server.ts';
import { invalidSyntax, outOfRange } from './inputErrors.ts';

// Unsigned integers as C's strtoul() reads them on a 64-bit server: a sign is taken, and a negative number stands for
// its two's complement. uint32in_subr() and uint64in_subr() in src/backend/utils/adt/numutils.c (16+), oidin_subr() in
// oid.c (15). Text input is not a hot path, so BigInt is welcome here.

const BASE_BY_PREFIX = /^[ \t\n\v\f\r]*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)/;
const DECIMAL = /^[ \t\n\v\f\r]*([+-]?)([0-9]+)/;
const ONLY_SPACE = /^[ \t\n\v\f\r]*$/;
const ULONG_MAX = 0xffff_ffff_ffff_ffffn;

interface Scanned {
  /** 0 to 2^64 - 1; that limit when the number is larger. */
  readonly value: bigint;
  readonly overflows: boolean;
  /** What follows the last digit. */
  readonly rest: string;
}

/**
 * strtoul(text, &end, base). With base 0 a leading 0x means hexadecimal and a leading 0 octal.
 * @returns null when there is no digit to read
 */
export function scanUnsigned(text: string, base: 0 | 10): Scanned | null {
  const match = (base === 10 ? DECIMAL : BASE_BY_PREFIX).exec(text);
  if (match === null) return null;
  const digits = match[2]!;
  const magnitude = BigInt(base === 0 && /^0[0-7]/.test(digits) ? `0o${digits}` : digits);
  const rest = text.slice(match[0].length);
  if (magnitude > ULONG_MAX) return { value: ULONG_MAX, overflows: true, rest };
  return { value: BigInt.asUintN(64, match[1] === '-' ? -magnitude : magnitude), overflows: false, rest };
}

/** An unsigned 32-bit number, as the signed word that holds it, and the text behind it. */
interface Uint32Prefix {
  readonly word: number;
  readonly rest: string;
}

/** Reads the oid or transaction id that a text begins with; errors name the whole text. */
export function readUint32(text: string, typeName: string, version: ServerVersion): Result<Uint32Prefix, PgError> {
  // Version 15 read decimal digits only, so '010' was ten there and is eight from 16 on.
  const scanned = scanUnsigned(text, version < 16 ? 10 : 0);
  if (scanned === null) return invalidSyntax(typeName, text);
  const value = BigInt.asIntN(64, scanned.value);
  if (scanned.overflows || value > 0xffffffffn || value < -0x80000000n) return outOfRange(typeName, text);
  return ok({ word: Number(BigInt.asIntN(32, value)), rest: scanned.rest });
}

/**
 * Parses an unsigned 32-bit number down to -2147483648, as the signed word that holds it. A text that goes on is bad
 * syntax rather than out of range unless even 64 bits are too few.
 */
export function parseUint32(text: string, typeName: string, version: ServerVersion): Result<number, PgError> {
  const scanned = scanUnsigned(text, version < 16 ? 10 : 0);
  if (scanned !== null && !scanned.overflows && !ONLY_SPACE.test(scanned.rest)) return invalidSyntax(typeName, text);
  const prefix = readUint32(text, typeName, version);
  return prefix.ok ? ok(prefix.value.word) : prefix;
}

/** Parses an unsigned 64-bit number, with a sign too. */
export function parseUint64(text: string, typeName: string): Result<bigint, PgError> {
  const scanned = scanUnsigned(text, 0);
  if (scanned === null) return invalidSyntax(typeName, text);
  if (scanned.overflows) return outOfRange(typeName, text);
  return ONLY_SPACE.test(scanned.rest) ? ok(scanned.value) : invalidSyntax(typeName, text);
}

/** What version 15 made of any text for xid, cid and xid8: the number it begins with, or 0, and never an error. */
export function parseUnchecked(text: string): bigint {
  return scanUnsigned(text, 0)?.value ?? 0n;
}
