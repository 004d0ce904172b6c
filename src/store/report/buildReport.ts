import { DEFAULT_SERVER } from '../../hash/server.ts';
import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { measureBalance } from '../../planner/balance.ts';
import type { ClusterPlan } from '../../planner/cluster.ts';
import { costStep } from '../../planner/costs.ts';
import { describeModuli } from '../../scene/headline.ts';
import type { Layout } from '../../topology/layout.ts';
import { liveTable } from '../export/planTables.ts';
import type { TableData } from '../export/tableData.ts';
import { clusterCountsOf, figuresOf } from '../figures.ts';
import { isSameWork } from '../isVerified.ts';
import { shareLink } from '../shareLink.ts';
import type { AppState, Counted } from '../state.ts';
import { commandTexts, lockTexts, stepTitle } from '../stepText.ts';
import { headlineText } from './headlineText.ts';
import { keyRecipes } from './keyRecipe.ts';
import { MAX_LISTED, type Report, type ReportSection } from './report.ts';

/** Everything that a design review asks for; null until the keys are counted. address: of the app with another hash. */
export function buildReport(
  state: AppState,
  address: (hash: string) => string,
  t: Translate,
  format: Format,
): Report | null {
  const { counted } = state.results;
  if (counted === null) return null;
  const { title, sentences } = headlineText(counted, t, format);
  return {
    name: counted.derived.document.name,
    question: title,
    answer: [...sentences, `(${t('mark.exact')}: ${t('mark.exactHelp')})`],
    sections: [
      layoutSection(counted, t),
      partitionsSection(counted, t, format),
      stepsSection(counted, t, format),
      nodesSection(counted, t),
      assumptionsSection(counted, t, format),
      verificationSection(state, t, format),
      linkSection(state, address, t, format),
    ],
  };
}

/** Most rows of a table, and how many more there are. */
function limited(table: TableData, t: Translate, format: Format): Pick<ReportSection, 'table' | 'more'> {
  const rest = table.rows.length - MAX_LISTED;
  if (rest <= 0) return { table };
  const more = t('report.moreRows', { shown: MAX_LISTED, rest: format.integer(rest) });
  return { table: { ...table, rows: table.rows.slice(0, MAX_LISTED) }, more };
}

function layoutSection({ derived, reply }: Counted, t: Translate): ReportSection {
  const change = reply.changes[0]!;
  const row = (label: string, layout: Layout, rows: readonly number[]): (string | number)[] => {
    const { id, params } = describeModuli(layout);
    const least = rows.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const most = rows.reduce((a, b) => Math.max(a, b), 0);
    const moduli = t(id === 'strip.modulus' ? 'strip.modulus' : 'strip.moduli', params);
    return [label, layout.length, moduli, least, most, measureBalance(layout, rows).hottest];
  };
  return {
    id: 'layout',
    heading: t('report.layout'),
    table: {
      caption: t('report.layout'),
      columns: [
        { label: t('partitions.moment'), kind: 'text' },
        { label: t('view.partitions'), kind: 'integer' },
        { label: t('report.bounds'), kind: 'text' },
        { label: t('report.least'), kind: 'integer' },
        { label: t('report.most'), kind: 'integer' },
        { label: t('targets.hottest'), kind: 'ratio' },
      ],
      rows: [row(t('ring.before'), derived.plan.from, change.from), row(t('ring.after'), derived.plan.to, change.to)],
    },
  };
}

function partitionsSection(counted: Counted, t: Translate, format: Format): ReportSection {
  const { caption, columns, rows } = liveTable(counted, counted.derived.plan.steps.length, t);
  // After the last step every status says the same.
  const status = columns.findIndex(({ label }) => label === t('partitions.status'));
  const rest = <T>(list: readonly T[]): T[] => list.filter((_, i) => i !== status);
  const table = { caption, columns: rest(columns), rows: rows.map(rest) };
  return { id: 'partitions', heading: t('report.partitions'), ...limited(table, t, format) };
}

