import { ok } from '../../lib/result.ts';
import { parseCharacters } from '../input/characterInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

const OCTAL = /^\\[0-7]{3}$/;

/**
 * charin() and charout() in src/backend/utils/adt/char.c, hashcharextended() in src/backend/access/hash/hashfunc.c: one
 * byte, the first of the text or a backslash and three octal digits, as a signed number; so \377 hashes like the integer
 * -1. Where C's char is unsigned (Linux on ARM) PostgreSQL hashes bytes from \200 on as positive numbers, up to 255.
 */
export const char = {
  id: '"char"',
  sqlName: '"char"',
  aliases: [],
  storage: 'word',
  rule: 'word',
  operatorClasses: [{ name: 'char_ops', family: 'char_ops', hashFunction: 'hashcharextended' }],
  parse(text, { encoding }) {
    const encoded = parseCharacters(text, encoding);
    if (!encoded.ok) return encoded;
    assertStorage(encoded.value, 'bytes');
    // \777 is taken too; only its low eight bits are kept.
    const byte = OCTAL.test(text) ? Number.parseInt(text.slice(1), 8) : (encoded.value.bytes[0] ?? 0);
    return ok({ storage: 'word', word: (byte << 24) >> 24 });
  },
  format(value) {
    assertStorage(value, 'word');
    if (value.word < 0) return `\\${(value.word & 255).toString(8)}`;
    return value.word === 0 ? '' : String.fromCharCode(value.word);
  },
} as const satisfies KeyType;
