import { PGlite } from '@electric-sql/pglite';

const SEED = 8_816_678_312_871_386_365n;
const COMBINE = 5_305_509_591_434_766_563n;
const TWO_64 = 1n << 64n;

/**
 * The count by SQL in bigint arithmetic, the quickest exact form: PostgreSQL's own formula needs unsigned 64 bits, for
 * which one would take numeric at several times the cost. The row hash is h + COMBINE mod 2^64 for the signed hash h; it
 * passes 2^64 exactly when h >= -COMBINE and h < 0, and stays below 2^64 as h + 2^64 + COMBINE when h < -COMBINE.
 */
export function countQuery(rows: number, modulus: number): string {
  const m = BigInt(modulus);
  const plain = (COMBINE % m) + m;
  const wrapped = ((COMBINE + TWO_64) % m) + m;
  return `SELECT (h % ${m} + CASE WHEN h < -${COMBINE} THEN ${wrapped} ELSE ${plain} END) % ${m} AS remainder, count(*)::int AS rows
FROM (SELECT hashint8extended(i, ${SEED}) AS h FROM generate_series(1::bigint, ${rows}) AS i OFFSET 0) AS hashes
GROUP BY 1`;
}

/** A database whose row counts by remainder can be asked for. */
export interface SqlCounter {
  readonly version: string;
  count(rows: number, modulus: number): Promise<number[]>;
}

export async function openSqlCounter(): Promise<SqlCounter> {
  const db = await PGlite.create();
  const { rows } = await db.query<{ version: string }>('SELECT version()');
  return {
    version: rows[0]!.version,
    async count(keyRows, modulus) {
      const counts = new Array<number>(modulus).fill(0);
      const answer = await db.query<{ remainder: number; rows: number }>(countQuery(keyRows, modulus));
      for (const row of answer.rows) counts[Number(row.remainder)] = row.rows;
      return counts;
    },
  };
}
