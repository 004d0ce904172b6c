import { gcd, lcm } from '../lib/integers.ts';
import type { Flow } from '../planner/plan.ts';
import { type ChainPair, isOnChain, stripPosition } from './chain.ts';
import type { StripInput, UnitBox } from './stripModel.ts';

/** Rows that go from one old to one new partition, as a band from the upper to the lower row. */
export interface UnitRibbon {
  /** Positions in plan.from and plan.to. */
  readonly from: number;
  readonly to: number;
  /** Rows of the whole flow; `parts` ribbons share them when the flow is not one interval of the strip. */
  readonly rows: number;
  readonly parts: number;
  /** Left edges above and below, and the common width, in strip units. */
  readonly x: number;
  readonly toX: number;
  readonly width: number;
  /** The old remainder is not the new one: these rows change table. */
  readonly moved: boolean;
  /** Step that carries it, -1 when the plan leaves the partition alone. */
  readonly step: number;
}

/** Stands for all flows inside one class of the shared modulus when they are too many to draw one by one. */
export interface UnitBlock {
  readonly x: number;
  readonly width: number;
  /** Rows of the class, and how many of them change table; for all classes together when flows are not known. */
  readonly rows: number;
  readonly moved: number;
}

interface RibbonSet {
  readonly ribbons: readonly UnitRibbon[];
  readonly blocks: readonly UnitBlock[];
}

/** Above this many ribbons none would be a pixel wide. */
const MAX_RIBBONS = 4096;

/** The remainder modulo lcm(a, b) that both partitions share; they are known to overlap. */
function sharedRemainder(a: UnitBox, b: UnitBox): number {
  for (let k = 0, r = a.remainder; k < b.modulus / gcd(a.modulus, b.modulus); k++, r += a.modulus) {
    if (r % b.modulus === b.remainder) return r;
  }
  throw new Error(`(${a.modulus}, ${a.remainder}) and (${b.modulus}, ${b.remainder}) share no key`);
}

/** Least multiple of `modulus` whose classes are intervals of both strips. */
function drawableModulus(modulus: number, chains: ChainPair): number {
  const whole = chains.from.reduce((a, b) => a * b, 1);
  for (let parts = 1; modulus * parts <= whole; parts++) {
    const wider = modulus * parts;
    if (whole % wider === 0 && isOnChain(wider, chains.from) && isOnChain(wider, chains.to)) return wider;
  }
  return whole;
}

function flowRibbons(
  flow: Flow,
  chains: ChainPair,
  from: UnitBox,
  to: UnitBox,
  fine: Map<number, number>,
): UnitRibbon[] {
  const modulus = lcm(from.modulus, to.modulus);
  const drawn = fine.get(modulus) ?? drawableModulus(modulus, chains);
  fine.set(modulus, drawn);
  const first = sharedRemainder(from, to);
  const parts = drawn / modulus;
  const moved = from.remainder !== to.remainder;
  const step = from.firstStep >= 0 ? from.firstStep : to.firstStep;
  return Array.from({ length: Math.min(parts, MAX_RIBBONS) }, (_, part) => {
    const bound = { modulus: drawn, remainder: first + part * modulus };
    const above = stripPosition(bound, chains.from);
    const below = stripPosition(bound, chains.to);
    return { ...flow, parts, x: above.x, toX: below.x, width: above.width, moved, step };
  });
}

function computeBlocks(input: StripInput, chains: ChainPair): UnitBlock[] {
  const { change, plan } = input;
  const classes = chains.shared;
  if (change.flows === null || classes > MAX_RIBBONS) {
    const stay = change.stay.reduce((a, b) => a + b, 0);
    return [{ x: 0, width: 1, rows: change.total, moved: change.total - change.fromMissing - stay }];
  }
  const rows = new Float64Array(classes);
  const moved = new Float64Array(classes);
  for (const flow of change.flows) {
    const bound = plan.from[flow.from]!;
    const block = Math.floor(stripPosition(bound, chains.from).x * classes + 1e-6);
    rows[block]! += flow.rows;
    if (bound.remainder !== plan.to[flow.to]!.remainder) moved[block]! += flow.rows;
  }
  return Array.from(rows, (total, i) => ({ x: i / classes, width: 1 / classes, rows: total, moved: moved[i]! }));
}

/**
 * One ribbon a flow, where a flow is one interval of both strips: the old class (m, r) and the new class (n, s) share
 * the class modulo lcm(m, n), and both lists of radices end in that modulus. So a key lies in its ribbon, at the
 * same distance from its edge above and below. Mixed moduli may cut a flow in several parts.
 */
export function computeUnitRibbons(
  input: StripInput,
  chains: ChainPair,
  from: readonly UnitBox[],
  to: readonly UnitBox[],
): RibbonSet {
  const flows = input.change.flows;
  if (flows === null || flows.length > MAX_RIBBONS) return { ribbons: [], blocks: computeBlocks(input, chains) };
  const fine = new Map<number, number>();
  const ribbons: UnitRibbon[] = [];
  for (const flow of flows) {
    ribbons.push(...flowRibbons(flow, chains, from[flow.from]!, to[flow.to]!, fine));
    if (ribbons.length > MAX_RIBBONS) return { ribbons: [], blocks: computeBlocks(input, chains) };
  }
  return { ribbons, blocks: [] };
}
