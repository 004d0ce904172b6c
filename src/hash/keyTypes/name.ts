import { ok } from '../../lib/result.ts';
import { formatCharacters, parseCharacters } from '../input/characterInput.ts';
import { encodeText } from '../input/encodings.ts';
import type { KeyType } from '../keyType.ts';

/** NAMEDATALEN - 1 of src/include/pg_config_manual.h. */
const MAX_BYTES = 63;

/**
 * namein() in src/backend/utils/adt/name.c and hashnameextended() in src/backend/access/hash/hashfunc.c: the bytes of the
 * name, which is cut to 63 at a character boundary. The collation is ignored.
 */
export const name = {
  id: 'name',
  sqlName: 'name',
  aliases: [],
  storage: 'bytes',
  rule: 'name',
  operatorClasses: [{ name: 'name_ops', family: 'text_ops', hashFunction: 'hashnameextended' }],
  parse(text, { encoding }) {
    const parsed = parseCharacters(text, encoding);
    if (!parsed.ok) return parsed;
    let length = 0;
    for (const character of text) {
      const encoded = encodeText(character, encoding);
      const next = length + (encoded.ok ? encoded.value.length : 0);
      if (next > MAX_BYTES) break;
      length = next;
    }
    return ok({ storage: 'bytes', bytes: parsed.value.bytes.slice(0, length) });
  },
  format: formatCharacters,
} as const satisfies KeyType;
