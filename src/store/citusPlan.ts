import { checkScheme } from '../engine/compare/checkScheme.ts';
import type { Problem } from '../lib/problem.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { type CitusChange, followChange } from '../schemes/citus/followChange.ts';
import type { CitusNode } from '../schemes/citus/placement.ts';
import type { RebalanceStrategy } from '../schemes/citus/strategy.ts';
import { numberOf } from '../schemes/config.ts';
import type { SchemeSpec } from '../schemes/fields.ts';
import { strategyFor } from '../schemes/members/citus.ts';
import { membersOf } from '../schemes/nodes.ts';
import { type CitusBalance, measureBalance } from './citusBalance.ts';
import { firstKeys } from './effects/comparing.ts';
import type { Scenario } from './scenario.ts';

/** More shards are planned on request only: their plan can take a second. */
export const MAX_READY_SHARDS = 8192;

/** A node of the change with its shards; `before` is null for one that joins, `after` for one that leaves. */
export interface CitusNodeLine {
  readonly node: CitusNode;
  /** As the document calls it. */
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
  /** Once the plan is done, in the strategy's own measure; null for a node that leaves. */
  readonly utilization: number | null;
}

export interface CitusMoveLine {
  readonly shardId: number;
  /** Place of the shard in its table, from 0. */
  readonly index: number;
  readonly source: string;
  readonly target: string;
  /** As the strategy weighs it: shards or bytes. */
  readonly cost: number;
  /** Its node should have no shards, or it evens nodes out. */
  readonly why: 'drain' | 'level';
}

/** What the rebalancer does about the document's change of nodes, with one table distributed over the old nodes. */
export interface CitusPlan {
  readonly strategy: RebalanceStrategy;
  /** Its table has the document's name. */
  readonly change: CitusChange;
  readonly nodes: readonly CitusNodeLine[];
  readonly moves: readonly CitusMoveLine[];
  readonly balance: CitusBalance;
}

/** The Citus scheme among the compared ones. */
export function citusSpecOf({ compare }: Scenario): SchemeSpec | null {
  return compare.find(({ scheme }) => scheme === 'citus') ?? null;
}

/** True when the plan is made without being asked for. */
export function isReadilyPlanned({ config }: SchemeSpec): boolean {
  return numberOf(config, 'shardCount') <= MAX_READY_SHARDS;
}

const known = new WeakMap<Scenario, Result<CitusPlan, Problem> | null>();

/**
 * The plan for a document, made once for each; null when Citus is not compared. by_disk_size weighs the rows that the
 * comparison is about, so that both show the same plan.
 */
export function citusPlanOf(document: Scenario): Result<CitusPlan, Problem> | null {
  let plan = known.get(document);
  if (plan === undefined) {
    const spec = citusSpecOf(document);
    plan = spec === null ? null : makePlan(document, spec);
    known.set(document, plan);
  }
  return plan;
}

function makePlan({ nodes, keys, table }: Scenario, spec: SchemeSpec): Result<CitusPlan, Problem> {
  const members = membersOf(nodes);
  const wrong = checkScheme(spec, members);
  if (wrong !== null) return err(wrong);
  const strategyOf = strategyFor(spec.config, firstKeys(keys).rows);
  const followed = followChange(members, numberOf(spec.config, 'shardCount'), strategyOf);
  const { names, before } = followed;
  const tables = before.tables.map(({ shardIds }) => ({ name: table.name, shardIds }));
  const change = { ...followed, before: { ...before, tables }, after: { ...followed.after, tables } };
  const weights = new Map(members.after.map(({ name, weight }) => [name, weight]));
  const strategy = strategyOf(({ id }) => weights.get(names[id - 1]!) ?? 1);
  const balance = measureBalance(change, strategy);
  return ok({
    strategy,
    change,
    nodes: nodeLines(change, members.before.length, balance),
    moves: moveLines(change, strategy),
    balance,
  });
}

function nodeLines({ nodes, names, before, after }: CitusChange, oldCount: number, balance: CitusBalance) {
  const [old, now] = [before, after].map(({ nodeIds }) => {
    const counts = new Uint32Array(nodes.length + 1);
    for (const [id] of nodeIds) counts[id!]!++;
    return counts;
  });
  return nodes.map((node, index): CitusNodeLine => {
    const stays = node.shouldHaveShards;
    return {
      node,
      name: names[index]!,
      before: index < oldCount ? old![node.id]! : null,
      after: stays ? now![node.id]! : null,
      utilization: stays ? balance.utilizations[index]! : null,
    };
  });
}

function moveLines({ names, before, plan }: CitusChange, strategy: RebalanceStrategy): CitusMoveLine[] {
  const first = before.tables[0]!.shardIds[0]!;
  return plan.moves.map(({ shardId, source, target }) => ({
    shardId,
    index: shardId - first,
    source: names[source.id - 1]!,
    target: names[target.id - 1]!,
    cost: strategy.cost(shardId),
    why: source.shouldHaveShards ? 'level' : 'drain',
  }));
}
