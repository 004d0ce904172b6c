import type { Words } from '../../hash/trace.ts';

/** 16 hexadecimal digits in two groups. */
export function hex64({ hi, lo }: Words): string {
  return `0x${hi.toString(16).padStart(8, '0')}${lo.toString(16).padStart(8, '0')}`;
}

/** The unsigned 64-bit number in decimal digits. */
export function decimal64({ hi, lo }: Words): string {
  return ((BigInt(hi) << 32n) | BigInt(lo)).toString();
}

/** Bytes as PostgreSQL prints bytea, without the prefix; at most `most` of them. */
export function hexBytes(bytes: Uint8Array, most: number): string {
  return Array.from(bytes.subarray(0, most), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
