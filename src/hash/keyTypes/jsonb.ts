import { formatCharacters, parseCharacters } from '../input/characterInput.ts';
import { hashJsonb } from '../jsonb/jsonbHash.ts';
import { parseJsonb } from '../jsonb/jsonbInput.ts';
import type { KeyType } from '../keyType.ts';

/** jsonb_in() and jsonb_out() in src/backend/utils/adt/jsonb.c; values are kept as their canonical text. */
export const jsonb = {
  id: 'jsonb',
  sqlName: 'jsonb',
  aliases: [],
  storage: 'bytes',
  rule: 'jsonb',
  operatorClasses: [{ name: 'jsonb_ops', family: 'jsonb_ops', hashFunction: 'jsonb_hash_extended' }],
  hash: { storage: 'bytes', hash: hashJsonb },
  parse(text, { encoding }) {
    const canonical = parseJsonb(text);
    return canonical.ok ? parseCharacters(canonical.value, encoding) : canonical;
  },
  format: formatCharacters,
} as const satisfies KeyType;
