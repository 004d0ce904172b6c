import { checkFields } from '../checkFields.ts';
import { checkInstants, createClock } from '../instants.ts';
import type { SourceSpec } from '../keySpec.ts';
import type { KeySource, SourceField } from '../source.ts';
import { uuidFiller, uuidTypes } from '../uuidFiller.ts';
import { randomBits } from '../words128.ts';

type UuidV7Spec = Extract<SourceSpec, { kind: 'uuidv7' }>;

/** 2025-01-01 00:00:00 UTC. */
const DEFAULT_START = 1_735_689_600_000;

/** The timestamp of a version 7 UUID has 48 bits. */
const MAX_START = 2 ** 48 - 1;

const fields: readonly SourceField[] = [
  { kind: 'integer', name: 'startMs', min: 0, max: MAX_START, default: DEFAULT_START, unit: 'instant' },
  { kind: 'decimal', name: 'stepMs', min: 0, max: 86_400_000, default: 1, unit: 'ms' },
];

/**
 * UUIDs in order of time, RFC 9562 version 7: 48 bits of Unix milliseconds, the rest random. Steps under one
 * millisecond put several rows into the same one; those are not in order among themselves.
 */
export const uuidv7: KeySource<UuidV7Spec> = {
  kind: 'uuidv7',
  types: uuidTypes,
  fields,
  defaults: () => ({ kind: 'uuidv7', startMs: DEFAULT_START, stepMs: 1 }),

  validate: (spec, type, rows) => checkFields(spec, fields) ?? checkInstants(spec, type, rows, 0, MAX_START),

  prepare({ startMs, stepMs }, type, seed, capacity) {
    const clock = createClock(startMs, stepMs);
    return uuidFiller(type, capacity, 7, (out, firstRow, count) => {
      randomBits(out, seed, firstRow, count);
      for (let i = 0; i < count; i++) {
        const ms = clock.milliseconds(firstRow + i);
        out[4 * i] = Math.floor(ms / 65_536);
        out[4 * i + 1] = ((ms % 65_536) << 16) | (out[4 * i + 1]! & 0xffff);
      }
    });
  },
};
