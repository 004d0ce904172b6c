import { ok } from '../../lib/result.ts';
import { formatRights, parseAcl } from '../input/aclInput.ts';
import { roleName } from '../input/aclRoles.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import { hashWordExtended } from '../lookup3.ts';

/** Length of AclItem on 15, whose privileges are 32 bits: the upper half holds what may be passed on. From 16 on both double. */
const LENGTH_15 = 12;
const LENGTH_16 = 16;

/**
 * aclitemin(), aclitemout() and hash_aclitem_extended() in src/backend/utils/adt/acl.c. A value is kept as the AclItem of its
 * server: the oids of grantee and grantor, then the privileges. Hashed is the sum of the three as 32 bits, which on 15 takes
 * the grant options in and from 16 on does not; with seed 0 the sum is the hash. `postgres=r/postgres` is 10 + 10 + 2.
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
      const sum = (readWord(data, start) + readWord(data, start + 4) + readWord(data, start + 8)) | 0;
      if (seedHi !== 0 || seedLo !== 0) {
        hashWordExtended(sum, seedHi, seedLo, out);
        return;
      }
      out[0] = 0;
      out[1] = sum;
    },
  },
  parse(text, server) {
    const item = parseAcl(text, server);
    if (!item.ok) return item;
    const { grantee, grantor, privileges, grantable } = item.value;
    const bytes = new Uint8Array(server.version < 16 ? LENGTH_15 : LENGTH_16);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, grantee, true);
    view.setUint32(4, grantor, true);
    view.setUint16(8, privileges, true);
    view.setUint16(server.version < 16 ? 10 : 12, grantable, true);
    return ok({ storage: 'bytes', bytes });
  },
  format(value) {
    assertStorage(value, 'bytes');
    const { buffer, byteOffset, length } = value.bytes;
    const view = new DataView(buffer, byteOffset, length);
    const grantee = view.getUint32(0, true);
    const rights = formatRights(view.getUint16(8, true), view.getUint16(length === LENGTH_15 ? 10 : 12, true));
    return `${grantee === 0 ? '' : roleName(grantee)}=${rights}/${roleName(view.getUint32(4, true))}`;
  },
} as const satisfies KeyType;

function readWord(data: Uint8Array, at: number): number {
  return data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24);
}
