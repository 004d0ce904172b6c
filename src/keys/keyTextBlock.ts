import type { BytesColumn, Column } from '../hash/column.ts';
import { getKeyType } from '../hash/getKeyType.ts';
import { DEFAULT_SERVER } from '../hash/server.ts';
import type { KeySpec } from './keySpec.ts';
import { ensureText, isUtf8Text, type TextBuffer, textWriter } from './valueTexts.ts';

/** Texts of a block of keys: that of key i is data[offsets[i] .. offsets[i + 1]). Valid until the next call. */
export interface TextBlock {
  readonly data: Uint8Array;
  readonly offsets: Uint32Array;
}

const COLON = 58;

/**
 * Writes keys as clients of a sharded database would name them: the text of each column as PostgreSQL prints it (see
 * KeyType.format), joined by colons, in UTF-8 whatever the encoding of the database; keyTexts() for a block.
 * @param capacity most keys of a block
 * @returns a function of the filled columns and the number of keys in them
 */
export function createKeyTextBlock(
  spec: KeySpec,
  capacity: number,
): (columns: readonly Column[], count: number) => TextBlock {
  const { server = DEFAULT_SERVER } = spec;
  const types = spec.columns.map(({ type }) => getKeyType(type));
  // The bytes of a single text column are the texts already.
  if (types.length === 1 && isUtf8Text(types[0]!, server)) return (columns) => columns[0] as BytesColumn;
  const writers = types.map((type) => textWriter(type, server));
  const offsets = new Uint32Array(capacity + 1);
  const buffer: TextBuffer = { data: new Uint8Array(capacity * 16), end: 0 };
  return (columns, count) => {
    buffer.end = 0;
    for (let i = 0; i < count; i++) {
      for (let c = 0; c < writers.length; c++) {
        if (c > 0) {
          ensureText(buffer, 1);
          buffer.data[buffer.end++] = COLON;
        }
        writers[c]!(columns[c]!, i, buffer);
      }
      offsets[i + 1] = buffer.end;
    }
    return { data: buffer.data, offsets };
  };
}
