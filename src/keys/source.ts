import type { Column } from '../hash/column.ts';
import type { ServerSpec } from '../hash/server.ts';
import type { Problem } from '../lib/problem.ts';
import type { SourceKind, SourceSpec } from './keySpec.ts';

/** One parameter of a source, as a form shows it. For text, min and max are lengths in characters. */
export type SourceField = NumberField | TextField;

export interface NumberField {
  readonly kind: 'integer' | 'decimal';
  /** Property of the spec, e.g. `stride`. */
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** `instant` is Unix milliseconds shown as a date; null is a bare number. */
  readonly unit: 'instant' | 'ms' | null;
}

export interface TextField {
  readonly kind: 'text';
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly default: string;
  readonly unit: null;
}

/** Writes values of consecutive rows; allocates nothing, so one filler serves one thread at a time. */
export interface Filler {
  /** Most bytes a value can take in a `bytes` column; 0 for the other storages. */
  readonly maxBytes: number;
  /**
   * Writes rows firstRow .. firstRow + count - 1 (0-based) to the positions at .. at + count - 1 of `column`.
   * In a `bytes` column offsets[at] must be set already: values are laid one behind the other.
   * @param count at most the capacity given to `prepare`
   */
  fill(column: Column, firstRow: number, count: number, at: number): void;
}

/**
 * A generator of key values: one file in sources/ and one line in sources.ts. Value i depends on the spec, the type,
 * the seed and i alone, so every block size and every worker gives the same keys.
 */
export interface KeySource<S extends SourceSpec = SourceSpec> {
  readonly kind: SourceKind;
  /** Ids of the types that this source can feed; null is every type. */
  readonly types: readonly string[] | null;
  readonly fields: readonly SourceField[];
  /** A spec that is valid for `type` and a few thousand rows or more. */
  defaults(type: string): S;
  /** Null, or what is wrong with `spec` for `rows` rows of `type`, with the value and the limit. */
  validate(spec: S, type: string, rows: number, server: ServerSpec): Problem | null;
  /**
   * @param spec valid for `type`
   * @param seed unsigned 32-bit seed of this column
   * @param capacity most rows of one `fill`
   */
  prepare(spec: S, type: string, seed: number, capacity: number, server: ServerSpec): Filler;
}
