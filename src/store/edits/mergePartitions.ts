import { problem } from '../../lib/problem.ts';
import { err, ok } from '../../lib/result.ts';
import { canMerge } from '../../topology/siblings.ts';
import { deriveScenario } from '../derive.ts';
import type { Side } from '../state.ts';
import type { Edit } from './edit.ts';
import { toLayoutSpec } from './layoutSpecs.ts';

/** Targets a layout in which a partition is merged with its siblings into the partition of the smaller `modulus`. */
export const mergePartitions: Edit<{ readonly side: Side; readonly name: string; readonly modulus: number }> = {
  id: 'mergePartitions',
  label: (_document, args) => ({ key: 'edit.mergePartitions', params: { name: args.name, modulus: args.modulus } }),
  apply: (document, { side, name, modulus }) => {
    const derived = deriveScenario(document);
    if (!derived.ok) return derived;
    const layout = derived.value[side];
    const partition = layout.find((candidate) => candidate.name === name);
    if (partition === undefined) return err(problem('partitionMissing', { value: name }));
    const next = canMerge(layout, partition, modulus);
    return next.ok ? ok({ ...document, to: toLayoutSpec(next.value) }) : next;
  },
  history: 'record',
};
