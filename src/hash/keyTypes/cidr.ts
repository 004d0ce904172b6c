import { ok } from '../../lib/result.ts';
import { parseNetwork } from '../input/inetInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import { networkOps, printNetwork } from './inet.ts';

/** cidr_in() and cidr_out() in src/backend/utils/adt/network.c; hashed as inet, whose operator class is its default. */
export const cidr = {
  id: 'cidr',
  sqlName: 'cidr',
  aliases: [],
  storage: 'bytes',
  rule: 'inet',
  operatorClasses: networkOps,
  parse(text) {
    const bytes = parseNetwork(text, 'cidr');
    return bytes.ok ? ok({ storage: 'bytes', bytes: bytes.value }) : bytes;
  },
  format(value) {
    assertStorage(value, 'bytes');
    const { address, bits } = printNetwork(value.bytes);
    return `${address}/${bits}`;
  },
} as const satisfies KeyType;
