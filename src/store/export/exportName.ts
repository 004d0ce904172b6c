import type { Scenario } from '../scenario.ts';

/** Name of a file about a part of a scenario, without what file systems forbid: "orders-ring.png". */
export function exportName({ name }: Scenario, part: string, ending: string): string {
  return `${name.replaceAll(/[\\/:*?"<>|]+/g, '-')}-${part}.${ending}`;
}
