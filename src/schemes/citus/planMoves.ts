import type { MoveLog, MoveOptions, MovePlan, Placement } from './movePlan.ts';
import { ignoredTotal, stoppedSearching } from './notices.ts';
import { type CitusNode, compareAddresses } from './placement.ts';
import { ShardListBalancer } from './shardListBalancer.ts';
import type { RebalanceStrategy } from './strategy.ts';

/**
 * Plans moves as Citus does: first every list is rid of placements where they may not be, without a limit; then list
 * by list is balanced by itself, until the moves of all lists together reach the limit. There is no search for the
 * fewest moves, none for swaps, and no shard goes back to where it once was for its own sake.
 * Source: Citus 14, shard_rebalancer.c RebalancePlacementUpdates.
 * @param lists placements that are balanced together; each names nodes of `nodes`
 * @throws RangeError for a placement on an unknown node
 */
export function planMoves(
  nodes: readonly CitusNode[],
  lists: readonly (readonly Placement[])[],
  strategy: RebalanceStrategy,
  options: MoveOptions,
): MovePlan {
  const log: MoveLog = { moves: [], ignored: [], notices: [], ignoredCount: 0 };
  const sorted = nodes.toSorted(compareAddresses);
  const balancers = lists.map((placements) => new ShardListBalancer(sorted, placements, strategy, options, log));
  for (const balancer of balancers) balancer.drain();
  const stoppedEarly = !options.drainOnly && balancers.some((balancer) => !balancer.balance());
  if (stoppedEarly) log.notices.push(stoppedSearching());
  if (log.ignoredCount > 0) {
    const threshold = Math.fround(options.improvementThreshold);
    log.notices.push(ignoredTotal(log.ignoredCount, options.maxLoggedIgnoredMoves, threshold));
  }
  return { ...log, stoppedEarly };
}
