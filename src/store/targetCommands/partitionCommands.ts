import type { Command } from '../commands/command.ts';
import type { Scenario } from '../scenario.ts';
import type { PartitionRef } from '../state.ts';
import { mergeOne } from './mergeOne.ts';
import { findPartition } from './onePartition.ts';
import { placeOne } from './placeOne.ts';
import { splitOne } from './splitOne.ts';

let asked: {
  readonly document: Scenario;
  readonly target: PartitionRef | null;
  readonly commands: readonly Command[];
} | null = null;

/** Everything that can be done with one partition; nothing where it is gone. The last answer is kept: it costs plans. */
export function partitionCommands(document: Scenario, target: PartitionRef | null): readonly Command[] {
  if (asked?.document !== document || asked.target?.name !== target?.name || asked.target?.side !== target?.side) {
    const one = target && findPartition(document, target);
    asked = { document, target, commands: one === null ? [] : [...splitOne(one), ...mergeOne(one), ...placeOne(one)] };
  }
  return asked.commands;
}
