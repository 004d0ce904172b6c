/**
 * The address of an inet or cidr value and its prefix length, as pg_inet_net_ntop() in src/port/inet_net_ntop.c writes
 * them; a prefix length of the whole address is left out.
 */
export function formatNetwork(bytes: Uint8Array): string {
  const [, bits] = bytes;
  const address = bytes.subarray(2);
  const written = address.length === 4 ? address.join('.') : formatIpv6(address);
  return bits === 8 * address.length ? written : `${written}/${bits}`;
}

/** The first of the longest runs of zero groups, of two at least, becomes `::`; the IPv4 addresses in IPv6 keep their dots. */
function formatIpv6(address: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, i) => (address[2 * i]! << 8) | address[2 * i + 1]!);
  const run = longestRun(groups);
  const words = groups.map((group) => group.toString(16));
  if (run === null) return words.join(':');
  const isMapped = run.start === 0 && (run.length === 6 || (run.length === 5 && groups[5] === 0xffff));
  if (isMapped) words.splice(6, 2, address.subarray(12).join('.'));
  return `${words.slice(0, run.start).join(':')}::${words.slice(run.start + run.length).join(':')}`;
}

function longestRun(groups: readonly number[]): { readonly start: number; readonly length: number } | null {
  let best = { start: 0, length: 1 };
  let length = 0;
  for (const [i, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0;
    if (length > best.length) best = { start: i - length + 1, length };
  }
  return best.length > 1 ? best : null;
}
