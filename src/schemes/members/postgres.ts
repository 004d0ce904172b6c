import { problem } from '../../lib/problem.ts';
import { numberOf } from '../config.ts';
import { schemeFields } from '../fields.ts';
import { keepPlaces } from '../keepPlaces.ts';
import { layoutMovement } from '../layoutMovement.ts';
import { memberIds, placesAfter } from '../memberIds.ts';
import type { MemberChange } from '../nodes.ts';
import { partitionRouter } from '../partitionRouter.ts';
import { radicesOf } from '../postgresRouters.ts';
import type { RouterPair, Scheme, SchemeConfig } from '../scheme.ts';

/**
 * PostgreSQL's hash partitions on nodes, as foreign tables would lie: `modulus` partitions before the change, remainder i
 * on node i mod N, and `target` partitions after it, of which children stay with their parents as far as an even
 * distribution allows. Weights are not looked at. For a layout of mixed moduli see postgresRouters().
 */
export const postgres: Scheme = {
  id: 'postgres',
  source: {
    title:
      'PostgreSQL: get_hash_partition_greatest_modulus, compute_partition_hash_value (partbounds.c, execPartition.c)',
    url: 'https://www.postgresql.org/docs/current/ddl-partitioning.html',
  },
  fields: schemeFields.postgres,
  movement: 'bounds',
  sequential: false,
  needs: () => 'row',
  traits: (config) => ({ shrink: 'any', weights: false, inPlace: isChain(config), lookup: 'O(1)' }),
  check(config, { before, after }) {
    const modulus = numberOf(config, 'modulus');
    const target = numberOf(config, 'target');
    if (modulus < before.length) return problem('schemeFewPartitions', { value: modulus, min: before.length });
    return target < after.length ? problem('schemeFewPartitions', { value: target, min: after.length }) : null;
  },
  prepare: (config, change) => preparePostgres(numberOf(config, 'modulus'), numberOf(config, 'target'), change),
};

/** Partitions split or merge one by one; otherwise the whole table is written anew with the new modulus. */
function isChain(config: SchemeConfig): boolean {
  const modulus = numberOf(config, 'modulus');
  const target = numberOf(config, 'target');
  return target % modulus === 0 || modulus % target === 0;
}

function preparePostgres(modulus: number, target: number, change: MemberChange): RouterPair {
  const ids = memberIds(change);
  const places = placesAfter(change);
  const olds = uniform(modulus);
  const news = uniform(target);
  const before = olds.map(({ remainder }) => remainder % change.before.length);
  const after = keepPlaces(
    before.map((node) => places[node]!),
    target,
    change.after.length,
  );
  const radices = radicesOf(olds, news);
  const fraction = layoutMovement(
    { bounds: olds, nodes: before },
    { bounds: news, nodes: after.map((node) => ids.after[node]!) },
  );
  return {
    before: partitionRouter(olds, before, radices.before),
    after: partitionRouter(news, after, radices.after),
    theory: { kind: 'exact', fraction },
  };
}

function uniform(modulus: number) {
  return Array.from({ length: modulus }, (_, remainder) => ({ modulus, remainder }));
}
