import { problem } from '../../lib/problem.ts';
import { err, ok } from '../../lib/result.ts';
import { canSplit } from '../../topology/siblings.ts';
import { deriveScenario } from '../derive.ts';
import type { Side } from '../state.ts';
import type { Edit } from './edit.ts';
import { toLayoutSpec } from './layoutSpecs.ts';

/**
 * Targets a layout in which one partition is split and nothing else changes: on the side `from` starting at today's
 * partitions, on the side `to` at the wished ones.
 */
export const splitPartition: Edit<{ readonly side: Side; readonly name: string; readonly parts: number }> = {
  id: 'splitPartition',
  label: (_document, args) => ({ key: 'edit.splitPartition', params: { name: args.name, parts: args.parts } }),
  apply: (document, { side, name, parts }) => {
    const derived = deriveScenario(document);
    if (!derived.ok) return derived;
    const layout = derived.value[side];
    const partition = layout.find((candidate) => candidate.name === name);
    if (partition === undefined) return err(problem('partitionMissing', { value: name }));
    const next = canSplit(layout, partition, parts);
    return next.ok ? ok({ ...document, to: toLayoutSpec(next.value) }) : next;
  },
  history: 'record',
};
