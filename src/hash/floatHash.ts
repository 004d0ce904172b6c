import { hashBytesExtended } from './lookup3.ts';

const bytes = new Uint8Array(8);
const view = new DataView(bytes.buffer);

const NAN_HI = 0x7ff80000;

/**
 * hashfloat8extended() in src/backend/access/hash/hashfunc.c (the same since minor releases of September 2021): the bytes
 * of the double, lowest first. 0 and -0 are equal, so both give the seed itself; every NaN is hashed as one bit pattern.
 * hashfloat4extended() widens to double first, which makes equal values of both types hash alike.
 */
export function hashDouble(value: number, seedHi: number, seedLo: number, out: Uint32Array): void {
  if (value === 0) {
    out[0] = seedHi;
    out[1] = seedLo;
    return;
  }
  if (Number.isNaN(value)) {
    view.setUint32(0, 0);
    view.setUint32(4, NAN_HI, true);
  } else view.setFloat64(0, value, true);
  hashBytesExtended(bytes, 0, 8, seedHi, seedLo, out);
}
