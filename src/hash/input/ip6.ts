import type { Network } from './inetInput.ts';

/**
 * Reads an IPv6 address with an optional prefix length: inet_cidr_pton_ipv6() in src/backend/utils/adt/inet_net_pton.c.
 * Null when it is none.
 */
export function parseIp6(text: string): Network | null {
  const slash = text.indexOf('/');
  const bits = slash < 0 ? 128 : readBits(text.slice(slash + 1));
  if (bits === null) return null;
  const address = slash < 0 ? text : text.slice(0, slash);
  const halves = address.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = halves.map((half, index) => readGroups(half, index === halves.length - 1));
  if (head === null || head === undefined || tail === null) return null;
  if (tail === undefined) return head.length === 16 ? { bytes: head, bits } : null;
  const missing = 16 - head.length - tail.length;
  return missing > 0 ? { bytes: [...head, ...new Array<number>(missing).fill(0), ...tail], bits } : null;
}

/** Bytes of groups with colons between them; the last may be an IPv4 address. Nothing at all is no group. */
function readGroups(text: string, mayEndIn4: boolean): number[] | null {
  if (text === '') return [];
  const bytes: number[] = [];
  const groups = text.split(':');
  for (const [index, group] of groups.entries()) {
    if (group.includes('.')) {
      const octets = mayEndIn4 && index === groups.length - 1 ? readOctets(group) : null;
      if (octets === null) return null;
      bytes.push(...octets);
    } else {
      if (!/^[0-9a-f]{1,4}$/i.test(group)) return null;
      const word = Number.parseInt(group, 16);
      bytes.push(word >> 8, word & 255);
    }
  }
  return bytes.length <= 16 ? bytes : null;
}

/** getv4(): up to four octets without leading zeros; those that are missing are 0. */
function readOctets(text: string): number[] | null {
  const parts = text.split('.');
  if (parts.length > 4 || parts.some((part) => !/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255)) return null;
  return [...parts.map(Number), 0, 0, 0].slice(0, 4);
}

/** getbits(): a prefix length without leading zeros. */
function readBits(text: string): number | null {
  return /^(?:0|[1-9]\d{0,2})$/.test(text) && Number(text) <= 128 ? Number(text) : null;
}

/**
 * Prints an IPv6 address as pg_inet_net_ntop() in src/port/inet_net_ntop.c does: the longest run of zero groups becomes
 * `::`, and addresses that hold an IPv4 address end in it.
 */
export function formatIp6(bytes: Uint8Array): string {
  const words = Array.from({ length: 8 }, (_, i) => (bytes[2 * i]! << 8) | bytes[2 * i + 1]!);
  const { start, length } = longestZeros(words);
  const holds4 = start === 0 && (length === 6 || (length === 5 && words[5] === 0xffff));
  const groups = words.map((word) => word.toString(16));
  if (holds4) groups.splice(6, 2, bytes.subarray(12).join('.'));
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

/** The first of the longest runs of zeros. */
function longestZeros(words: readonly number[]): { readonly start: number; readonly length: number } {
  let best = { start: -1, length: 0 };
  for (let start = 0; start < words.length; start++) {
    let length = 0;
    while (words[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}
