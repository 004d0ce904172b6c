/** An address and how many of its leading bits are the network. */
export interface Network {
  /** 4 or 16. */
  readonly address: Uint8Array;
  readonly bits: number;
}

/** 0 to 128 without leading zeros; getbits() in src/backend/utils/adt/inet_net_pton.c. */
const PREFIX = /^(?:0|[1-9]\d{0,2})$/;
const GROUP = /^[0-9a-f]{1,4}$/i;
/** A colon before the slash, where nothing is missing, counts for nothing. */
const IDLE_COLON = /(^|:)([0-9a-f]{1,4}):$/i;

/**
 * inet_cidr_pton_ipv6() in src/backend/utils/adt/inet_net_pton.c: eight groups of up to four hexadecimal digits, of which
 * one `::` replaces one or more; the last two may be an IPv4 address. Without a prefix length it is 128.
 */
export function parseIpv6(text: string): Network | null {
  const slash = text.indexOf('/');
  const prefix = slash < 0 ? null : text.slice(slash + 1);
  const bits = prefix === null ? 128 : PREFIX.test(prefix) ? Number(prefix) : 129;
  if (bits > 128) return null;
  const written = slash < 0 ? text : text.slice(0, slash).replace(IDLE_COLON, '$1$2');
  const halves = written.split('::').map((half) => (half === '' ? [] : half.split(':')));
  if (halves.length > 2) return null;
  const last = halves.at(-1)!;
  const [head, tail = null] = halves.map((groups) =>
    groups.flatMap((group, i) => {
      const isLast = groups === last && i === groups.length - 1;
      return isLast && group.includes('.') ? embeddedIpv4(group, prefix !== null) : groupBytes(group);
    }),
  );
  return place(head!, tail, bits);
}

/** The address with zeros between its halves; null when there is a byte too many, too few, or one that is none. */
function place(head: readonly number[], tail: readonly number[] | null, bits: number): Network | null {
  const length = head.length + (tail?.length ?? 0);
  if (tail === null ? length !== 16 : length >= 16) return null;
  const bytes = [...head, ...Array<number>(16 - length).fill(0), ...(tail ?? [])];
  return bytes.some((byte) => Number.isNaN(byte)) ? null : { address: Uint8Array.from(bytes), bits };
}

/** Two bytes, NaN when the text is no group. */
function groupBytes(group: string): readonly number[] {
  const word = GROUP.test(group) ? Number.parseInt(group, 16) : Number.NaN;
  return Number.isNaN(word) ? [Number.NaN] : [word >> 8, word & 255];
}

/**
 * getv4(): up to four numbers without leading zeros. Missing ones are 0, those at the end as well as those between two
 * dots; a dot may be the last character only before a slash.
 */
function embeddedIpv4(group: string, beforeSlash: boolean): readonly number[] {
  const parts = group.split('.');
  const octets = parts.map((part) => (/^(?:0|[1-9]\d{0,2})?$/.test(part) ? Number(part) : 256));
  if (parts.length > 4 || octets.some((octet) => octet > 255)) return [Number.NaN];
  if (parts.at(-1) === '' && !beforeSlash) return [Number.NaN];
  return [0, 1, 2, 3].map((i) => octets[i] ?? 0);
}
