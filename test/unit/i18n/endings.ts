import type { HashRule } from '../../../src/hash/keyType.ts';
import { sources } from '../../../src/keys/sources.ts';
import type { LockUse, PlanStep, Recipe } from '../../../src/planner/plan.ts';
import type { VerifyDifference, VerifyPhase, VerifyReport } from '../../../src/postgres/protocol.ts';
import type { RingLine } from '../../../src/scene/ringCaption.ts';
import type { StripTableRow } from '../../../src/scene/stripTable.ts';
import type { NodeState } from '../../../src/schemes/nodes.ts';
import type { MovementRule, Scheme, SchemeTraits } from '../../../src/schemes/scheme.ts';
import { schemes } from '../../../src/schemes/schemes.ts';
import type { MenuId } from '../../../src/store/commands/command.ts';
import { examples } from '../../../src/store/examples/examples.ts';
import type { NamedLayoutId } from '../../../src/store/layout/namedLayouts.ts';
import { dockIds, type PanelId } from '../../../src/store/layout/windowLayout.ts';
import { type PolicySource, readPolicy } from '../../../src/store/policyFacts.ts';
import type { Motion, Theme } from '../../../src/store/preferences.ts';
import type { StageView } from '../../../src/store/state.ts';

const allSchemes: readonly Scheme[] = schemes;

/** All members of a union: the compiler refuses a list with one missing or one too many. */
function membersOf<T extends string>(members: Readonly<Record<T, true>>): readonly string[] {
  return Object.keys(members);
}

type StepKind = PlanStep['kind'];

const kindsNamedInTimeline = membersOf<Exclude<StepKind, 'split' | 'merge' | 'regroup'>>({
  create: true,
  prepare: true,
  copy: true,
  swap: true,
  drop: true,
});

const verdicts = membersOf<VerifyReport['verdict']>({ pass: true, fail: true, cancelled: true, error: true });

/** Keys that the app puts together: their beginning and every ending it can get. */
export const endings: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'menu.',
    membersOf<MenuId>({ file: true, edit: true, view: true, plan: true, help: true, partition: true, panel: true }),
  ],
  [
    'view.',
    membersOf<PanelId | StageView>({
      scenario: true,
      sql: true,
      steps: true,
      verify: true,
      inspect: true,
      strip: true,
      ring: true,
      flow: true,
      partitions: true,
      compare: true,
    }),
  ],
  ['layout.named.', membersOf<NamedLayoutId>({ teach: true, review: true, plan: true, verify: true })],
  ['layout.dock.', dockIds],
  ['layout.moveTo.', dockIds],
  ['panel.moveTo.', dockIds],
  ['panel.', ['earlier', 'later']],
  ['layout.', ['earlier', 'later']],
  ['panel.size.', ['wider', 'narrower', 'taller', 'lower']],
  ['layout.size.', ['wider', 'narrower', 'taller', 'lower']],
  ['layout.drop.', dockIds],
  ['theme.', membersOf<Theme>({ system: true, light: true, dark: true, contrast: true })],
  ['settings.motions.', membersOf<Motion>({ system: true, less: true, full: true })],
  ['example.title.', examples.map(({ id }) => id)],
  ['example.text.', examples.map(({ id }) => id)],
  ['source.', sources.map(({ kind }) => kind)],
  ['source.field.', [...new Set(sources.flatMap(({ fields }) => fields.map(({ name }) => name)))]],
  ['scheme.', schemes.map(({ id }) => id)],
  ['scheme.parameter.', [...new Set(allSchemes.flatMap(({ fields }) => fields.map(({ name }) => name)))]],
  [
    'scheme.movement.',
    membersOf<MovementRule>({
      gcd: true,
      words: true,
      bounds: true,
      arcs: true,
      fluid: true,
      probes: true,
      last: true,
      buckets: true,
      winners: true,
      weighted: true,
      slots: true,
      shards: true,
    }),
  ],
  ['scheme.note.', allSchemes.flatMap(({ notes = [] }) => notes)],
  ['compare.shrink.', membersOf<SchemeTraits['shrink']>({ any: true, last: true, none: true })],
  ['nodes.state.', membersOf<NodeState>({ up: true, joining: true, leaving: true })],
  ['flow.', ['partitions', 'nodes']],
  ['mark.', ['exact', 'sampled', 'estimate'].flatMap((kind) => [kind, `${kind}Help`])],
  ['headline.', ['split', 'merge', 'change']],
  [
    'rule.',
    membersOf<HashRule>({
      word: true,
      long: true,
      bytes: true,
      text: true,
      bpchar: true,
      name: true,
      float: true,
      numeric: true,
      timetz: true,
      interval: true,
      inet: true,
      tid: true,
      aclitem: true,
      enum: true,
      jsonb: true,
      array: true,
      range: true,
      multirange: true,
      record: true,
    }),
  ],
  ['scenario.recipe.', membersOf<Recipe>({ copy: true, keepHalf: true })],
  ['scenario.recipeHelp.', membersOf<Recipe>({ copy: true, keepHalf: true })],
  ['steps.intro.', ['inPlace', 'rebuild']],
  ['steps.attach.', ['scans', 'none']],
  ['steps.title.', [...kindsNamedInTimeline, 'split', 'merge', 'regroup']],
  ['steps.status.', ['done', 'active', 'waiting']],
  ['steps.lockOn.', membersOf<LockUse['on']>({ parent: true, partition: true, new: true, oldTable: true })],
  ['timeline.kind.', kindsNamedInTimeline],
  ['presenter.risk.', [...kindsNamedInTimeline, 'split', 'merge', 'regroup']],
  ['partitions.', ['before', 'now']],
  ['partitions.status.', membersOf<StripTableRow['status']>({ waiting: true, active: true, done: true, kept: true })],
  ['strip.summary.', ['none', 'inPlace', 'rebuild']],
  [
    'ring.line.',
    membersOf<RingLine['id']>({
      modulus: true,
      partitions: true,
      none: true,
      moved: true,
      rebuild: true,
      change: true,
      halve: true,
      split: true,
      merge: true,
      nodes: true,
      arcs: true,
    }),
  ],
  ['policy.what.', readPolicy('').map(({ directive }) => directive)],
  [
    'policy.from.',
    membersOf<Extract<PolicySource, string>>({ none: true, self: true, page: true, wasm: true, anywhere: true }),
  ],
  ['verify.verdict.', verdicts],
  ['verify.sentence.', verdicts],
  ['verify.difference.', membersOf<Exclude<VerifyDifference['kind'], 'rows'>>({ bound: true, key: true })],
  ['verify.phase.', membersOf<VerifyPhase>({ start: true, setup: true, insert: true, probe: true, step: true })],
]);
