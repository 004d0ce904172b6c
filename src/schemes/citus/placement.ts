import type { PgError } from '../../hash/pgError.ts';
import { err, ok, type Result } from '../../lib/result.ts';

/** A row of pg_dist_node: an active primary. */
export interface CitusNode {
  /** pg_dist_node.nodeid: nodes get ascending ones in the order that they are added. */
  readonly id: number;
  readonly name: string;
  readonly port: number;
  /** False for a node that is being emptied. */
  readonly shouldHaveShards: boolean;
}

export type CitusAddress = Pick<CitusNode, 'name' | 'port'>;

export const DEFAULT_PORT = 5432;

/** `host` or `host:port`. */
export function parseAddress(text: string): CitusAddress {
  const match = /^(.+):(\d{1,5})$/.exec(text);
  const port = Number(match?.[2]);
  return match !== null && port >= 1 && port <= 65_535 ? { name: match[1]!, port } : { name: text, port: DEFAULT_PORT };
}

export function formatAddress({ name, port }: CitusAddress): string {
  return `${name}:${port}`;
}

const utf8 = new TextEncoder();

/** Bytes of the host name, then port: worker-10 comes before worker-2 (worker_node_manager.c CompareWorkerNodes). */
export function compareAddresses(a: CitusAddress, b: CitusAddress): number {
  if (a.name === b.name) return a.port - b.port;
  const left = utf8.encode(a.name);
  const right = utf8.encode(b.name);
  const end = Math.min(left.length, right.length);
  for (let i = 0; i < end; i++) {
    if (left[i] !== right[i]) return left[i]! - right[i]!;
  }
  return left.length - right.length;
}

/**
 * Ids of the nodes of each new shard: shard i's copy j goes to node (i + j) mod n of those that should have shards. Every
 * colocation group starts again at the first node, so small groups pile up there.
 * @param replication citus.shard_replication_factor, 1 to 100
 */
export function placeRoundRobin(
  nodes: readonly CitusNode[],
  shardCount: number,
  replication = 1,
): Result<readonly (readonly number[])[], PgError> {
  const eligible = nodes.filter(({ shouldHaveShards }) => shouldHaveShards).toSorted(compareAddresses);
  if (replication > eligible.length) {
    return err({
      code: '22023',
      message: `replication_factor (${replication}) exceeds number of worker nodes (${eligible.length})`,
      hint: 'Add more worker nodes or try again with a lower replication factor.',
    });
  }
  return ok(
    Array.from({ length: shardCount }, (_, shard) =>
      Array.from({ length: replication }, (__, copy) => eligible[(shard + copy) % eligible.length]!.id),
    ),
  );
}
