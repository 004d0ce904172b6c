import { MAX_NODES } from './nodes.ts';
import type { SchemeField } from './scheme.ts';

/** Virtual nodes of a member of weight 1, and the hash: one of ringHash.ts. */
const ring = [
  { kind: 'integer', name: 'vnodes', min: 1, max: 100_000, default: 160 },
  { kind: 'choice', name: 'hash', choices: ['md5', 'postgres', 'murmur3'], default: 'postgres' },
] as const satisfies readonly SchemeField[];

const partitions = { kind: 'integer', min: 1, max: 4096 } as const;

/**
 * Parameters of every scheme, by its id. They lie apart from the schemes, so that documents can be checked and forms drawn
 * without a single router.
 */
export const schemeFields = {
  postgres: [
    { ...partitions, name: 'modulus', default: 16 },
    { ...partitions, name: 'target', default: 32 },
  ],
  // Every first-level partition has a leaf at least, and a leaf is a node.
  nested: [{ kind: 'integer', name: 'firstModulus', min: 1, max: MAX_NODES, default: 2 }],
  modulo: [],
  // The most points are four for each of 25,000 digests.
  ketama: [{ kind: 'integer', name: 'points', min: 8, max: 100_000, default: 160 }],
  ring,
  boundedLoads: [...ring, { kind: 'decimal', name: 'c', min: 1.001, max: 10, default: 1.25 }],
  multiProbe: [{ kind: 'integer', name: 'probes', min: 1, max: 100, default: 21 }],
  jump: [],
  rendezvous: [],
  weightedRendezvous: [],
  maglev: [{ kind: 'integer', name: 'tableSize', min: 251, max: 655_373, default: 65_537 }],
  anchor: [{ kind: 'integer', name: 'capacity', min: 1, max: 65_535, default: 1024 }],
  dx: [{ kind: 'integer', name: 'capacity', min: 1, max: 65_535, default: 128 }],
  memento: [],
  slots: [
    { kind: 'integer', name: 'partitions', min: 1, max: 65_536, default: 480 },
    { kind: 'integer', name: 'replicas', min: 0, max: 8, default: 1 },
  ],
  redis: [],
  citus: [
    { kind: 'integer', name: 'shardCount', min: 1, max: 64_000, default: 32 },
    {
      kind: 'choice',
      name: 'rebalanceStrategy',
      choices: ['by_shard_count', 'by_disk_size', 'by_capacity'],
      default: 'by_shard_count',
    },
    // Of use to by_disk_size only.
    { kind: 'integer', name: 'rowBytes', min: 1, max: 1_000_000, default: 100 },
  ],
  pathman: [],
  poc2017: [],
  vitess: [{ kind: 'choice', name: 'vindex', choices: ['hash', 'xxhash'], default: 'xxhash' }],
  yugabyte: [{ kind: 'integer', name: 'tablets', min: 1, max: 4096, default: 24 }],
  linear: [{ kind: 'integer', name: 'initial', min: 1, max: 1024, default: 1 }],
  extendible: [],
} as const satisfies Readonly<Record<string, readonly SchemeField[]>>;

export type SchemeId = keyof typeof schemeFields;

/** A scheme with its parameters, as documents hold it. */
export interface SchemeSpec {
  readonly scheme: string;
  readonly config: Readonly<Record<string, number | string>>;
}

export function isSchemeId(id: string): id is SchemeId {
  return Object.hasOwn(schemeFields, id);
}

/** @throws RangeError for a name that no scheme has */
export function fieldsOf(id: string): readonly SchemeField[] {
  if (!isSchemeId(id)) throw new RangeError(`no scheme "${id}"`);
  return schemeFields[id];
}
