import type { PgError } from '../hash/pgError.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { checkBesideLayout, checkBoundValues } from './boundCheck.ts';
import { countUpTo, greatestModulus } from './boundOrder.ts';
import type { HashPartition, Layout } from './layout.ts';

/** A table partitioned by hash: its catalog name, unquoted, and its partitions, legal and sorted. */
export interface HashTable {
  readonly name: string;
  readonly partitions: Layout;
}

/**
 * CREATE TABLE ... PARTITION OF, or ATTACH PARTITION of a table that exists, with PostgreSQL's checks in its order:
 * - create: name taken, index of slots too large, modulus, remainder, modulus rule, overlap (`DefineRelation`)
 * - attach: modulus, remainder, index too large, already a partition, the table itself, modulus rule, overlap
 *   (`ATExecAttachPartition`); both in src/backend/commands/, order observed on 18.6
 *
 * Relations outside this table are not known: a CREATE clashes only with the table and its partitions.
 */
export function addPartition(
  table: HashTable,
  added: HashPartition,
  via: 'create' | 'attach',
): Result<HashTable, PgError> {
  const refused = via === 'create' ? refuseCreate(table, added) : refuseAttach(table, added);
  const error = refused ?? checkBesideLayout(table.partitions, added);
  if (error !== null) return err(error);
  const place = countUpTo(table.partitions, added);
  return ok({ ...table, partitions: table.partitions.toSpliced(place, 0, added) });
}

/** ALTER TABLE ... DETACH PARTITION. A name that is not a partition is taken for a table that exists elsewhere. */
export function detachPartition(table: HashTable, name: string): Result<HashTable, PgError> {
  const failure = insertFailure(table);
  if (failure !== null) return err(failure);
  const partitions = table.partitions.filter((partition) => partition.name !== name);
  if (partitions.length === table.partitions.length) {
    return err({ code: '42P01', message: `relation "${name}" is not a partition of relation "${table.name}"` });
  }
  return ok({ ...table, partitions });
}

/**
 * PostgreSQL keeps one 4-byte slot for each remainder of the greatest modulus and refuses an allocation of 1 GiB or
 * more (`MaxAllocSize`): from modulus 268435456 on the CREATE still succeeds, then every use of the table fails, except
 * DROP. The number is that of a 64-bit server; `create_hash_bounds` in partbounds.c.
 */
export function insertFailure(table: HashTable): PgError | null {
  const bytes = 4 * greatestModulus(table.partitions);
  if (bytes < 0x4000_0000) return null;
  return { code: 'XX000', message: `invalid memory alloc request size ${bytes}` };
}

function refuseCreate(table: HashTable, added: HashPartition): PgError | null {
  if (added.name === table.name || hasPartition(table, added.name)) {
    return { code: '42P07', message: `relation "${added.name}" already exists` };
  }
  return insertFailure(table) ?? checkBoundValues(added);
}

function refuseAttach(table: HashTable, added: HashPartition): PgError | null {
  const error = checkBoundValues(added) ?? insertFailure(table);
  if (error !== null) return error;
  if (hasPartition(table, added.name)) return { code: '42809', message: `"${added.name}" is already a partition` };
  if (added.name !== table.name) return null;
  const detail = `"${added.name}" is already a child of "${table.name}".`;
  return { code: '42P07', message: 'circular inheritance not allowed', detail };
}

function hasPartition(table: HashTable, name: string): boolean {
  return table.partitions.some((partition) => partition.name === name);
}
