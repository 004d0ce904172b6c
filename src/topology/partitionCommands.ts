/** A command of ALTER TABLE that is for list and range only, and PostgreSQL's message where the table is a hash-partitioned one. */
export interface PartitionCommand {
  readonly command: string;
  readonly message: string;
}

/**
 * Both came with PostgreSQL 19; before they are syntax errors. The messages are those of transformPartitionCmdForSplit()
 * and transformPartitionCmdForMerge() in src/backend/parser/parse_utilcmd.c, which stop there, without DETAIL or HINT.
 */
export const partitionCommands = {
  split: { command: 'SPLIT PARTITION', message: 'partition of hash-partitioned table cannot be split' },
  merge: { command: 'MERGE PARTITIONS', message: 'partition of hash-partitioned table cannot be merged' },
} as const satisfies Readonly<Record<string, PartitionCommand>>;
