import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { computeNodeTable } from '../../scene/nodeTable.ts';
import { compareRows, countEmpty } from '../compareRows.ts';
import { flowModelOf } from '../flowModel.ts';
import { ringSourceOf } from '../ringSource.ts';
import { schemeName } from '../schemeName.ts';
import type { AppState, Counted, StageView, Ui } from '../state.ts';
import { liveTable, partitionsTable, stepsTable, targetsTable } from './planTables.ts';
import type { TableColumn, TableData } from './tableData.ts';

/** `partitions` are those before the change, `live` those at the playhead. */
export type TableId = 'partitions' | 'live' | 'steps' | 'targets' | 'flow' | 'nodes' | 'compare';

const mainTables: Readonly<Record<StageView, TableId>> = {
  strip: 'partitions',
  ring: 'nodes',
  flow: 'flow',
  partitions: 'partitions',
  compare: 'compare',
};

/** The table that says the same as the view on the stage. */
export function mainTable({ stageView, moment }: Ui): TableId {
  return stageView === 'partitions' && moment === 'now' ? 'live' : mainTables[stageView];
}

/** A table as it stands now; null when it can't be made (yet). */
export function tableOf(id: TableId, state: AppState, t: Translate, format: Format): TableData | null {
  const { counted } = state.results;
  if (counted === null) return null;
  const step = Math.floor(state.playback.t);
  switch (id) {
    case 'partitions':
      return partitionsTable(counted, step, t);
    case 'live':
      return liveTable(counted, step, t);
    case 'steps':
      return stepsTable(counted, t);
    case 'targets':
      return targetsTable(counted, t);
    case 'flow':
      return flowTable(counted, state, t);
    case 'nodes':
      return nodesTable(state, t, format);
    case 'compare':
      return compareTable(counted, state, t);
  }
}

const text = (label: string): TableColumn => ({ label, kind: 'text' });
const integer = (label: string): TableColumn => ({ label, kind: 'integer' });
const share = (label: string): TableColumn => ({ label, kind: 'share' });

function flowTable(counted: Counted, { ui }: AppState, t: Translate): TableData | null {
  const model = flowModelOf(counted, ui.flowUnit);
  if (model === null) return null;
  return {
    caption: t('flow.caption'),
    columns: [
      text(t('export.from')),
      text(t('export.to')),
      integer(t('flow.rows')),
      share(t('flow.share')),
      text(t('flow.what')),
    ],
    rows: model.links.map(({ from, to, rows, moves }) => [
      model.left[from]!.label,
      model.right[to]!.label,
      rows,
      rows / Math.max(1, model.left[from]!.rows),
      t(moves ? 'flow.moves' : 'flow.stays'),
    ]),
  };
}

function nodesTable(state: AppState, t: Translate, format: Format): TableData | null {
  const ring = ringSourceOf(state, state.playback.t, t, format);
  if (ring === null) return null;
  return {
    caption: t('ring.table'),
    columns: [
      text(t('ring.node')),
      integer(t('ring.columnPartitions')),
      integer(t('ring.before')),
      integer(t('ring.now')),
      integer(t('ring.after')),
      integer(t('ring.arrived')),
      integer(t('ring.leaving')),
      integer(t('ring.columnCapacity')),
    ],
    rows: computeNodeTable(ring.model, Math.floor(ring.t)).map((row) => [
      row.name,
      row.partitions,
      row.before,
      row.now,
      row.after,
      row.arrived,
      row.leaving,
      row.capacity,
    ]),
  };
}

function compareTable(counted: Counted, { comparison }: AppState, t: Translate): TableData {
  const yesNo = (value: boolean | undefined): string | null =>
    value === undefined ? null : t(value ? 'compare.yes' : 'compare.no');
  return {
    caption: t('compare.caption'),
    columns: [
      text(t('compare.scheme')),
      integer(t('partitions.rows')),
      integer(t('compare.moved')),
      share(t('compare.theory')),
      { label: t('compare.hottest'), kind: 'ratio' },
      share(t('compare.deviation')),
      { label: t('export.bytes'), kind: 'bytes' },
      integer(t('compare.lookup')),
      text(t('compare.shrink')),
      text(t('compare.weights')),
      text(t('compare.inPlace')),
      integer(t('export.copies')),
      integer(t('export.emptyNodes')),
    ],
    rows: compareRows(counted, comparison.done).map((row) => [
      schemeName(row.id, t),
      row.rows,
      row.moved,
      row.theory,
      row.hottest,
      row.deviation,
      row.memoryBytes,
      row.lookupSteps,
      row.traits === null ? null : t(`compare.shrink.${row.traits.shrink}`),
      yesNo(row.traits?.weights),
      yesNo(row.traits?.inPlace),
      row.traits?.copies ?? 1,
      row.moved === null ? null : countEmpty(row),
    ]),
  };
}
