import type { BytesColumn, Column, LongColumn, WordColumn } from '../hash/column.ts';
import type { KeyType } from '../hash/keyType.ts';
import type { ServerSpec } from '../hash/server.ts';
import { writeDecimal } from './decimal.ts';
import { valueAt } from './keyText.ts';

/** UTF-8 bytes behind one another; longer arrays take the place of `data` when it is full. */
export interface TextBuffer {
  data: Uint8Array;
  end: number;
}

/** Writes PostgreSQL's text of one value of a column behind the others. */
export type WriteText = (column: Column, index: number, to: TextBuffer) => void;

/** Most bytes of a 64-bit integer: a sign and 19 digits. */
const MAX_LONG_BYTES = 20;
const UUID_BYTES = 36;

const TWO_32 = 4294967296;
const BILLION = 1_000_000_000;
const MINUS = 45;

const encoder = new TextEncoder();

/**
 * How the values of a type are written: integers, UUIDs and character strings byte by byte, without allocation; all
 * others by the type's own output function.
 */
export function textWriter(type: KeyType, server: ServerSpec): WriteText {
  switch (type.id) {
    case 'int2':
    case 'int4':
      return (column, index, to) => writeInteger((column as WordColumn).words[index]!, to);
    case 'oid':
      return (column, index, to) => writeInteger((column as WordColumn).words[index]! >>> 0, to);
    case 'int8':
      return (column, index, to) => {
        const { hi, lo } = column as LongColumn;
        writeLong(hi[index]!, lo[index]!, to);
      };
    case 'uuid':
      return (column, index, to) => {
        const { data, offsets } = column as BytesColumn;
        writeUuid(data, offsets[index]!, to);
      };
    default:
      if (isUtf8Text(type, server)) return writeBytes;
      return (column, index, to) => writeString(type.format(valueAt(column, index), server), to);
  }
}

/** Whether the bytes of a value are its text in UTF-8 as they are. */
export function isUtf8Text({ id }: KeyType, { encoding }: ServerSpec): boolean {
  return encoding === 'UTF8' && (id === 'text' || id === 'varchar' || id === 'bpchar');
}

/** Makes room for `length` more bytes. */
export function ensureText(to: TextBuffer, length: number): void {
  if (to.end + length <= to.data.length) return;
  const longer = new Uint8Array(Math.max(to.end + length, 2 * to.data.length));
  longer.set(to.data);
  to.data = longer;
}

function writeInteger(value: number, to: TextBuffer): void {
  ensureText(to, MAX_LONG_BYTES);
  to.end = writeDecimal(to.data, to.end, value, 0);
}

/** A signed 64-bit integer. Below 2^53 it is one double, above it is divided by a billion, 16 bits at a time. */
function writeLong(hi: number, lo: number, to: TextBuffer): void {
  if (hi >= -0x20_0000 && hi < 0x20_0000) {
    // -2^53 itself is no safe integer, yet as exact as its digits.
    writeInteger(hi * TWO_32 + lo, to);
    return;
  }
  ensureText(to, MAX_LONG_BYTES);
  if (hi < 0) to.data[to.end++] = MINUS;
  // The magnitude, as for every two's complement: all bits turned, plus one.
  const low = hi < 0 ? -lo >>> 0 : lo;
  const high = hi < 0 ? (~hi + Number(lo === 0)) >>> 0 : hi;
  const first = high % BILLION;
  const second = first * 65536 + (low >>> 16);
  const third = (second % BILLION) * 65536 + (low & 0xffff);
  // Up to 2^63 / 10^9, which is below 2^34: the quotient's parts by their weights.
  const quotient =
    Math.floor(high / BILLION) * TWO_32 + Math.floor(second / BILLION) * 65536 + Math.floor(third / BILLION);
  to.end = writeDecimal(to.data, to.end, quotient, 0);
  to.end = writeDecimal(to.data, to.end, third % BILLION, 9);
}

function writeUuid(bytes: Uint8Array, from: number, to: TextBuffer): void {
  ensureText(to, UUID_BYTES);
  const { data } = to;
  let at = to.end;
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) data[at++] = MINUS;
    const byte = bytes[from + i]!;
    data[at++] = hexDigit(byte >> 4);
    data[at++] = hexDigit(byte & 15);
  }
  to.end = at;
}

/** 0 to 9 are 48 to 57, a to f are 97 to 102. */
function hexDigit(value: number): number {
  return value < 10 ? 48 + value : 87 + value;
}

function writeBytes(column: Column, index: number, to: TextBuffer): void {
  const { data, offsets } = column as BytesColumn;
  const end = offsets[index + 1]!;
  ensureText(to, end - offsets[index]!);
  for (let i = offsets[index]!; i < end; i++) to.data[to.end++] = data[i]!;
}

function writeString(text: string, to: TextBuffer): void {
  // A UTF-16 unit takes three bytes at most.
  ensureText(to, 3 * text.length);
  to.end += encoder.encodeInto(text, to.data.subarray(to.end)).written;
}
