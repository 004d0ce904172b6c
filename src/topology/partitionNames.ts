import { type Problem, problem } from '../lib/problem.ts';
import type { HashBound } from './layout.ts';

/** Longest name PostgreSQL keeps whole, in bytes of UTF-8: NAMEDATALEN - 1. It cuts longer ones, with a notice only. */
export const MAX_NAME_BYTES = 63;

/**
 * What names partitions by a pattern such as `{table}_{modulus}_{remainder}`. Other text, braces included, stays as it
 * is. The pattern is taken apart once: layouts of thousands of bounds are named at every edit.
 */
export function partitionNamer(pattern: string, table: string): (bound: HashBound) => string {
  const parts = pattern.split(/(\{(?:table|modulus|remainder)\})/);
  return ({ modulus, remainder }) => {
    let name = '';
    for (const part of parts) {
      if (part === '{modulus}') name += modulus;
      else if (part === '{remainder}') name += remainder;
      else name += part === '{table}' ? table : part;
    }
    return name;
  };
}

/** The partition name that a pattern gives for a single bound; see partitionNamer(). */
export function partitionName(pattern: string, table: string, bound: HashBound): string {
  return partitionNamer(pattern, table)(bound);
}

/**
 * Whether a pattern names every bound differently and the table's own name can be used. Null = accepted. Names that
 * come out too long are found when a layout is expanded, as they depend on its bounds.
 */
export function checkPattern(pattern: string, table: string): Problem | null {
  const error = checkName(table);
  if (error !== null) return error;
  if (pattern.includes('{modulus}') && pattern.includes('{remainder}')) return null;
  return problem('namePatternIncomplete', { value: pattern });
}

/** Whether PostgreSQL keeps a name as it is. Null = it does. */
export function checkName(name: string): Problem | null {
  if (name === '') return problem('nameEmpty');
  // No character takes more than three bytes for each of its UTF-16 units, and names of thousands of partitions are checked.
  if (name.length * 3 <= MAX_NAME_BYTES) return null;
  const bytes = new TextEncoder().encode(name).length;
  return bytes > MAX_NAME_BYTES ? problem('nameTooLong', { value: name, bytes, max: MAX_NAME_BYTES }) : null;
}
