import { ok } from '../../lib/result.ts';
import { readUint32 } from '../input/unsignedInput.ts';
import type { CustomHash, KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import { hashWordExtended } from '../lookup3.ts';
import { arrayOps } from '../made/arrayOf.ts';
import { addElement } from '../made/packed.ts';
import { wordAt } from '../wordAt.ts';

/** hash_array_extended() in src/backend/utils/adt/arrayfuncs.c over the oids. */
const asArray: CustomHash = {
  storage: 'bytes',
  hash(data, start, end, seedHi, seedLo, out) {
    let hi = 0;
    let lo = 1;
    for (let at = start; at < end; at += 4) {
      hashWordExtended(wordAt(data, at), seedHi, seedLo, out);
      addElement(hi, lo, out);
      hi = out[0]!;
      lo = out[1]!;
    }
    out[0] = hi;
    out[1] = lo;
  },
};

/**
 * oidvectorin() and oidvectorout() in src/backend/utils/adt/oid.c, hashoidvectorextended() in
 * src/backend/access/hash/hashfunc.c: any number of oids, four bytes each, low byte first. Nothing has to stand between
 * them: `08` is the octal 0 followed by an 8 (in 15 the decimal 8).
 */
export const oidvector = {
  id: 'oidvector',
  sqlName: 'oidvector',
  aliases: [],
  storage: 'bytes',
  rule: 'bytes',
  operatorClasses: [
    { name: 'oidvector_ops', family: 'oidvector_ops', hashFunction: 'hashoidvectorextended' },
    { ...arrayOps[0], hashed: { rule: 'array', hash: asArray } },
  ],
  parse(text, { version }) {
    const words: number[] = [];
    for (let rest = skipSpace(text); rest !== ''; ) {
      const prefix = readUint32(rest, 'oid', version);
      if (!prefix.ok) return prefix;
      words.push(prefix.value.word);
      rest = skipSpace(prefix.value.rest);
    }
    const bytes = new Uint8Array(4 * words.length);
    const view = new DataView(bytes.buffer);
    for (const [i, word] of words.entries()) view.setInt32(4 * i, word, true);
    return ok({ storage: 'bytes', bytes });
  },
  format(value) {
    assertStorage(value, 'bytes');
    const { buffer, byteOffset, length } = value.bytes;
    const view = new DataView(buffer, byteOffset, length);
    return Array.from({ length: length / 4 }, (_, i) => view.getUint32(4 * i, true)).join(' ');
  },
} as const satisfies KeyType;

function skipSpace(text: string): string {
  return text.replace(/^[ \t\n\v\f\r]+/, '');
}
