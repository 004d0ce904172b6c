import { type Command, text } from '../commands/command.ts';
import { placePartition } from '../edits/placePartition.ts';
import { type OnePartition, partitionEdit } from './onePartition.ts';

/** Most nodes that are offered one by one; a longer list is no menu. */
const MAX_OFFERED = 8;

/** Puts the partition on another node: before the change it lies there, after it it is pinned. */
export function placeOne({ side, partition, derived }: OnePartition): readonly Command[] {
  const { document, cluster } = derived;
  const { modulus, remainder } = partition;
  const absent = side === 'from' ? 'joining' : 'leaving';
  const own = cluster[side === 'from' ? 'before' : 'after'][derived[side].indexOf(partition)];
  const place = (id: string, node: string | null, shortLabel: Command['shortLabel'] & object): Command =>
    partitionEdit({
      id,
      group: 3,
      edit: placePartition,
      args: { side, bound: { modulus, remainder }, node },
      shortLabel,
    });
  const others = cluster.nodes
    .flatMap(({ name, state }, node) => (state === absent || node === own ? [] : [{ name, node }]))
    .slice(0, MAX_OFFERED);
  const isPlaced = document.placed.some(
    (entry) => entry.side === side && entry.modulus === modulus && entry.remainder === remainder,
  );
  return [
    ...others.map(({ name, node }) =>
      place(`place${node}`, name, text(side === 'from' ? 'box.lieOn' : 'box.pinTo', { name })),
    ),
    ...(isPlaced ? [place('unplace', null, text('box.unplace'))] : []),
  ];
}
