import { ok } from '../../lib/result.ts';
import { parseCharacters } from '../input/characterInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/**
 * charin() and charout() in src/backend/utils/adt/char.c; hashcharextended() in src/backend/access/hash/hashfunc.c. One
 * byte, hashed as a C char, which is signed on x86: 0xff hashes as -1. Text behind the first byte is ignored; \\ooo with
 * three octal digits is a byte (from version 16 on), and how bytes from 0x80 on are printed.
 */
export const char = {
  id: '"char"',
  sqlName: '"char"',
  aliases: [],
  storage: 'word',
  rule: 'word',
  operatorClasses: [{ name: 'char_ops', family: 'char_ops', hashFunction: 'hashcharextended' }],
  parse(text, { encoding, version }) {
    const octal = version < 16 ? null : /^\\[0-7]{3}$/.exec(text);
    if (octal !== null) return ok(signedByte(Number.parseInt(octal[0].slice(1), 8)));
    const parsed = parseCharacters(text, encoding);
    return parsed.ok ? ok(signedByte(parsed.value.bytes[0] ?? 0)) : parsed;
  },
  format(value) {
    assertStorage(value, 'word');
    const byte = value.word & 255;
    if (byte === 0) return '';
    return byte < 128 ? String.fromCharCode(byte) : `\\${byte.toString(8)}`;
  },
} as const satisfies KeyType;

function signedByte(byte: number): { readonly storage: 'word'; readonly word: number } {
  return { storage: 'word', word: (byte << 24) >> 24 };
}
