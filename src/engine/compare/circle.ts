import { BLOCK_ROWS } from '../../keys/keyBlocks.ts';
import { type Problem, problem } from '../../lib/problem.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Arcs } from '../../schemes/scheme.ts';
import { getScheme } from '../../schemes/schemes.ts';
import { sampleRows } from '../sample.ts';
import { checkScheme } from './checkScheme.ts';
import { createSchemeKeyReader } from './keyReader.ts';
import type { CircleRequest, CircleSample, DrawnCircle } from './protocol.ts';

/** Few enough for four lookups a key in a few milliseconds, whatever its hash. */
const PIECE_ROWS = BLOCK_ROWS / 16;

/** The circle of one scheme before and after the change; yields after pieces of a few milliseconds, once it is prepared. */
export function* drawCircle({
  keys,
  change,
  scheme: spec,
  sample,
}: CircleRequest): Generator<void, Result<DrawnCircle, Problem>> {
  const wrong = checkScheme(spec, change);
  if (wrong !== null) return err(wrong);
  const scheme = getScheme(spec.scheme);
  const { before, after } = scheme.prepare(spec.config, change, keys.rows);
  yield;
  if (before.circle === null || after.circle === null) return err(problem('schemeNoCircle', { scheme: spec.scheme }));
  const rows = sampleRows(keys.rows, sample);
  const reader = createSchemeKeyReader(keys, new Set([scheme.needs(spec.config)]), Math.min(PIECE_ROWS, rows.length));
  const placed = emptySample(rows.length);
  for (let first = 0; first < rows.length; first += PIECE_ROWS) {
    const count = Math.min(PIECE_ROWS, rows.length - first);
    const block = reader.readRows(rows, first, count);
    before.circle.place(block, count, placed.place.subarray(first));
    after.circle.place(block, count, placed.placeAfter.subarray(first));
    before.route(block, count, placed.before.subarray(first));
    after.route(block, count, placed.after.subarray(first));
    yield;
  }
  return ok({ before: copyOf(before.circle.arcs), after: copyOf(after.circle.arcs), keys: withoutEqualPlaces(placed) });
}

function emptySample(count: number) {
  return {
    place: new Float64Array(count),
    placeAfter: new Float64Array(count),
    before: new Uint16Array(count),
    after: new Uint16Array(count),
  };
}

function withoutEqualPlaces(sample: ReturnType<typeof emptySample>): CircleSample {
  const isKept = sample.place.every((place, key) => place === sample.placeAfter[key]);
  return isKept ? { ...sample, placeAfter: null } : sample;
}

/** Arrays of its own: they are handed over, and a router may keep those it gave. */
function copyOf({ starts, owners }: Arcs): Arcs {
  return { starts: starts.slice(), owners: owners.slice() };
}
