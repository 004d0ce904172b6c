import { err, ok, type Result } from '../../lib/result.ts';
import type { KeyValue } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import type { PgError } from '../pgError.ts';

const encoder = new TextEncoder();
// ignoreBOM keeps a leading U+FEFF, which PostgreSQL counts as part of the value.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** UTF-8 bytes of a text; U+0000 is refused as PostgreSQL does (22021). */
export function parseCharacters(text: string): Result<KeyValue, PgError> {
  if (text.includes('\0')) return err({ code: '22021', message: 'invalid byte sequence for encoding "UTF8": 0x00' });
  return ok({ storage: 'bytes', bytes: encoder.encode(text) });
}

/** The text of UTF-8 bytes. */
export function formatCharacters(value: KeyValue): string {
  assertStorage(value, 'bytes');
  return decoder.decode(value.bytes);
}

/**
 * Cuts a text to `limit` characters when everything beyond is blanks, otherwise 22001; bpchar_input() and
 * varchar_input() in src/backend/utils/adt/varchar.c.
 */
export function fitLength(text: string, limit: number | undefined, typeName: string): Result<string, PgError> {
  if (limit === undefined) return ok(text);
  const characters = Array.from(text);
  if (characters.length <= limit) return ok(text);
  if (characters.slice(limit).every((character) => character === ' ')) return ok(characters.slice(0, limit).join(''));
  return err({ code: '22001', message: `value too long for type ${typeName}(${limit})` });
}
