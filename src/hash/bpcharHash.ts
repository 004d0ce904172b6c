import type { CustomHash } from './keyType.ts';
import { hashBytesExtended } from './lookup3.ts';

const BLANK = 0x20;

/**
 * hashbpcharextended() in src/backend/utils/adt/varchar.c under a deterministic collation: the bytes without the blanks at
 * their end (bcTruelen), of texts that are kept with them.
 */
export const bpcharHash = {
  storage: 'bytes',
  hash(data, start, end, seedHi, seedLo, out) {
    let last = end;
    while (last > start && data[last - 1] === BLANK) last--;
    hashBytesExtended(data, start, last, seedHi, seedLo, out);
  },
} as const satisfies CustomHash;
