import type { CreatedType } from './createdTypes.ts';

/** SQL as data: what is shown, copied, downloaded and run is always `text`. */
export interface SqlSection {
  /** -1 = set-up (CREATE TABLE and partitions of the old layout), otherwise the index of the plan step. */
  readonly step: number;
  /** Runnable as it stands in psql and through a simple-query connection; ends with a newline. */
  readonly text: string;
}

export interface SqlScript {
  readonly sections: readonly SqlSection[];
}

/** What DDL needs to know of the table beside its partitions. Names are unquoted catalog names, types as format_type(). */
export interface TableSpec {
  readonly schema: string | null;
  readonly name: string;
  readonly keyColumns: readonly KeyColumn[];
}

export interface KeyColumn {
  readonly name: string;
  readonly sqlType: string;
  /** Absent for the type's default one. */
  readonly operatorClass?: string;
  /** Types that have to be created first, each before those that use it. */
  readonly creates?: readonly CreatedType[];
}
