import type { Translate } from '../../i18n/i18n.ts';
import { costStep } from '../../planner/costs.ts';
import { computeLiveTable, computeStripTable, type LiveTableRow, type StripTableRow } from '../../scene/stripTable.ts';
import type { HashBound, Layout } from '../../topology/layout.ts';
import { figuresOf } from '../figures.ts';
import type { Counted } from '../state.ts';
import { lockTexts, stepTitle } from '../stepText.ts';
import { stripModelOf } from '../stripModelOf.ts';
import { targetName } from '../targetName.ts';
import type { TableColumn, TableData } from './tableData.ts';

const text = (label: string): TableColumn => ({ label, kind: 'text' });
const integer = (label: string): TableColumn => ({ label, kind: 'integer' });

/** Names of the nodes of a layout's partitions, by bound. */
function nodeNames(
  { derived: { cluster } }: Counted,
  layout: Layout,
  places: readonly number[],
): (bound: HashBound) => string | null {
  const names = new Map(layout.map(({ modulus, remainder }, i) => [`${modulus}:${remainder}`, places[i]!]));
  return ({ modulus, remainder }) => {
    const node = names.get(`${modulus}:${remainder}`);
    return node === undefined ? null : (cluster.nodes[node]?.name ?? null);
  };
}

/** What tables of partitions begin with. */
const partitionColumns = (t: Translate): readonly TableColumn[] => [
  text(t('partitions.name')),
  integer(t('export.modulus')),
  integer(t('export.remainder')),
  integer(t('partitions.rows')),
  { label: t('partitions.share'), kind: 'share' },
];

const partitionCells = (row: StripTableRow | LiveTableRow) => [
  row.name,
  row.modulus,
  row.remainder,
  row.rows,
  row.share,
];

/** The partitions before the change and what becomes of each. step: whole steps that are done. */
export function partitionsTable(counted: Counted, step: number, t: Translate): TableData {
  const nodeOf = nodeNames(counted, counted.derived.from, counted.derived.cluster.before);
  return {
    caption: t('partitions.beforeCaption'),
    columns: [
      ...partitionColumns(t),
      text(t('partitions.becomes')),
      integer(t('partitions.moved')),
      text(t('partitions.status')),
      text(t('ring.node')),
    ],
    rows: computeStripTable(stripModelOf(counted), step).map((row) => [
      ...partitionCells(row),
      row.becomes?.map(({ name }) => name).join(', ') ?? null,
      row.moved,
      t(`partitions.status.${row.status}`),
      nodeOf(row),
    ]),
  };
}

/** The partitions that exist after so many whole steps. */
export function liveTable(counted: Counted, step: number, t: Translate): TableData {
  const { from, to, cluster } = counted.derived;
  const [before, after] = [nodeNames(counted, from, cluster.before), nodeNames(counted, to, cluster.after)];
  return {
    caption: t('partitions.nowCaption', { count: step }),
    columns: [...partitionColumns(t), text(t('partitions.status')), text(t('ring.node'))],
    rows: computeLiveTable(stripModelOf(counted), step).map((row) => [
      ...partitionCells(row),
      t(`partitions.status.${row.status}`),
      after(row) ?? before(row),
    ]),
  };
}

/** The plan: what each step reads, writes, moves and locks. */
export function stepsTable({ derived: { plan }, reply }: Counted, t: Translate): TableData {
  return {
    caption: t('view.steps'),
    columns: [
      integer(t('export.step')),
      text(t('export.what')),
      integer(t('export.read')),
      integer(t('export.written')),
      integer(t('partitions.moved')),
      text(t('export.locks')),
    ],
    rows: plan.steps.map((step) => {
      const { read, rewritten, moved } = costStep(plan, step, reply.changes[0]!);
      return [step.index + 1, stepTitle(step, t), read, rewritten, moved, lockTexts(step.locks, t).join(' · ')];
    }),
  };
}

/** The same keys under other targets. */
export function targetsTable(counted: Counted, t: Translate): TableData {
  const { target, alternatives, lowerBound } = figuresOf(counted);
  const { from, to } = counted.derived;
  return {
    caption: t('targets.title'),
    columns: [
      text(t('targets.title')),
      integer(t('targets.moved')),
      { label: t('targets.hottest'), kind: 'ratio' },
      text(t('targets.inPlace')),
    ],
    rows: [
      ...[target, ...alternatives].map(({ plan, costs, hottest }) => [
        targetName(plan, t),
        costs.moved,
        hottest,
        t(plan.kind === 'rebuild' ? 'targets.refused' : 'targets.yes'),
      ]),
      [t('targets.lowerBoundName', { from: from.length, to: to.length }), lowerBound, 1, null],
    ],
  };
}
