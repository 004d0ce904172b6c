import type { MoveLog, MoveOptions, Placement, ShardMove } from './movePlan.ts';
import { compareShards, FillOrder, NodeFill, type ShardCost } from './nodeFill.ts';
import { ignoredMove, nowhereAllowed } from './notices.ts';
import type { CitusNode } from './placement.ts';
import type { RebalanceStrategy } from './strategy.ts';

const { fround, max, min } = Math;

/** How far a node's utilization may be from the average. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

type Verdict = 'take' | 'ignore' | 'skip';

/** Balances one list of placements. Float4 arithmetic throughout, as in Citus' NodeFillState and RebalanceState. */
export class ShardListBalancer {
  readonly #strategy: RebalanceStrategy;
  readonly #options: MoveOptions;
  readonly #log: MoveLog;
  readonly #order: FillOrder;
  readonly #disallowed: (readonly [ShardCost, NodeFill])[] = [];
  readonly #bounds: Bounds;
  readonly #improvementThreshold: number;
  #ignoredHere = 0;

  constructor(
    nodes: readonly CitusNode[],
    placements: readonly Placement[],
    strategy: RebalanceStrategy,
    options: MoveOptions,
    log: MoveLog,
  ) {
    this.#strategy = strategy;
    this.#options = options;
    this.#log = log;
    this.#improvementThreshold = fround(options.improvementThreshold);
    const fills = new Map(
      nodes.map((node) => [node.id, new NodeFill(node, node.shouldHaveShards ? fround(strategy.capacity(node)) : 0)]),
    );
    const totalCost = this.#fill(fills, placements);
    const totalCapacity = [...fills.values()].reduce((sum, { capacity }) => fround(sum + capacity), 0);
    this.#order = new FillOrder([...fills.values()]);
    this.#disallowed.sort(([a], [b]) => compareShards(a, b));
    this.#bounds = boundsOf(fround(totalCost / totalCapacity), fround(options.threshold));
  }

  /** Moves what is where it may not be to the emptiest node that may have it; warns of what may be nowhere. */
  drain(): void {
    for (const [shard, source] of this.#disallowed) {
      const target = this.#order.ascending.find((fill) => this.#canTake(fill, shard.shardId));
      if (target === undefined) this.#log.notices.push(nowhereAllowed(shard.shardId, source.node));
      else this.#move(shard, source, target);
    }
  }

  /** Moves shards until no move is worth it; false when the limit of moves was reached first. */
  balance(): boolean {
    while (this.#log.moves.length < this.#options.maxShardMoves) {
      if (!this.#moveOne()) return true;
    }
    return false;
  }

  /** Puts shards on their nodes, and returns their cost. */
  #fill(fills: ReadonlyMap<number, NodeFill>, placements: readonly Placement[]): number {
    let total = 0;
    for (const { shardId, nodeId } of placements) {
      const fill = fills.get(nodeId);
      if (fill === undefined) throw new RangeError(`shard ${shardId} is on node ${nodeId}, which is not in the list`);
      const shard = { shardId, cost: fround(this.#strategy.cost(shardId)) };
      fill.add(shard);
      total = fround(total + shard.cost);
      if (!this.#allowed(fill, shardId)) this.#disallowed.push([shard, fill]);
    }
    return total;
  }

  #allowed({ node }: NodeFill, shardId: number): boolean {
    return node.shouldHaveShards && this.#strategy.allowed(shardId, node);
  }

  #canTake(fill: NodeFill, shardId: number): boolean {
    return !fill.has(shardId) && this.#allowed(fill, shardId);
  }

  #move(shard: ShardCost, source: NodeFill, target: NodeFill): void {
    this.#order.move(shard, source, target);
    this.#log.moves.push(toMove(shard, source, target));
  }

  /** Makes the first move of the search, from the fullest node to the emptiest; false when there is none. */
  #moveOne(): boolean {
    const { ascending } = this.#order;
    const { lower, upper } = this.#bounds;
    for (let fullest = ascending.length - 1; fullest >= 0; fullest--) {
      const source = ascending[fullest]!;
      if (source.utilization <= lower) return false;
      for (const target of ascending) {
        if (target.utilization >= upper) break;
        if (target.utilization >= lower && source.utilization <= upper) break;
        const shard = this.#chooseShard(source, target);
        if (shard === undefined) continue;
        this.#move(shard, source, target);
        return true;
      }
    }
    return false;
  }

  #chooseShard(source: NodeFill, target: NodeFill): ShardCost | undefined {
    const { shards } = source;
    for (let i = 0; i < shards.length; i++) {
      const shard = shards[i]!;
      if (!this.#canTake(target, shard.shardId)) continue;
      const [verdict, improvement] = judge(shard.cost, source, target, this.#improvementThreshold);
      if (verdict === 'take') return shard;
      if (verdict === 'ignore') this.#ignore(toMove(shard, source, target), improvement);
      // The verdict depends on the cost alone: shards of the same cost need no look. Ignored ones are counted each.
      else i = source.lastOfCost(shard.cost);
    }
    return undefined;
  }

  #ignore(move: ShardMove, improvement: number): void {
    this.#log.ignoredCount++;
    this.#ignoredHere++;
    const limit = this.#options.maxLoggedIgnoredMoves;
    if (limit !== -1 && this.#ignoredHere > limit) return;
    this.#log.ignored.push({ ...move, improvement });
    this.#log.notices.push(
      ignoredMove(
        { shardId: move.shardId, source: move.source, target: move.target },
        improvement,
        this.#improvementThreshold,
      ),
    );
  }
}

/** Citus computes the bounds in double precision and rounds the result. */
export function boundsOf(average: number, threshold: number): Bounds {
  return { lower: fround((1 - threshold) * average), upper: fround((1 + threshold) * average) };
}

function toMove({ shardId }: ShardCost, source: NodeFill, target: NodeFill): ShardMove {
  return { shardId, source: source.node, target: target.node };
}

/** Whether a move makes the two nodes more alike, and enough so; with the improvement where that was the question. */
function judge(cost: number, source: NodeFill, target: NodeFill, threshold: number): readonly [Verdict, number] {
  const fuller = target.utilizationWith(cost);
  const emptier = source.utilizationWith(-cost);
  if (fuller <= emptier) return ['take', 0];
  if (fuller > source.utilization) return ['skip', 0];
  // The same maximum on the other node: worth it only if the minimum rises.
  if (fuller === source.utilization && emptier <= target.utilization) return ['skip', 0];
  const gained = max(fround(source.utilization - fuller), fround(emptier - target.utilization));
  const added = min(fround(fuller - target.utilization), fround(source.utilization - emptier));
  const improvement = fround(gained / added);
  return [improvement < threshold ? 'ignore' : 'take', improvement];
}
