import type { Column } from '../hash/column.ts';
import { getKeyType } from '../hash/getKeyType.ts';
import { DEFAULT_SERVER, type ServerSpec } from '../hash/server.ts';
import { randomWord } from '../lib/prng.ts';
import { createColumn } from './createColumn.ts';
import type { KeyColumnSpec, KeySpec } from './keySpec.ts';
import type { Filler } from './source.ts';
import { getSource } from './sources.ts';

/** Rows of a block: small enough for the second-level cache, large enough to hide the calls. */
export const BLOCK_ROWS = 8192;

/** Reads keys block by block into columns that are reused: a read overwrites the one before it. */
export interface KeyReader {
  /** One column a key column, in order. */
  readonly columns: readonly Column[];
  readonly capacity: number;
  /** Fills the columns with rows firstRow .. firstRow + count - 1 (0-based); count <= capacity. */
  read(firstRow: number, count: number): void;
  /** Fills the columns with the rows rows[first .. first + count - 1], in any order; count <= capacity. */
  readRows(rows: Float64Array, first: number, count: number): void;
}

/** @param spec valid by validateKeySpec */
export function createKeyReader(spec: KeySpec, capacity: number = BLOCK_ROWS): KeyReader {
  const parts = spec.columns.map((column, index) =>
    prepareColumn(column, columnSeed(spec.seed, index), capacity, spec.server),
  );
  return {
    columns: parts.map((part) => part.column),
    capacity,
    read(firstRow, count) {
      for (const { filler, column } of parts) filler.fill(column, firstRow, count, 0);
    },
    readRows(rows, first, count) {
      for (const { filler, column } of parts) {
        for (let i = 0; i < count; i++) filler.fill(column, rows[first + i]!, 1, i);
      }
    },
  };
}

/** Seed of one column: two columns with the same source must not hold the same values. */
export function columnSeed(seed: number, column: number): number {
  return randomWord(seed, column, 0);
}

function prepareColumn(
  spec: KeyColumnSpec,
  seed: number,
  capacity: number,
  server: ServerSpec = DEFAULT_SERVER,
): { filler: Filler; column: Column } {
  const filler = getSource(spec.source.kind).prepare(spec.source, spec.type, seed, capacity, server);
  return { filler, column: createColumn(getKeyType(spec.type, spec.operatorClass), capacity, filler.maxBytes) };
}
