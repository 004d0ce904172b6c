import type { ColumnHasher } from '../columnHasher.ts';
import type { SimdExports } from '../simdExports.ts';
import type { SimdMemory } from '../simdMemory.ts';
import { stateOf } from './seedState.ts';

const WORD_BYTES = 4;

/** A prefix and the decimal number start + row, zero-padded; cut where the number gets one more digit. */
export function textHasher(
  wasm: SimdExports,
  memory: SimdMemory,
  prefix: string,
  start: number,
  pad: number,
): ColumnHasher {
  const prefixBytes = new TextEncoder().encode(prefix);
  const template = wasm.TEMPLATE.value;
  const states = new Map<number, readonly [a: number, b: number, c: number]>();
  return (firstRow, rows, outHi, outLo) => {
    memory.bytes(template, prefixBytes.length).set(prefixBytes);
    for (let done = 0; done < rows; ) {
      const number = start + firstRow + done;
      const significant = String(number).length;
      const digits = Math.max(pad, significant);
      // 10^16 is beyond every number.
      const count = Math.min(rows - done, 10 ** significant - number);
      const length = prefixBytes.length + digits;
      if (!states.has(length)) states.set(length, stateOf(length));
      const [a, b, c] = states.get(length)!;
      const offset = done * WORD_BYTES;
      wasm.hashText(BigInt(number), count, length, digits, a, b, c, outHi + offset, outLo + offset);
      done += count;
    }
  };
}
