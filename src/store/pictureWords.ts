import type { Format } from '../i18n/format.ts';
import type { TextKey, Translate } from '../i18n/i18n.ts';
import { movedBetweenNodes } from '../scene/nodeLedger.ts';
import { type RingLine, ringCaption } from '../scene/ringCaption.ts';
import type { RingModel } from '../scene/ringModel.ts';
import type { StepMovement } from '../scene/stepMovement.ts';

/** What is written on ring and nodes. */
export interface RingWords {
  /** In the middle of the ring: the change, and lines that explain it. */
  readonly title: string;
  readonly lines: readonly string[];
  readonly capacity: (rows: number) => string;
  readonly movement: (movement: StepMovement) => { readonly rows: string; readonly goal: string };
}

export function ringWords(model: RingModel, t: Translate, format: Format): RingWords {
  const { before, after, lines } = ringCaption(model);
  return {
    title: `${format.integer(before)} → ${format.integer(after)}`,
    lines: lines.map((line) => lineText(line, t, format)),
    capacity: (rows) => t('ring.capacity', { rows: format.compact(rows) }),
    movement: ({ moved, total, nodes, partitions }) => {
      const what = partitions.length === 1 ? partitions[0]! : t('ring.partitions', { count: partitions.length });
      const goal =
        nodes.length === 1 ? (model.nodes[nodes[0]!]?.name ?? '–') : t('ring.nodes', { count: nodes.length });
      return {
        rows: t('ring.movement', { moved: format.integer(moved), total: format.integer(total) }),
        goal: `${partitions.length === 0 ? '' : what} → ${goal}`.trim(),
      };
    },
  };
}

function lineText({ id, params }: RingLine, t: Translate, { integer }: Format): string {
  return t(`ring.line.${id}`, Object.fromEntries(Object.entries(params).map(([name, n]) => [name, integer(n)])));
}

/** The picture as one sentence, for readers who can't see it, at a whole step of the plan. */
export function ringSummary(model: RingModel, step: number, t: Translate, format: Format): string {
  const total = model.counts.before.reduce((sum, rows) => sum + rows, 0);
  const { moved } = model.counts;
  const done = movedBetweenNodes(model.ledger, step).moved;
  return t('ring.summary', {
    nodes: format.integer(model.nodes.length),
    total: format.integer(total),
    moved: format.integer(moved),
    share: format.percent(moved, total),
    arrived: format.integer(done),
    done: step,
    steps: model.steps,
  });
}

/** The ring of a scheme as one sentence, before or after the change. */
export function schemeRingSummary(
  model: RingModel,
  scheme: string,
  at: 0 | 1,
  t: Translate,
  { integer, percent }: Format,
): string {
  const { before, moved } = model.counts;
  const total = before.reduce((sum, rows) => sum + rows, 0);
  return t('ring.schemeSummary', {
    scheme: t(`scheme.${scheme}` as TextKey),
    nodes: integer(model.nodes.length),
    total: integer(total),
    moved: integer(moved),
    share: percent(moved, total),
    arrived: integer(movedBetweenNodes(model.ledger, at).moved),
  });
}
