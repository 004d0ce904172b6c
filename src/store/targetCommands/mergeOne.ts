import { primeFactors } from '../../lib/integers.ts';
import { mergeCandidates } from '../../topology/siblings.ts';
import { type Command, text } from '../commands/command.ts';
import { mergePartitions } from '../edits/mergePartitions.ts';
import { type OnePartition, partitionEdit } from './onePartition.ts';

/** Most merges that are offered. */
const MAX_OFFERED = 4;
/** Most siblings that are named. */
const MAX_NAMED = 3;

/**
 * Merges with siblings, which they name. With nothing to merge, the nearest merge is there all the same, and refuses
 * with the reason; modulus 1 has none.
 */
export function mergeOne({ side, partition, derived }: OnePartition): readonly Command[] {
  const candidates = mergeCandidates(derived[side], partition).slice(0, MAX_OFFERED);
  const merge = (modulus: number, hint?: string): Command =>
    partitionEdit({
      id: `merge${modulus}`,
      group: 2,
      edit: mergePartitions,
      args: { side, name: partition.name, modulus },
      shortLabel: text('box.merge', { modulus }),
      hint: () => hint,
    });
  if (candidates.length === 0) {
    const [prime] = primeFactors(partition.modulus);
    return prime === undefined ? [] : [merge(partition.modulus / prime)];
  }
  return candidates.map(({ bound, parts }) => {
    const others = parts.filter((part) => part !== partition).map(({ name }) => name);
    const rest = others.length > MAX_NAMED ? ['…'] : [];
    return merge(bound.modulus, [...others.slice(0, MAX_NAMED), ...rest].join(', '));
  });
}
