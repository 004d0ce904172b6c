import type { SourceSpec } from '../keySpec.ts';
import type { KeySource } from '../source.ts';
import { uuidFiller, uuidTypes } from '../uuidFiller.ts';
import { randomBits } from '../words128.ts';

type UuidV4Spec = Extract<SourceSpec, { kind: 'uuidv4' }>;

/** Random UUIDs, RFC 9562 version 4, as gen_random_uuid() makes them. */
export const uuidv4: KeySource<UuidV4Spec> = {
  kind: 'uuidv4',
  types: uuidTypes,
  fields: [],
  defaults: () => ({ kind: 'uuidv4' }),
  validate: () => null,
  prepare: (_spec, type, seed, capacity) =>
    uuidFiller(type, capacity, 4, (out, firstRow, count) => randomBits(out, seed, firstRow, count)),
};
