import * as v from 'valibot';
import type { EditLabel } from './history.ts';

/** A document as it stood still for a while. */
export interface Version {
  /** Ascending with time. */
  readonly id: string;
  /** Unix milliseconds. */
  readonly time: number;
  readonly name: string;
  /** The last edit before; null when it is not known. */
  readonly label: EditLabel | null;
  /** As in a file. */
  readonly scenario: string;
}

export type NewVersion = Omit<Version, 'id'>;

export const MAX_VERSIONS = 50;

const schema = v.object({
  time: v.pipe(v.number(), v.safeInteger()),
  name: v.string(),
  label: v.nullable(
    v.object({ key: v.string(), params: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number()]))) }),
  ),
  scenario: v.string(),
});

/** Null for a damaged record. Whether the text is a scenario is found out when it is opened. */
export function parseVersion(id: string, data: unknown): Version | null {
  const parsed = v.safeParse(schema, data);
  // A label of another version of the app may have no text here; it is then shown by its key.
  return parsed.success ? { id, ...parsed.output, label: parsed.output.label as EditLabel | null } : null;
}
