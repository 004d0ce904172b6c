import type { PgError } from '../../hash/pgError.ts';
import { type CitusAddress, formatAddress } from './placement.ts';

/** What a Citus function tells its caller beside its result. */
export interface CitusNotice extends Omit<PgError, 'code'> {
  readonly level: 'NOTICE' | 'WARNING';
}

// Citus' own words (shard_rebalancer.c), as its regression tests show them.

export function nowhereAllowed(shardId: number, source: CitusAddress): CitusNotice {
  return {
    level: 'WARNING',
    message: `Not allowed to move shard ${shardId} anywhere from ${formatAddress(source)}`,
  };
}

export function stoppedSearching(): CitusNotice {
  return {
    level: 'NOTICE',
    message:
      'Stopped searching before we were out of moves. ' +
      "Please rerun the rebalancer after it's finished for a more optimal placement.",
  };
}

export function ignoredMove(
  move: { readonly shardId: number; readonly source: CitusAddress; readonly target: CitusAddress },
  improvement: number,
  threshold: number,
): CitusNotice {
  const { shardId, source, target } = move;
  const way = `from ${formatAddress(source)} to ${formatAddress(target)}`;
  return {
    level: 'NOTICE',
    message:
      `Ignoring move of shard ${shardId} ${way}, ` +
      'because the move only brings a small improvement relative to the shard its size',
    detail:
      `The balance improvement of ${formatG(improvement)} is lower than ` +
      `the improvement_threshold of ${formatG(threshold)}`,
  };
}

/** @param limit citus.max_rebalancer_logged_ignored_moves; -1 is none */
export function ignoredTotal(count: number, limit: number, threshold: number): CitusNotice {
  const shown = limit === -1 || count <= limit ? 'all' : `${limit}`;
  return {
    level: 'NOTICE',
    message: `Ignored ${count} moves, ${shown} of which are shown in notices above`,
    hint:
      'If you do want these moves to happen, try changing improvement_threshold ' +
      `to a lower value than what it is now (${formatG(threshold)}).`,
  };
}

export function thresholdRaised(minimum: number): CitusNotice {
  return {
    level: 'WARNING',
    message:
      'the given threshold is lower than the minimum threshold allowed by the rebalance strategy, ' +
      'using the minimum allowed threshold instead',
    detail: `Using threshold of ${minimum.toFixed(2)}`,
  };
}

/** The number as C's %g writes it: six significant digits, without zeros at the end. */
export function formatG(value: number): string {
  const [digits, exponent] = value.toExponential(5).split('e') as [string, string];
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(value.toPrecision(6)));
  const sign = power < 0 ? '-' : '+';
  return `${Number(digits)}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}
