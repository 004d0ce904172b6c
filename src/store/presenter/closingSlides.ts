import { hasFlows } from '../../planner/cluster.ts';
import { isSchemeId } from '../../schemes/fields.ts';
import { membersOf } from '../../schemes/nodes.ts';
import { type CompareRow, compareRows, leastMoved } from '../compareRows.ts';
import { clusterCountsOf, figuresOf } from '../figures.ts';
import { isSameWork } from '../isVerified.ts';
import { nodesMovedText } from '../nodesMovedText.ts';
import { refusalText } from '../refusalText.ts';
import type { Slide, SlideInput, Texts } from './slide.ts';

/** The nodes after the change; no slide when none of them changes, or when nobody knows how many rows do. */
export function nodesSlide({ counted }: SlideInput, { t, format }: Texts): readonly Slide[] {
  const { plan, cluster } = counted.derived;
  const { before, after } = membersOf(cluster.nodes);
  const counts = clusterCountsOf(counted);
  if (!hasFlows(counts)) return [];
  if (counts.moved === 0 && cluster.nodes.every(({ state }) => state === 'up')) return [];
  const moved = nodesMovedText(counted, t, format);
  const most = Math.max(...counts.after);
  const fullest = cluster.nodes[counts.after.indexOf(most)]!;
  return [
    {
      id: 'nodes',
      view: 'nodes',
      t: plan.steps.length,
      caption: t('presenter.nodes', { before: before.length, after: after.length }),
      notes: [
        ...(moved === null ? [] : [moved]),
        t('presenter.fullest', { name: fullest.name, rows: format.integer(most) }),
      ],
    },
  ];
}

/** The same keys under the schemes of the document's list. */
export function compareSlide({ counted, compared }: SlideInput, texts: Texts): Slide {
  const { t, format } = texts;
  const { total } = counted.reply.changes[0]!;
  const least = leastMoved(counted);
  const lines = compareRows(counted, compared).map((row) => compareLine(row, texts));
  return {
    id: 'compare',
    view: 'compare',
    t: counted.derived.plan.steps.length,
    caption: t('presenter.compare'),
    notes: [
      t('compare.least', { rows: format.integer(least), percent: format.percent(least, total) }),
      ...lines,
      ...(compared === null ? [t('presenter.comparing')] : []),
    ],
  };
}

function compareLine({ id, problem, moved, rows }: CompareRow, { t, format }: Texts): string {
  const name = isSchemeId(id) ? t(`scheme.${id}`) : t('scenario.thisPlan');
  if (problem !== null) return `${name}: ${refusalText(problem, format)}`;
  return t('presenter.schemeMoved', {
    name,
    moved: format.integer(moved ?? 0),
    total: format.integer(rows),
    percent: format.percent(moved ?? 0, rows),
  });
}

/** How much SQL it is, and how it is run. */
export function sqlSlide({ counted, sql }: SlideInput, { t, format }: Texts): Slide {
  const { plan, document } = counted.derived;
  const { rewritten } = figuresOf(counted).target.costs;
  const locking = plan.steps.filter(({ locks }) => locks.some(({ mode }) => mode === 'ACCESS EXCLUSIVE')).length;
  return {
    id: 'sql',
    view: 'sql',
    t: plan.steps.length,
    caption: t('presenter.sql', { count: plan.steps.length }),
    notes: [
      t('timeline.note', { bytes: format.bytes(rewritten * document.table.rowBytes), count: locking }),
      t('presenter.lines', { lines: format.integer(sql.lines.at(-1)?.last ?? 0) }),
      t(`scenario.recipeHelp.${plan.recipe}`),
      t(`steps.intro.${plan.kind === 'rebuild' ? 'rebuild' : 'inPlace'}`),
    ],
  };
}

/** What PostgreSQL said when it ran this plan, if it has. */
export function verdictSlide({ counted, verification, document }: SlideInput, { t, format }: Texts): Slide {
  const { report } = verification;
  const slide = { id: 'verdict', view: 'words', t: counted.derived.plan.steps.length } as const;
  if (report === null || !isSameWork(verification.document, document)) {
    return { ...slide, caption: t('presenter.unproved'), notes: [t('formula.unproved')] };
  }
  return {
    ...slide,
    caption: t('presenter.verdict', { verdict: t(`verify.verdict.${report.verdict}`) }),
    notes: [
      t(`verify.sentence.${report.verdict}`, { version: report.version }),
      t('presenter.checked', {
        rows: format.integer(report.rowsInserted),
        partitions: format.integer(report.partitionsCompared),
        keys: format.integer(report.keysCompared),
      }),
      ...(report.sampled ? [t('verify.sampled', { rows: format.integer(report.rowsInserted) })] : []),
    ],
  };
}
