import { hashBytesExtended } from './lookup3.ts';

const bytes = new Uint8Array(8);
const view = new DataView(bytes.buffer);

/** hashfloat8extended() in src/backend/access/hash/hashfunc.c; see hashDouble(). `out` takes [hi, lo]. */
export function hashFloat8(hi: number, lo: number, seedHi: number, seedLo: number, out: Uint32Array): void {
  view.setInt32(4, hi, true);
  view.setInt32(0, lo, true);
  hashDouble(seedHi, seedLo, out);
}

/** hashfloat4extended(): the float32 is widened, so that float4 and float8 agree where both are exact. */
export function hashFloat4(word: number, seedHi: number, seedLo: number, out: Uint32Array): void {
  view.setInt32(0, word, true);
  view.setFloat64(0, view.getFloat32(0, true), true);
  hashDouble(seedHi, seedLo, out);
}

/** Hash of the double in `bytes`: zero, also -0, gives the seed itself, and every NaN counts as 0x7FF8000000000000. */
function hashDouble(seedHi: number, seedLo: number, out: Uint32Array): void {
  const value = view.getFloat64(0, true);
  if (value === 0) {
    out[0] = seedHi;
    out[1] = seedLo;
    return;
  }
  if (Number.isNaN(value)) {
    view.setInt32(4, 0x7ff80000, true);
    view.setInt32(0, 0, true);
  }
  hashBytesExtended(bytes, 0, 8, seedHi, seedLo, out);
}
