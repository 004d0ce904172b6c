import type { Format } from '../../i18n/format.ts';
import type { HashPartition } from '../../topology/layout.ts';
import type { Command, CommandText } from '../commands/command.ts';
import { editCommand } from '../commands/editCommand.ts';
import type { Derived } from '../derive.ts';
import { deriveScenario } from '../derive.ts';
import type { Edit } from '../edits/edit.ts';
import type { Scenario } from '../scenario.ts';
import type { AppState, PartitionRef, Side } from '../state.ts';

/** A partition that commands are about, with what it stands in. */
export interface OnePartition {
  readonly side: Side;
  readonly partition: HashPartition;
  readonly derived: Derived;
}

/** Null where the document has no such partition. */
export function findPartition(document: Scenario, { side, name }: PartitionRef): OnePartition | null {
  const derived = deriveScenario(document);
  if (!derived.ok) return null;
  const partition = derived.value[side].find((candidate) => candidate.name === name);
  return partition === undefined ? null : { side, partition, derived: derived.value };
}

interface PartitionEdit<Args> {
  readonly id: string;
  readonly group: number;
  readonly edit: Edit<Args>;
  readonly args: Args;
  readonly shortLabel: CommandText;
  readonly hint?: (state: AppState, format: Format) => string | undefined;
}

/** A command that is one edit of one partition. */
export function partitionEdit<Args>({ args, ...rest }: PartitionEdit<Args>): Command {
  return editCommand({ ...rest, menu: 'partition', args: () => args, isPlanned: true });
}
