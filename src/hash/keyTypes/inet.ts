import { ok } from '../../lib/result.ts';
import { FAMILY_4, parseNetwork } from '../input/inetInput.ts';
import { formatIp6 } from '../input/ip6.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/** Both types have the operator classes of inet. */
export const networkOps = [
  { name: 'inet_ops', family: 'network_ops', hashFunction: 'hashinetextended' },
  { name: 'cidr_ops', family: 'network_ops', hashFunction: 'hashinetextended' },
] as const;

/**
 * inet_in(), inet_out() and hashinetextended() in src/backend/utils/adt/network.c: family, prefix length and address, so
 * the bits behind the prefix count too.
 */
export const inet = {
  id: 'inet',
  sqlName: 'inet',
  aliases: [],
  storage: 'bytes',
  rule: 'inet',
  operatorClasses: networkOps,
  parse(text) {
    const bytes = parseNetwork(text, 'inet');
    return bytes.ok ? ok({ storage: 'bytes', bytes: bytes.value }) : bytes;
  },
  format(value) {
    assertStorage(value, 'bytes');
    const { address, bits, all } = printNetwork(value.bytes);
    return all ? address : `${address}/${bits}`;
  },
} as const satisfies KeyType;

/** Address and prefix length, and whether the prefix is the whole address. */
export function printNetwork(bytes: Uint8Array): {
  readonly address: string;
  readonly bits: number;
  readonly all: boolean;
} {
  const isFour = bytes[0] === FAMILY_4;
  const bits = bytes[1]!;
  const address = bytes.subarray(2);
  return { address: isFour ? address.join('.') : formatIp6(address), bits, all: bits === (isFour ? 32 : 128) };
}
