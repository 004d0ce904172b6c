import { ok } from '../../lib/result.ts';
import { readUint32 } from '../input/unsignedInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

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
  operatorClasses: [{ name: 'oidvector_ops', family: 'oidvector_ops', hashFunction: 'hashoidvectorextended' }],
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
