import { PGlite } from '@electric-sql/pglite';
import type { Timed } from './workloads.ts';

const SEED = 8_816_678_312_871_386_365n;
const COMBINE = 5_305_509_591_434_766_563n;
const TWO_64 = 1n << 64n;

/** The workloads whose keys SQL can make; random UUIDs would be others. */
const hashes = {
  int8: `hashint8extended(i, ${SEED})`,
  text: `hashtextextended('user_' || i, ${SEED})`,
};

export type SqlWorkload = keyof typeof hashes;

/**
 * The count by SQL in bigint arithmetic, the quickest exact form: PostgreSQL's own formula needs unsigned 64 bits, for
 * which one would take numeric at several times the cost. The row hash is h + COMBINE mod 2^64 for the signed hash h; it
 * passes 2^64 exactly when h >= -COMBINE and h < 0, and stays below 2^64 as h + 2^64 + COMBINE when h < -COMBINE.
 */
export function countQuery(workload: SqlWorkload, rows: number, modulus: number): string {
  const m = BigInt(modulus);
  const plain = (COMBINE % m) + m;
  const wrapped = ((COMBINE + TWO_64) % m) + m;
  return `SELECT (h % ${m} + CASE WHEN h < -${COMBINE} THEN ${wrapped} ELSE ${plain} END) % ${m} AS remainder, count(*)::int AS rows
FROM (SELECT ${hashes[workload]} AS h FROM generate_series(1::bigint, ${rows}) AS i OFFSET 0) AS hashes
GROUP BY 1`;
}

/** A database whose row counts by remainder can be asked for. */
export interface SqlCounter {
  readonly version: string;
  count(workload: SqlWorkload, rows: number, modulus: number): Promise<Timed>;
}

export async function openSqlCounter(): Promise<SqlCounter> {
  const db = await PGlite.create();
  const { rows } = await db.query<{ version: string }>('SELECT version()');
  return {
    version: rows[0]!.version,
    async count(workload, keyRows, modulus) {
      const counts = new Array<number>(modulus).fill(0);
      const start = performance.now();
      const answer = await db.query<{ remainder: number; rows: number }>(countQuery(workload, keyRows, modulus));
      const ms = performance.now() - start;
      for (const row of answer.rows) counts[Number(row.remainder)] = row.rows;
      return { ms, counts };
    },
  };
}
