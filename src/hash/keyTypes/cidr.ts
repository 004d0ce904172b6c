import { parseNetwork } from '../input/inetInput.ts';
import { formatNetwork } from '../input/inetOutput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import { networkOps } from './inet.ts';

/**
 * cidr_in() and cidr_out() in src/backend/utils/adt/network.c: a network, always printed with its prefix length; hashed as
 * the inet of the same bytes, whose operator classes it has.
 */
export const cidr = {
  id: 'cidr',
  sqlName: 'cidr',
  aliases: [],
  storage: 'bytes',
  rule: 'inet',
  operatorClasses: networkOps,
  parse: (text) => parseNetwork(text, 'cidr'),
  format(value) {
    assertStorage(value, 'bytes');
    const written = formatNetwork(value.bytes);
    return written.includes('/') ? written : `${written}/${value.bytes[1]}`;
  },
} as const satisfies KeyType;
