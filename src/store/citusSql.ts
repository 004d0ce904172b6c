import { type PgError, PgException } from '../hash/pgError.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { addCapacityStrategy, changeNodesScript, showRebalancePlan } from '../sql/citusStatements.ts';
import type { CitusPlan } from './citusPlan.ts';

/** The change of nodes as a script; empty when nothing changes. A name that no statement can hold is PostgreSQL's error. */
export function citusScript({ nodes, change }: CitusPlan): Result<string, PgError> {
  return written(() =>
    changeNodesScript({
      joining: nodes.filter(({ before }) => before === null).map(({ node }) => node),
      leaving: nodes.filter(({ after }) => after === null).map(({ node }) => node),
      moves: change.plan.moves,
      mode: 'auto',
    }),
  );
}

/** What asks a cluster for its own plan, with the strategy made first where Citus has none of that name. */
export function citusQuestion({ nodes, strategy }: CitusPlan): Result<string, PgError> {
  return written(() => {
    const capacities = nodes
      .filter(({ after }) => after !== null)
      .map(({ node }) => [node, strategy.capacity(node)] as const);
    const made = strategy.name === 'by_capacity' ? addCapacityStrategy(strategy.name, capacities) : [];
    return [...made, showRebalancePlan(strategy.name)].join('\n');
  });
}

/** Runs what quotes names and values: those that PostgreSQL can't receive become its error. */
export function written<T>(write: () => T): Result<T, PgError> {
  try {
    return ok(write());
  } catch (error) {
    if (error instanceof PgException) return err(error);
    throw error;
  }
}

const HOST_NAME = /^(?=.{1,253}$)[\dA-Za-z](?:[\dA-Za-z-]*[\dA-Za-z])?(?:\.[\dA-Za-z](?:[\dA-Za-z-]*[\dA-Za-z])?)*$/;

/** First name that no host can have (RFC 1123), or null. */
export function firstNoHost({ nodes }: CitusPlan): string | null {
  return nodes.find(({ node }) => !HOST_NAME.test(node.name))?.name ?? null;
}
