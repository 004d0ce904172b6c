import type { CitusNotice } from './notices.ts';
import type { CitusNode } from './placement.ts';

/** A copy of a shard on a node. */
export interface Placement {
  readonly shardId: number;
  readonly nodeId: number;
}

export interface ShardMove {
  readonly shardId: number;
  readonly source: CitusNode;
  readonly target: CitusNode;
}

/** A move that would have gained too little for what it costs. */
export interface IgnoredMove extends ShardMove {
  /** What it gains over what it adds to the target: below the improvement threshold. */
  readonly improvement: number;
}

export interface MoveOptions {
  readonly threshold: number;
  readonly improvementThreshold: number;
  readonly maxShardMoves: number;
  readonly drainOnly: boolean;
  /** citus.max_rebalancer_logged_ignored_moves: so many of each list are told; -1 is all. */
  readonly maxLoggedIgnoredMoves: number;
}

export const defaultMoveOptions = { maxShardMoves: 1_000_000, drainOnly: false, maxLoggedIgnoredMoves: 5 } as const;

export interface MovePlan {
  /** In the order that Citus makes them. A shard can move twice. */
  readonly moves: readonly ShardMove[];
  /** Those that notices tell of. */
  readonly ignored: readonly IgnoredMove[];
  readonly ignoredCount: number;
  /** True when the limit of moves ended the search. */
  readonly stoppedEarly: boolean;
  readonly notices: readonly CitusNotice[];
}

/** What the lists of one plan write to. */
export interface MoveLog {
  readonly moves: ShardMove[];
  readonly ignored: IgnoredMove[];
  readonly notices: CitusNotice[];
  ignoredCount: number;
}
