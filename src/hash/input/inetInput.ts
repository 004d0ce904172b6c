import { err, ok, type Result } from '../../lib/result.ts';
import type { KeyValue } from '../keyType.ts';
import type { PgError } from '../pgError.ts';
import { invalidSyntax } from './inputErrors.ts';
import { type Network, parseIpv6 } from './ipv6Input.ts';

// network_in() in src/backend/utils/adt/network.c, inet_net_pton.c beside it.

/** The family byte of an inet value, PGSQL_AF_INET and PGSQL_AF_INET6 of src/include/utils/inet.h. */
const IPV4 = 2;
const IPV6 = 3;

/**
 * An inet or cidr value as it is stored and hashed: family, prefix length, 4 or 16 bytes of address. A text with a colon
 * is IPv6. Of a cidr the bits right of the prefix must be 0, those of an inet are kept.
 */
export function parseNetwork(text: string, typeName: 'inet' | 'cidr'): Result<KeyValue, PgError> {
  const isIpv6 = text.includes(':');
  const network = isIpv6 ? parseIpv6(text) : typeName === 'cidr' ? parseIpv4Network(text) : parseIpv4(text);
  if (network === null) return invalidSyntax(typeName, text);
  if (typeName === 'cidr' && hasHostBits(network)) {
    return err({
      code: '22P02',
      message: `invalid cidr value: "${text}"`,
      detail: 'Value has bits set to right of mask.',
    });
  }
  const bytes = Uint8Array.of(isIpv6 ? IPV6 : IPV4, network.bits, ...network.address);
  return ok({ storage: 'bytes', bytes });
}

function hasHostBits({ address, bits }: Network): boolean {
  return address.some((byte, i) => (byte & (255 >> Math.min(8, Math.max(0, bits - 8 * i)))) !== 0);
}

/** inet_net_pton_ipv4(): one to four numbers; without a prefix length all four. A dot may follow the last. */
function parseIpv4(text: string): Network | null {
  const match = /^(\d+(?:\.\d+){0,3})\.?(?:\/(\d+))?$/.exec(text);
  const octets = toOctets(match?.[1]);
  if (match === null || octets === null) return null;
  const prefix = toPrefix(match[2]);
  const bits = prefix === null && octets.length === 4 ? 32 : prefix;
  if (bits === null || bits < 0 || bits > 32 || Math.floor(bits / 8) > octets.length) return null;
  return { address: padded(octets), bits };
}

/** inet_cidr_pton_ipv4(): one to four numbers or up to eight hexadecimal digits; a missing prefix length is inferred. */
function parseIpv4Network(text: string): Network | null {
  const match = /^(?:0[xX]([0-9a-fA-F]{1,8})|(\d+(?:\.\d+){0,3}))(?:\/(\d+))?$/.exec(text);
  if (match === null) return null;
  const octets = match[1] === undefined ? toOctets(match[2]) : fromHex(match[1]);
  if (octets === null) return null;
  const bits = toPrefix(match[3]) ?? inferPrefix(octets);
  return bits < 0 || bits > 32 ? null : { address: padded(octets), bits };
}

/** The class of the first number says how long the network is, but never shorter than what is written. */
function inferPrefix(octets: readonly number[]): number {
  const first = octets[0]!;
  const byClass = first >= 240 ? 32 : first >= 224 ? 8 : first >= 192 ? 24 : first >= 128 ? 16 : 8;
  const bits = Math.max(byClass, 8 * octets.length);
  return bits === 8 && first === 224 ? 4 : bits;
}

/** Leading zeros are taken. */
function toOctets(text: string | undefined): readonly number[] | null {
  const octets = (text ?? '').split('.').map(Number);
  return octets.every((octet) => octet <= 255) ? octets : null;
}

/** A last single digit is the high half of its byte. */
function fromHex(digits: string): readonly number[] {
  return digits.match(/..?/g)!.map((pair) => Number.parseInt(pair.padEnd(2, '0'), 16));
}

/** A prefix length as C's int holds it; null when there is none, which -1 means too. */
function toPrefix(digits: string | undefined): number | null {
  if (digits === undefined) return null;
  const bits = Number(BigInt.asIntN(32, BigInt(digits)));
  return bits === -1 ? null : bits;
}

function padded(octets: readonly number[]): Uint8Array {
  const address = new Uint8Array(4);
  address.set(octets);
  return address;
}
