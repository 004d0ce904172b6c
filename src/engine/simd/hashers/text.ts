import type { ColumnHasher } from '../columnHasher.ts';
import type { SimdExports } from '../simdExports.ts';
import type { SimdMemory } from '../simdMemory.ts';
import { stateOf } from './seedState.ts';

const WORD_BYTES = 4;

/** What the module's functions for text keys are given: numbers of one count of digits, and lookup3's state for the length. */
export interface TextRun {
  readonly number: number;
  readonly count: number;
  readonly length: number;
  readonly digits: number;
  readonly state: readonly [a: number, b: number, c: number];
}

/** Uses rows in parts of one length; `done` rows came before the part. */
export type ForTextRuns = (firstRow: number, rows: number, use: (run: TextRun, done: number) => void) => void;

/** A prefix and the decimal number start + row, zero-padded; cut where the number gets one more digit. */
export function prepareTexts(
  wasm: SimdExports,
  memory: SimdMemory,
  prefix: string,
  start: number,
  pad: number,
): ForTextRuns {
  const prefixBytes = new TextEncoder().encode(prefix);
  const template = wasm.TEMPLATE.value;
  const states = new Map<number, TextRun['state']>();
  return (firstRow, rows, use) => {
    memory.bytes(template, prefixBytes.length).set(prefixBytes);
    for (let done = 0; done < rows; ) {
      const number = start + firstRow + done;
      const significant = String(number).length;
      const digits = Math.max(pad, significant);
      // 10^16 is beyond every number.
      const count = Math.min(rows - done, 10 ** significant - number);
      const length = prefixBytes.length + digits;
      if (!states.has(length)) states.set(length, stateOf(length));
      use({ number, count, length, digits, state: states.get(length)! }, done);
      done += count;
    }
  };
}

export function textHasher(
  wasm: SimdExports,
  memory: SimdMemory,
  prefix: string,
  start: number,
  pad: number,
): ColumnHasher {
  const forRuns = prepareTexts(wasm, memory, prefix, start, pad);
  return (firstRow, rows, outHi, outLo) =>
    forRuns(firstRow, rows, ({ number, count, length, digits, state }, done) => {
      const offset = done * WORD_BYTES;
      wasm.hashText(BigInt(number), count, length, digits, ...state, outHi + offset, outLo + offset);
    });
}
