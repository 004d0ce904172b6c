import { ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';
import { invalidSyntax } from './inputErrors.ts';
import { scanUnsigned } from './unsignedInput.ts';

/** A row's place in its table. */
export interface RowPlace {
  /** Unsigned 32-bit. */
  readonly block: number;
  /** Unsigned 16-bit; the first row of a block has 1. */
  readonly offset: number;
}

/**
 * tidin() in src/backend/utils/adt/tid.c reads `(block,offset)`. What stands before the first parenthesis or comma and
 * behind the closing parenthesis is ignored, a missing number is 0, and -1 is the highest block.
 */
export function parseTid(text: string): Result<RowPlace, PgError> {
  const start = /[(,]/.exec(text)?.index ?? -1;
  const inner = text.slice(start + 1);
  const end = inner.search(/[,)]/);
  if (start < 0 || text.slice(0, start).includes(')') || inner[end] !== ',') return invalidSyntax('tid', text);
  const block = readNumber(inner, ',');
  const offset = readNumber(inner.slice(end + 1), ')');
  if (block === null || offset === null || offset > 0xffffn) return invalidSyntax('tid', text);
  const signed = BigInt.asIntN(64, block);
  if (signed > 0xffffffffn || signed < -0x80000000n) return invalidSyntax('tid', text);
  return ok({ block: Number(BigInt.asUintN(32, block)), offset: Number(offset) });
}

/** The number up to a delimiter, null when anything else stands there. */
function readNumber(text: string, delimiter: string): bigint | null {
  if (text.startsWith(delimiter)) return 0n;
  const scanned = scanUnsigned(text, 10);
  return scanned !== null && !scanned.overflows && scanned.rest.startsWith(delimiter) ? scanned.value : null;
}
