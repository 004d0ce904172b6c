/** hash_combine64() of src/include/common/hashfn.h for the second and every further column of a key. */
import { add } from './lookup3.ts';
import { NEXT_HI, NEXT_LO, ROW_HI, ROW_LO } from './layout.ts';

/** row ^= (next + K) + (row << 54) + (row >>> 7); K has been added already. */
export function combine(rows: i32): void {
  for (let at: usize = 0, end = (rows as usize) << 2; at < end; at += 16) {
    const hi = v128.load(at, ROW_HI);
    const lo = v128.load(at, ROW_LO);
    const nextLo = v128.load(at, NEXT_LO);
    const sum = add(nextLo, v128.or(i32x4.shr_u(lo, 7), i32x4.shl(hi, 25)));
    const shifted = add(i32x4.shl(lo, 22), i32x4.shr_u(hi, 7));
    // A comparison is -1 where it holds.
    const high = i32x4.sub(add(v128.load(at, NEXT_HI), shifted), i32x4.lt_u(sum, nextLo));
    v128.store(at, v128.xor(hi, high), ROW_HI);
    v128.store(at, v128.xor(lo, sum), ROW_LO);
  }
}
