import type { KeyTypeId } from '../hash/keyTypes/keyTypes.ts';
import type { Filler } from './source.ts';
import { markUuids, UUID_TEXT_BYTES, writeBytes16, writeUuidTexts } from './words128.ts';

/** Writes the 128 bits of each row, four words most significant first; version and variant are set afterwards. */
export type ComputeBits = (out: Uint32Array, firstRow: number, count: number) => void;

/** Types that a UUID source can feed: uuid itself, and the text types with the 36 characters of its text. */
export const uuidTypes = ['uuid', 'text', 'varchar', 'bpchar'] as const satisfies readonly KeyTypeId[];

/** A filler for UUIDs of one version. */
export function uuidFiller(type: string, capacity: number, version: number, compute: ComputeBits): Filler {
  const bits = new Uint32Array(capacity * 4);
  const write = type === 'uuid' ? writeBytes16 : writeUuidTexts;
  return {
    maxBytes: type === 'uuid' ? 16 : UUID_TEXT_BYTES,
    fill(column, firstRow, count, at) {
      if (column.storage !== 'bytes') throw new TypeError(`UUIDs need a bytes column, not a ${column.storage} column`);
      compute(bits, firstRow, count);
      markUuids(bits, version, count);
      write(column, bits, count, at);
    },
  };
}
