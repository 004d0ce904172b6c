import type { ClusterCounts, ClusterPlan } from '../planner/cluster.ts';
import type { ChangeCounts, Plan } from '../planner/plan.ts';
import { sortByStrip } from '../topology/stripOrder.ts';
import { nodeHue } from './nodeHue.ts';

/** A bar of the picture: a partition or a node, before or after. Links are sorted by `from`, then `to`. */
export interface FlowItem {
  /** Position of the partition in its layout, or of the node in the cluster. */
  readonly index: number;
  readonly label: string;
  readonly rows: number;
  /** 1 .. 8. */
  readonly hue: number;
}

/** Rows that go from one bar to another; numbers are positions in the two lists of bars. */
export interface FlowLink {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  /** False for rows that stay in their table, or on their node. */
  readonly moves: boolean;
}

export interface FlowModel {
  readonly left: readonly FlowItem[];
  readonly right: readonly FlowItem[];
  readonly links: readonly FlowLink[];
  /** Links too small to be among the MAX_LINKS largest, and their rows. */
  readonly hiddenLinks: number;
  readonly hiddenRows: number;
}

/** Ribbons that are drawn; beyond it they are thinner than a line. */
export const MAX_LINKS = 1500;

/** Partitions before and after, in the order of the strip and in the hues of their nodes. Null when there are too many pairs to be counted. */
export function partitionFlow(plan: Plan, change: ChangeCounts, cluster: ClusterPlan): FlowModel | null {
  if (change.flows === null) return null;
  const left = stripPlaces(plan.from);
  const right = stripPlaces(plan.to);
  const links = change.flows
    .filter(({ from, to }) => from < plan.from.length && to < plan.to.length)
    .map(({ from, to, rows }) => ({
      from: left.placeOf[from]!,
      to: right.placeOf[to]!,
      rows,
      moves: plan.from[from]!.remainder !== plan.to[to]!.remainder,
    }));
  return limitLinks(
    left.order.map((index) => partitionItem(plan.from, change.from, index, cluster.before)),
    right.order.map((index) => partitionItem(plan.to, change.to, index, cluster.after)),
    links,
  );
}

function stripPlaces(layout: Plan['from']): { readonly order: readonly number[]; readonly placeOf: readonly number[] } {
  const positions = new Map(layout.map((partition, index) => [partition, index]));
  const order = sortByStrip(layout).map((partition) => positions.get(partition)!);
  const placeOf: number[] = [];
  order.forEach((index, place) => {
    placeOf[index] = place;
  });
  return { order, placeOf };
}

function partitionItem(
  layout: Plan['from'],
  rows: readonly number[],
  index: number,
  nodes: readonly number[],
): FlowItem {
  const { modulus, remainder } = layout[index]!;
  return { index, label: `(${modulus}, ${remainder})`, rows: rows[index]!, hue: nodeHue(nodes[index]!) };
}

/** Nodes before and after. Null when there are too many pairs of partitions to be counted. */
export function nodeFlow({ nodes }: ClusterPlan, counts: ClusterCounts): FlowModel | null {
  if (counts.flows === null) return null;
  const item = (rows: readonly number[]) => (node: number) => ({
    index: node,
    label: nodes[node]!.name,
    rows: rows[node]!,
    hue: nodeHue(node),
  });
  const before = nodes.flatMap(({ state }, index) => (state === 'joining' ? [] : [index]));
  const after = nodes.flatMap(({ state }, index) => (state === 'leaving' ? [] : [index]));
  const links = counts.flows.map(({ from, to, rows }) => ({
    from: before.indexOf(from),
    to: after.indexOf(to),
    rows,
    moves: from !== to,
  }));
  return limitLinks(before.map(item(counts.before)), after.map(item(counts.after)), links);
}

function limitLinks(left: readonly FlowItem[], right: readonly FlowItem[], links: readonly FlowLink[]): FlowModel {
  const sorted = links.toSorted((a, b) => b.rows - a.rows);
  const hidden = sorted.slice(MAX_LINKS);
  const hiddenRows = hidden.reduce((sum, { rows }) => sum + rows, 0);
  const shown = sorted.slice(0, MAX_LINKS).sort((a, b) => a.from - b.from || a.to - b.to);
  return { left, right, links: shown, hiddenLinks: hidden.length, hiddenRows };
}

/** A bar, in CSS pixels. */
export interface FlowBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** False where the bar is too thin for its label. */
  readonly isLabelled: boolean;
}

export interface FlowScene {
  readonly left: readonly FlowBar[];
  readonly right: readonly FlowBar[];
  /** SVG path of each link, an area as thick as its rows. */
  readonly ribbons: readonly string[];
}

export const FLOW_BAR = 12;
const GAP = 4;
const MIN_LABEL = 13;

/** Lays a model out in a box; bars and ribbons of both sides are as thick as their rows, in one scale. */
export function computeFlow({ left, right, links }: FlowModel, width: number, height: number): FlowScene {
  const gaps = Math.max(left.length, right.length) - 1;
  const gap = Math.min(GAP, (0.3 * height) / Math.max(1, gaps));
  const total = Math.max(1, sumRows(left), sumRows(right));
  const scale = (height - gap * gaps) / total;
  const leftBars = stack(left, 0, gap, scale);
  const rightBars = stack(right, width - FLOW_BAR, gap, scale);
  const starts = edges(leftBars, links, ({ from }) => from, scale);
  // On the right the ribbons arrive in the order of the left bars, which the links have.
  const ends = edges(rightBars, links, ({ to }) => to, scale);
  const [x0, x1] = [FLOW_BAR, width - FLOW_BAR];
  const ribbons = links.map(({ rows }, i) => ribbon(x0, starts[i]!, x1, ends[i]!, rows * scale));
  return { left: leftBars, right: rightBars, ribbons };
}

function sumRows(items: readonly FlowItem[]): number {
  return items.reduce((sum, { rows }) => sum + rows, 0);
}

function stack(items: readonly FlowItem[], x: number, gap: number, scale: number): FlowBar[] {
  let y = 0;
  return items.map(({ rows }) => {
    const height = rows * scale;
    const bar = { x, y, width: FLOW_BAR, height, isLabelled: height + gap >= MIN_LABEL };
    y += height + gap;
    return bar;
  });
}

/** Upper edge of each link at its bar, one below the other. */
function edges(
  bars: readonly FlowBar[],
  links: readonly FlowLink[],
  barOf: (link: FlowLink) => number,
  scale: number,
): number[] {
  const next = bars.map(({ y }) => y);
  return links.map((link) => {
    const bar = barOf(link);
    const y = next[bar]!;
    next[bar] = y + link.rows * scale;
    return y;
  });
}

function ribbon(x0: number, y0: number, x1: number, y1: number, thickness: number): string {
  const middle = (x0 + x1) / 2;
  const p = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(2)}`;
  return (
    `M${p(x0, y0)}C${p(middle, y0)} ${p(middle, y1)} ${p(x1, y1)}V${(y1 + thickness).toFixed(2)}` +
    `C${p(middle, y1 + thickness)} ${p(middle, y0 + thickness)} ${p(x0, y0 + thickness)}Z`
  );
}
