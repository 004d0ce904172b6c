import { parseNetwork } from '../input/inetInput.ts';
import { formatNetwork } from '../input/inetOutput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/** Both address types have those of inet. */
export const networkOps = [
  { name: 'inet_ops', family: 'network_ops', hashFunction: 'hashinetextended' },
  { name: 'cidr_ops', family: 'network_ops', hashFunction: 'hashinetextended' },
] as const;

/**
 * inet_in(), inet_out() and hashinetextended() in src/backend/utils/adt/network.c. Hashed are family (2 or 3), prefix
 * length and the whole address, so 10.0.0.1 and 10.0.0.1/8 differ.
 */
export const inet = {
  id: 'inet',
  sqlName: 'inet',
  aliases: [],
  storage: 'bytes',
  rule: 'inet',
  operatorClasses: networkOps,
  parse: (text) => parseNetwork(text, 'inet'),
  format(value) {
    assertStorage(value, 'bytes');
    return formatNetwork(value.bytes);
  },
} as const satisfies KeyType;
