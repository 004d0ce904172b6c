import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/i18n.ts';
import { markTexts } from '../i18n/marks.ts';
import type { NodeTableRow } from '../scene/nodeTable.ts';
import type { RingModel } from '../scene/ringModel.ts';
import type { ArcMark, NodeMark } from '../scene/ringScene.ts';
import { ringWords } from '../store/pictureWords.ts';
import { rowsPerDot } from '../store/stripWords.ts';
import type { DataColumn } from '../ui/dataColumn.ts';
import type { RingLabels, RingLegendTexts } from '../views/ring/ringLabels.ts';

/** The texts of ring and nodes in the reader's language, but for the summary, which changes with every step. */
export function createRingLabels(model: RingModel, t: Translate, format: Format): Omit<RingLabels, 'summary'> {
  const total = model.counts.before.reduce((sum, rows) => sum + rows, 0);
  const rowsText = (rows: number | null): string => (rows === null ? '–' : format.integer(rows));
  const nodeText = (node: number): string => model.nodes[node]?.name ?? '–';
  return {
    stage: t('ring.stage'),
    ...ringWords(model, t, format),
    formatRows: format.integer,
    formatShort: format.compact,
    arcName: (arc) =>
      t('ring.arcName', {
        name: arc.name,
        node: nodeText(arc.node),
        rows: rowsText(arc.rows),
        status: t(`partitions.status.${arc.status}`),
      }),
    nodeName: (node) => nodeFacts(node, model, total, t, format).join('; '),
    tooltip: (mark) =>
      mark.kind === 'node'
        ? nodeFacts(mark, model, total, t, format)
        : arcFacts(mark, nodeText(mark.node), rowsText(mark.rows), total, t, format),
    pinned: t('ring.pinned'),
    dragHint: t('ring.dragHint'),
    legend: createLegend(t, format),
    table: t('ring.table'),
    showTable: t('ring.showTable'),
    columns: createColumns(t, rowsText),
  };
}

function arcFacts(
  arc: ArcMark,
  node: string,
  rows: string,
  total: number,
  t: Translate,
  format: Format,
): readonly string[] {
  return [
    arc.name,
    t('strip.tooltipBound', { modulus: arc.modulus, remainder: arc.remainder }),
    t('strip.tooltipRows', { rows, percent: format.percent(arc.rows ?? 0, total) }),
    t('ring.onNode', { node }),
    t(arc.counting ? 'strip.tooltipCounting' : 'strip.tooltipExact'),
  ];
}

/** The figures of a node that are not nothing. */
function nodeFacts(mark: NodeMark, model: RingModel, total: number, t: Translate, format: Format): readonly string[] {
  const capacity = model.nodes[mark.node]?.capacityRows ?? null;
  // Old copies are told apart: with them, the shares of all nodes would be more than a whole.
  const rows = mark.rows - mark.old;
  const facts = [
    mark.name,
    t('strip.tooltipRows', { rows: format.integer(rows), percent: format.percent(rows, total) }),
  ];
  if (mark.leaving > 0) facts.push(t('ring.willLeave', { rows: format.integer(mark.leaving) }));
  if (mark.arrived > 0) facts.push(t('ring.hasCome', { rows: format.integer(mark.arrived) }));
  if (mark.old > 0) facts.push(t('ring.oldCopies', { rows: format.integer(mark.old) }));
  if (capacity !== null) {
    facts.push(t('ring.ofCapacity', { percent: format.percent(mark.rows, capacity), rows: format.integer(capacity) }));
  }
  return facts;
}

function createLegend(t: Translate, format: Format): RingLegendTexts {
  return {
    dot: (rows) => t('ring.legendDot', rowsPerDot(rows, format)),
    heapDot: (rows) => t('ring.legendHeapDot', rowsPerDot(rows, format)),
    keyDot: (rows) => t('ring.legendKeyDot', rowsPerDot(rows, format)),
    mark: markTexts('sampled', t),
    leaving: t('ring.legendLeaving'),
    arrived: t('ring.legendArrived'),
    copies: t('ring.legendCopies'),
    old: t('ring.legendOld'),
  };
}

type NodeRow = NodeTableRow & { readonly id: string };

function createColumns(t: Translate, rowsText: (rows: number | null) => string): DataColumn<NodeRow>[] {
  const figure = (id: string, label: string, value: (row: NodeRow) => number | null): DataColumn<NodeRow> => ({
    id,
    label,
    align: 'end',
    sortValue: (row) => value(row) ?? -1,
    cell: (row) => rowsText(value(row)),
  });
  return [
    { id: 'name', label: t('ring.node'), isRowHeader: true, sortValue: (row) => row.node, cell: (row) => row.name },
    figure('partitions', t('ring.columnPartitions'), (row) => row.partitions),
    figure('before', t('ring.before'), (row) => row.before),
    figure('now', t('ring.now'), (row) => row.now),
    figure('after', t('ring.after'), (row) => row.after),
    figure('arrived', t('ring.arrived'), (row) => row.arrived),
    figure('leaving', t('ring.leaving'), (row) => row.leaving),
    figure('capacity', t('ring.columnCapacity'), (row) => row.capacity),
  ];
}
