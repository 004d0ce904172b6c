import type { LockUse, StepKind } from './plan.ts';

const inPlaceCopy: readonly LockUse[] = [
  { mode: 'ACCESS EXCLUSIVE', on: 'parent', brief: false },
  { mode: 'ACCESS EXCLUSIVE', on: 'partition', brief: false },
  { mode: 'ACCESS EXCLUSIVE', on: 'new', brief: false },
];

const locks: Readonly<Record<StepKind, readonly LockUse[]>> = {
  // DETACH takes the parent and the partition, and both stay locked to the COMMIT behind the copied rows.
  split: inPlaceCopy,
  merge: inPlaceCopy,
  regroup: inPlaceCopy,
  create: [
    { mode: 'ACCESS EXCLUSIVE', on: 'parent', brief: true },
    { mode: 'ACCESS EXCLUSIVE', on: 'new', brief: true },
  ],
  // CREATE TABLE (LIKE ...) only reads the definition of the old table.
  prepare: [
    { mode: 'ACCESS SHARE', on: 'oldTable', brief: true },
    { mode: 'ACCESS EXCLUSIVE', on: 'new', brief: true },
  ],
  // The rows are read from the old partition itself, so the old table stays unlocked.
  copy: [
    { mode: 'ACCESS SHARE', on: 'partition', brief: false },
    { mode: 'ROW EXCLUSIVE', on: 'new', brief: false },
  ],
  swap: [
    { mode: 'ACCESS EXCLUSIVE', on: 'oldTable', brief: true },
    { mode: 'ACCESS EXCLUSIVE', on: 'new', brief: true },
  ],
  drop: [{ mode: 'ACCESS EXCLUSIVE', on: 'oldTable', brief: true }],
};

/**
 * The strongest lock that a step takes on each object. Source: `AlterTableGetLockLevel` and the ATTACH and DETACH code in
 * src/backend/commands/tablecmds.c; the same in pg_locks of 15 and 18.
 */
export function locksOf(kind: StepKind): readonly LockUse[] {
  return locks[kind];
}
