import { ok } from '../../lib/result.ts';
import { formatAcl, parseAcl } from '../input/aclInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import { hashWordExtended } from '../lookup3.ts';
import { wordAt } from '../made/packed.ts';

/**
 * aclitemin(), aclitemout() and hash_aclitem_extended() in src/backend/utils/adt/acl.c: the sum of the privilege bits,
 * grantee and grantor in 32 bits, which with seed 0 is the hash itself. Grant options were the upper half of a 32-bit mask
 * up to version 15 and are the upper half of a 64-bit one since, out of the sum's reach; so a value is packed as grantee,
 * grantor, rights, grant options, and the part of the mask that the server's version sums up.
 */
export const aclitem = {
  id: 'aclitem',
  sqlName: 'aclitem',
  aliases: [],
  storage: 'bytes',
  rule: 'aclitem',
  operatorClasses: [{ name: 'aclitem_ops', family: 'aclitem_ops', hashFunction: 'hash_aclitem_extended' }],
  hash: {
    storage: 'bytes',
    hash(data, start, _end, seedHi, seedLo, out) {
      const sum = wordAt(data, start) + wordAt(data, start + 4) + wordAt(data, start + 16);
      if (seedHi === 0 && seedLo === 0) {
        out[0] = 0;
        out[1] = sum;
      } else hashWordExtended(sum | 0, seedHi, seedLo, out);
    },
  },
  parse(text, { version }) {
    const item = parseAcl(text, version);
    if (!item.ok) return item;
    const { grantee, grantor, rights, grantOptions } = item.value;
    const summed = version < 16 ? rights | (grantOptions << 16) : rights;
    const words = Uint32Array.of(grantee, grantor, rights, grantOptions, summed);
    return ok({ storage: 'bytes', bytes: new Uint8Array(words.buffer) });
  },
  format(value) {
    assertStorage(value, 'bytes');
    const [grantee, grantor, rights, grantOptions] = [0, 4, 8, 12].map((at) => wordAt(value.bytes, at) >>> 0);
    return formatAcl({ grantee: grantee!, grantor: grantor!, rights: rights!, grantOptions: grantOptions! });
  },
} as const satisfies KeyType;
