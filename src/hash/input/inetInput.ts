import { err, ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';
import { invalidSyntax } from './inputErrors.ts';
import { parseIp6 } from './ip6.ts';

/** PGSQL_AF_INET and PGSQL_AF_INET6 of src/include/utils/inet.h, as they are stored and hashed. */
export const FAMILY_4 = 2;
export const FAMILY_6 = 3;

/** An address of 4 or 16 bytes and how many of its leading bits are the network. */
export interface Network {
  readonly bytes: readonly number[];
  readonly bits: number;
}

/**
 * Reads an address: network_in() in src/backend/utils/adt/network.c over pg_inet_net_pton() of inet_net_pton.c.
 * @returns family, prefix length and address, one byte behind the other: what PostgreSQL hashes
 */
export function parseNetwork(text: string, typeName: 'inet' | 'cidr'): Result<Uint8Array, PgError> {
  const isSix = text.includes(':');
  const network = isSix ? parseIp6(text) : typeName === 'inet' ? parseInet4(text) : parseCidr4(text);
  if (network === null) return invalidSyntax(typeName, text);
  if (typeName === 'cidr' && hasHostBits(network)) {
    const message = `invalid cidr value: "${text}"`;
    return err({ code: '22P02', message, detail: 'Value has bits set to right of mask.' });
  }
  return ok(Uint8Array.of(isSix ? FAMILY_6 : FAMILY_4, network.bits, ...network.bytes));
}

function hasHostBits({ bytes, bits }: Network): boolean {
  return bytes.some((byte, index) => {
    const kept = Math.min(8, Math.max(0, bits - 8 * index));
    return (byte & (0xff >> kept)) !== 0;
  });
}

/** inet_net_pton_ipv4(): all four octets, or fewer with a prefix length that they cover. */
function parseInet4(text: string): Network | null {
  const match = /^(\d+(?:\.\d+)*\.?)(?:\/(\d+))?$/.exec(text);
  if (match === null) return null;
  const octets = match[1]!
    .split('.')
    .filter((octet) => octet !== '')
    .map(Number);
  if (octets.length > 4 || octets.some((octet) => octet > 255)) return null;
  if (match[2] === undefined && (octets.length < 4 || match[1]!.endsWith('.'))) return null;
  const bits = Number(match[2] ?? 32);
  if (bits > 32 || Math.floor(bits / 8) > octets.length) return null;
  return { bytes: fill4(octets), bits };
}

/** inet_cidr_pton_ipv4(): octets or hexadecimal digits; without a prefix length the class of the network decides. */
function parseCidr4(text: string): Network | null {
  const match = /^(?:0x([0-9a-f]+)|(\d+(?:\.\d+)*))(?:\/(\d+))?$/i.exec(text);
  if (match === null) return null;
  const octets = match[1] === undefined ? match[2]!.split('.').map(Number) : hexOctets(match[1]);
  if (octets.length > 4 || octets.some((octet) => octet > 255)) return null;
  const bits = match[3] === undefined ? classBits(octets) : Number(match[3]);
  return bits > 32 ? null : { bytes: fill4(octets), bits };
}

function hexOctets(digits: string): number[] {
  const padded = digits.length % 2 === 0 ? digits : `${digits}0`;
  return Array.from({ length: padded.length / 2 }, (_, i) => Number.parseInt(padded.slice(2 * i, 2 * i + 2), 16));
}

function classBits(octets: readonly number[]): number {
  const [first = 0] = octets;
  const byClass = first >= 240 ? 32 : first >= 224 ? 8 : first >= 192 ? 24 : first >= 128 ? 16 : 8;
  const bits = Math.max(byClass, 8 * octets.length);
  return bits === 8 && first === 224 ? 4 : bits;
}

function fill4(octets: readonly number[]): number[] {
  return [...octets, 0, 0, 0, 0].slice(0, 4);
}
