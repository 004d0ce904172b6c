import { hashColumnBlock } from '../../hash/blocks.ts';
import type { Column } from '../../hash/column.ts';
import { combineWithZero } from '../../hash/combine.ts';
import { getKeyType } from '../../hash/getKeyType.ts';
import { DEFAULT_SERVER, type ServerSpec } from '../../hash/server.ts';
import { createColumn } from '../../keys/createColumn.ts';
import type { KeyColumnSpec } from '../../keys/keySpec.ts';
import { getSource } from '../../keys/sources.ts';
import { randomHasher } from './hashers/random.ts';
import { serialHasher } from './hashers/serial.ts';
import { textHasher } from './hashers/text.ts';
import { timestampsHasher } from './hashers/timestamps.ts';
import { uuidHasher } from './hashers/uuid.ts';
import type { SimdExports } from './simdExports.ts';
import type { SimdMemory } from './simdMemory.ts';

/**
 * Writes the hashes of a column's rows firstRow .. firstRow + rows - 1, each plus the constant of hash_combine64(), to the
 * arrays at outHi and outLo; at most BLOCK rows.
 */
export type ColumnHasher = (firstRow: number, rows: number, outHi: number, outLo: number) => void;

/** A hasher whose keys never leave the module's memory, or null when there is none for this source and type. Rows are below `rows`. */
export function createColumnHasher(
  wasm: SimdExports,
  memory: SimdMemory,
  column: KeyColumnSpec,
  rows: number,
  seed: number,
  server: ServerSpec = DEFAULT_SERVER,
): ColumnHasher | null {
  const { source, type, operatorClass } = column;
  // Types with a hash of their own, or of their operator class, are left to the reference.
  if (getKeyType(type, operatorClass).hash !== undefined) return null;
  switch (source.kind) {
    case 'serial':
      return serialHasher(wasm, memory, source, type, rows);
    case 'timestamps':
      return timestampsHasher(wasm, source, type);
    case 'text':
      // The module writes prefixes as UTF-8.
      return server.encoding === 'UTF8' ? textHasher(wasm, memory, source.prefix, source.start, source.pad) : null;
    case 'uuidv4':
    case 'uuidv7':
      return type === 'uuid' ? uuidHasher(wasm, source, seed) : null;
    case 'random':
      return randomHasher(wasm, type, seed);
    default:
      return null;
  }
}

/**
 * A hasher for whatever a source makes: it fills the module's memory where the storage allows, else the reference hashes
 * too. The last thing to be placed: its views must stay.
 */
export function createFilledHasher(
  wasm: SimdExports,
  memory: SimdMemory,
  column: KeyColumnSpec,
  seed: number,
  server: ServerSpec = DEFAULT_SERVER,
): ColumnHasher {
  const capacity = wasm.BLOCK.value;
  const filler = getSource(column.source.kind).prepare(column.source, column.type, seed, capacity, server);
  const type = getKeyType(column.type, column.operatorClass);
  const storage = type.hash === undefined ? type.storage : null;
  const words = memory.words(wasm.WORDS.value, capacity);
  const wordsHi = memory.words(wasm.WORDS_HI.value, capacity);
  if (storage === 'word') {
    const target: Column = { storage, words: new Int32Array(words.buffer, words.byteOffset, capacity) };
    return (firstRow, rows, outHi, outLo) => {
      filler.fill(target, firstRow, rows, 0);
      wasm.hashWords(rows, outHi, outLo);
    };
  }
  if (storage === 'long') {
    const target: Column = { storage, hi: new Int32Array(words.buffer, wordsHi.byteOffset, capacity), lo: words };
    return (firstRow, rows, outHi, outLo) => {
      filler.fill(target, firstRow, rows, 0);
      wasm.hashLongs(rows, outHi, outLo);
    };
  }
  const target = createColumn(type, capacity, filler.maxBytes);
  return (firstRow, rows, outHi, outLo) => {
    filler.fill(target, firstRow, rows, 0);
    const hi = memory.words(outHi, rows);
    const lo = memory.words(outLo, rows);
    hashColumnBlock(target, rows, hi, lo);
    combineWithZero(hi, lo, rows);
  };
}