function stepsSection({ derived: { plan }, reply }: Counted, t: Translate, format: Format): ReportSection {
  const heading = t('report.steps');
  if (plan.steps.length === 0) return { id: 'steps', heading, paragraphs: [t('refusal.noSteps')] };
  const change = reply.changes[0]!;
  const rest = plan.steps.length - MAX_LISTED;
  return {
    id: 'steps',
    heading,
    paragraphs: [t(`steps.intro.${plan.kind === 'rebuild' ? 'rebuild' : 'inPlace'}`), ...commandTexts(plan, t)],
    isOrdered: true,
    items: plan.steps.slice(0, MAX_LISTED).map((step) => {
      const { read, rewritten, moved } = costStep(plan, step, change);
      const figures = t('steps.figures', {
        read: format.integer(read),
        written: format.integer(rewritten),
        moved: format.integer(moved),
      });
      return [stepTitle(step, t), figures, ...lockTexts(step.locks, t)].join(' · ');
    }),
    ...(rest > 0 && { more: t('report.moreSteps', { shown: MAX_LISTED, rest: format.integer(rest) }) }),
  };
}

function nodesSection(counted: Counted, t: Translate): ReportSection {
  const { cluster } = counted.derived;
  const counts = clusterCountsOf(counted);
  const partitions = (places: ClusterPlan['before']): number[] => {
    const sums = cluster.nodes.map(() => 0);
    for (const node of places) sums[node]!++;
    return sums;
  };
  const [before, after] = [partitions(cluster.before), partitions(cluster.after)];
  const integer = (label: string): TableData['columns'][number] => ({ label, kind: 'integer' });
  return {
    id: 'nodes',
    heading: t('nodes.title'),
    table: {
      caption: t('nodes.title'),
      columns: [
        { label: t('ring.node'), kind: 'text' },
        { label: t('nodes.state'), kind: 'text' },
        integer(t('report.partitionsBefore')),
        integer(t('report.partitionsAfter')),
        integer(t('report.rowsBefore')),
        integer(t('report.rowsAfter')),
        integer(t('ring.columnCapacity')),
      ],
      rows: cluster.nodes.map(({ name, state, capacityRows }, node) => [
        name,
        t(`nodes.state.${state}`),
        before[node]!,
        after[node]!,
        counts.before[node]!,
        counts.after[node]!,
        capacityRows,
      ]),
    },
  };
}

function assumptionsSection(counted: Counted, t: Translate, format: Format): ReportSection {
  const { document, plan } = counted.derived;
  const { keys, table, recipe } = document;
  const { version, encoding } = keys.server ?? DEFAULT_SERVER;
  const { rewritten } = figuresOf(counted).target.costs;
  const bytes = { width: format.bytes(table.rowBytes), bytes: format.bytes(rewritten * table.rowBytes) };
  return {
    id: 'assumptions',
    heading: t('report.assumptions'),
    items: [
      t('report.table', { name: table.schema === null ? table.name : `${table.schema}.${table.name}` }),
      ...keyRecipes(keys, t).map(({ name, type, recipe: made }) => t('report.key', { name, type, recipe: made })),
      t('report.rows', { rows: format.integer(keys.rows), seed: keys.seed, mark: t('mark.exact') }),
      t('report.server', { version, encoding }),
      ...(plan.kind === 'none' ? [] : [`${t(`scenario.recipe.${recipe}`)}: ${t(`scenario.recipeHelp.${recipe}`)}`]),
      t('report.bytes', { ...bytes, mark: t('mark.estimate') }),
      t('report.dots', { mark: t('mark.sampled') }),
    ],
  };
}

function verificationSection({ verification, document }: AppState, t: Translate, format: Format): ReportSection {
  const heading = t('report.verification');
  const { report, document: verified } = verification;
  if (report === null || !isSameWork(verified, document)) {
    return { id: 'verification', heading, paragraphs: [t('report.notRun')] };
  }
  const { version, partitionsCompared, keysCompared, rowsInserted, sampled } = report;
  return {
    id: 'verification',
    heading,
    paragraphs: [
      `${t(`verify.verdict.${report.verdict}`)}. ${t(`verify.sentence.${report.verdict}`, { version })}`,
      t('report.compared', {
        partitions: format.integer(partitionsCompared),
        keys: format.integer(keysCompared),
        rows: format.integer(rowsInserted),
      }),
      ...(sampled ? [t('verify.sampled', { rows: format.integer(rowsInserted) })] : []),
    ],
  };
}

function linkSection(state: AppState, address: (hash: string) => string, t: Translate, format: Format): ReportSection {
  const { text, isLong } = shareLink(state, address, { view: false, lang: false, place: false });
  const heading = t('report.link');
  if (!isLong) return { id: 'link', heading, link: text };
  return { id: 'link', heading, paragraphs: [t('report.noLink', { value: format.integer(text.length) })] };
}
