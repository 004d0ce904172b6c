import type { PgError } from '../hash/pgError.ts';
import { quoteIfNeeded } from '../hash/pgKeywords.ts';

/** Longest value shown in a DETAIL, in bytes of UTF-8; the limit of `ExecFindPartition`'s description. */
const MAX_VALUE_BYTES = 64;

/**
 * The error for a row that no partition takes. Source: `ExecFindPartition` and `ExecBuildSlotPartitionKeyDescription` in
 * src/backend/executor/execPartition.c.
 * @param valueTexts each key column's value as its output function prints it; null = NULL
 */
export function noPartitionError(
  tableName: string,
  columns: readonly string[],
  valueTexts: readonly (string | null)[],
): PgError {
  const names = columns.map(quoteIfNeeded).join(', ');
  const values = valueTexts.map((text) => (text === null ? 'null' : cutValue(text))).join(', ');
  return {
    code: '23514',
    message: `no partition of relation "${tableName}" found for row`,
    detail: `Partition key of the failing row contains (${names}) = (${values}).`,
  };
}

/** At most 64 bytes, cut between characters and then marked with three dots; 64 bytes exactly are not cut. */
function cutValue(text: string): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= MAX_VALUE_BYTES) return text;
  let end = MAX_VALUE_BYTES;
  while ((bytes[end]! & 0xc0) === 0x80) end--;
  return `${new TextDecoder().decode(bytes.subarray(0, end))}...`;
}
