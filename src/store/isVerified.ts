import type { Scenario } from './scenario.ts';

/** Whether a run on one document still speaks for another: its name and the row width decide neither SQL nor keys. */
export function isSameWork(a: Scenario | null, b: Scenario): boolean {
  return (
    a !== null &&
    a.keys === b.keys &&
    a.from === b.from &&
    a.to === b.to &&
    a.recipe === b.recipe &&
    a.table.schema === b.table.schema &&
    a.table.name === b.table.name &&
    a.table.partitionNames === b.table.partitionNames
  );
}
