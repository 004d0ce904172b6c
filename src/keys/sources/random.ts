import type { Column } from '../../hash/column.ts';
import { randomUnit, randomWord } from '../../lib/prng.ts';
import type { SourceSpec } from '../keySpec.ts';
import { integerRange } from '../ranges.ts';
import type { KeySource } from '../source.ts';
import { randomBits, writeBytes16 } from '../words128.ts';

type RandomSpec = Extract<SourceSpec, { kind: 'random' }>;

/** How a random word becomes a word value: its leading bits, or a number scaled to the range of date. */
function wordOf(type: string, seed: number, row: number): number {
  if (type === 'int2') return (randomWord(seed, row, 0) | 0) >> 16;
  if (type === 'bool') return randomWord(seed, row, 0) >>> 31;
  if (type !== 'date') return randomWord(seed, row, 0);
  const { min, max } = integerRange('date');
  return min + Math.floor(randomUnit(seed, row, 0) * (max - min + 1));
}

/** Uniform over the whole range of the type; 16 random bytes for bytea. Keys may repeat, as dice do. */
export const random: KeySource<RandomSpec> = {
  kind: 'random',
  types: ['int8', 'int4', 'int2', 'oid', 'bool', 'date', 'bytea'],
  fields: [],
  defaults: () => ({ kind: 'random' }),
  validate: () => null,

  prepare(_spec, type, seed, capacity) {
    const bits = new Uint32Array(type === 'bytea' ? capacity * 4 : 0);
    return {
      maxBytes: type === 'bytea' ? 16 : 0,
      fill(column: Column, firstRow, count, at) {
        if (column.storage === 'word') {
          for (let i = 0; i < count; i++) column.words[at + i] = wordOf(type, seed, firstRow + i);
        } else if (column.storage === 'long') {
          for (let i = 0; i < count; i++) {
            column.hi[at + i] = randomWord(seed, firstRow + i, 0);
            column.lo[at + i] = randomWord(seed, firstRow + i, 1);
          }
        } else {
          randomBits(bits, seed, firstRow, count);
          writeBytes16(column, bits, count, at);
        }
      },
    };
  },
};
