import { err, ok, type Result } from '../../lib/result.ts';
import type { BytesValue, KeyValue } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import type { PgError } from '../pgError.ts';
import { DEFAULT_SERVER, type ServerEncoding, type ServerSpec } from '../server.ts';
import { decodeText, encodeText } from './encodings.ts';

/** Bytes of a text in the encoding of the database; U+0000 is refused as PostgreSQL does (22021). */
export function parseCharacters(text: string, encoding: ServerEncoding): Result<BytesValue, PgError> {
  if (text.includes('\0')) return err({ code: '22021', message: 'invalid byte sequence for encoding "UTF8": 0x00' });
  const bytes = encodeText(text, encoding);
  return bytes.ok ? ok({ storage: 'bytes', bytes: bytes.value }) : bytes;
}

/** The text of bytes in the encoding of the database. */
export function formatCharacters(value: KeyValue, { encoding }: ServerSpec = DEFAULT_SERVER): string {
  assertStorage(value, 'bytes');
  return decodeText(value.bytes, encoding);
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
