import type { ClusterPlan } from '../planner/cluster.ts';
import type { ChangeCounts, Plan } from '../planner/plan.ts';
import type { Layout } from '../topology/layout.ts';
import { type ChainPair, computeChains, stripPosition } from './chain.ts';
import { nodeHue } from './nodeHue.ts';
import { computeUnitRibbons, type UnitBlock, type UnitRibbon } from './ribbons.ts';

/** What the strip draws: a plan and the exact counts of its change; indices of both are positions in plan.from / plan.to. */
export interface StripInput {
  readonly plan: Plan;
  readonly change: ChangeCounts;
  /** Gives partitions the hues of their nodes. */
  readonly cluster?: ClusterPlan;
}

/** Which layout a box belongs to; not the row it is drawn in: an unsplit partition of `from` also stands in the after row. */
export type LayoutSide = 'from' | 'to';

/** One partition on the strip, before any size in pixels. */
export interface UnitBox {
  readonly side: LayoutSide;
  /** Position in plan.from or plan.to. */
  readonly index: number;
  readonly name: string;
  readonly modulus: number;
  readonly remainder: number;
  readonly x: number;
  readonly width: number;
  /** Exact rows of all keys. */
  readonly rows: number;
  /** For `to`: rows that were already in the partition with the same remainder. For `from`: rows. */
  readonly stay: number;
  /** First and last step that empties (`from`) or fills (`to`) it; -1 when the plan leaves it alone. */
  readonly firstStep: number;
  readonly lastStep: number;
  /** No partition with this remainder existed before, so all its rows moved. */
  readonly isFresh: boolean;
  /** 1..8, of its node; without nodes of its quarter of the strip, and 0 when it is fresh. */
  readonly hue: number;
}

/** A change of layout on the strip: everything that does not depend on size, view or time. */
export interface StripModel {
  readonly input: StripInput;
  readonly chains: ChainPair;
  /** Aligned with plan.from and plan.to. */
  readonly from: readonly UnitBox[];
  readonly to: readonly UnitBox[];
  /** The same, from left to right. */
  readonly inOrder: Readonly<Record<LayoutSide, readonly UnitBox[]>>;
  /** Empty when there would be too many; `blocks` stand in for them. */
  readonly ribbons: readonly UnitRibbon[];
  readonly blocks: readonly UnitBlock[];
}

/** Hues of the quarters of the strip. Blue is left out: the accent for moving rows is blue. */
const QUARTER_HUES = [2, 3, 4, 5] as const;

/** A partition's hue is its quarter of the strip, so halves of one partition look alike. x in [0, 1). */
export function hueAt(x: number): number {
  return QUARTER_HUES[Math.min(3, Math.floor(x * 4 + 1e-9))]!;
}

interface StepRange {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** For each partition of `layout`, the first and last step that names it; -1 for none. */
function stepRanges(layout: Layout, plan: Plan, side: LayoutSide): StepRange {
  const first = new Int32Array(layout.length).fill(-1);
  const last = new Int32Array(layout.length).fill(-1);
  const indexOf = new Map(layout.map((bound, index) => [bound.remainder, index]));
  // Many copies of a rebuild fill the same partitions, which they name by the same array: it is walked once.
  const named = new Map<Layout, { readonly first: number; last: number }>();
  for (const step of plan.steps) {
    if (step.kind === 'prepare' || step.kind === 'swap' || step.kind === 'drop') continue;
    const steps = named.get(step[side]);
    if (steps === undefined) named.set(step[side], { first: step.index, last: step.index });
    else steps.last = step.index;
  }
  for (const [bounds, steps] of named) {
    for (const bound of bounds) {
      const index = indexOf.get(bound.remainder);
      if (index === undefined || layout[index]!.modulus !== bound.modulus) continue;
      if (first[index]! < 0 || steps.first < first[index]!) first[index] = steps.first;
      last[index] = Math.max(last[index]!, steps.last);
    }
  }
  return { first, last };
}

function heirHues(from: Layout, chains: ChainPair): Map<number, number> {
  return new Map(from.map((bound) => [bound.remainder, hueAt(stripPosition(bound, chains.from).x)]));
}

function computeBoxes(
  input: StripInput,
  chains: ChainPair,
  side: LayoutSide,
  hues: ReadonlyMap<number, number>,
): UnitBox[] {
  const { plan, change, cluster } = input;
  const nodes = cluster?.[side === 'from' ? 'before' : 'after'];
  const layout = plan[side];
  const steps = stepRanges(layout, plan, side);
  return layout.map((bound, index) => ({
    side,
    index,
    name: bound.name,
    modulus: bound.modulus,
    remainder: bound.remainder,
    ...stripPosition(bound, chains[side]),
    rows: change[side][index] ?? 0,
    stay: side === 'from' ? (change.from[index] ?? 0) : (change.stay[index] ?? 0),
    firstStep: steps.first[index]!,
    lastStep: steps.last[index]!,
    isFresh: !hues.has(bound.remainder),
    hue: nodes === undefined ? (hues.get(bound.remainder) ?? 0) : nodeHue(nodes[index]!),
  }));
}

/** The strip of one change; cost grows with partitions and flows, so keep the result while plan and counts stay. */
export function computeStripModel(input: StripInput): StripModel {
  const chains = computeChains(input.plan.from, input.plan.to);
  const hues = heirHues(input.plan.from, chains);
  const from = computeBoxes(input, chains, 'from', hues);
  const to = computeBoxes(input, chains, 'to', hues);
  return {
    input,
    chains,
    from,
    to,
    inOrder: { from: byPlace(from), to: byPlace(to) },
    ...computeUnitRibbons(input, chains, from, to),
  };
}

function byPlace(boxes: readonly UnitBox[]): readonly UnitBox[] {
  return boxes.toSorted((a, b) => a.x - b.x);
}
