import { BLOCK_ROWS } from '../../keys/keyBlocks.ts';
import type { KeySpec } from '../../keys/keySpec.ts';
import type { Problem } from '../../lib/problem.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { SchemeSpec } from '../../schemes/fields.ts';
import { equalMembers, type MemberChange } from '../../schemes/nodes.ts';
import type { KeyBlock } from '../../schemes/scheme.ts';
import { getScheme } from '../../schemes/schemes.ts';
import { sampleRows } from '../sample.ts';
import { checkScheme } from './checkScheme.ts';
import { hottestOf } from './figures.ts';
import { createSchemeKeyReader } from './keyReader.ts';
import type { CurvePoint } from './protocol.ts';

/** The keys of a sample, hashed once for all points. */
export interface KeySampleBlocks {
  readonly keys: number;
  readonly blocks: readonly { readonly keys: KeyBlock; readonly count: number }[];
}

/** Few enough for a lookup among 64 nodes, one by one, in a few milliseconds. */
const PIECE_ROWS = BLOCK_ROWS / 4;

/**
 * Reads `size` evenly spaced keys, or all; yields block by block.
 * @param schemes that checkSchemeSpec() lets pass
 */
export function* readKeySample(
  keys: KeySpec,
  schemes: readonly SchemeSpec[],
  size: number,
): Generator<void, KeySampleBlocks> {
  const needs = new Set(schemes.map(({ scheme, config }) => getScheme(scheme).needs(config)));
  const rows = sampleRows(keys.rows, size);
  const reader = createSchemeKeyReader(keys, needs, Math.min(PIECE_ROWS, rows.length));
  const blocks: { keys: KeyBlock; count: number }[] = [];
  for (let first = 0; first < rows.length; first += PIECE_ROWS) {
    const count = Math.min(PIECE_ROWS, rows.length - first);
    blocks.push({ keys: copyOf(reader.readRows(rows, first, count), count), count });
    yield;
  }
  return { keys: rows.length, blocks };
}

function copyOf({ hi, lo, short, data, offsets }: KeyBlock, count: number): KeyBlock {
  return {
    hi: hi.slice(0, count),
    lo: lo.slice(0, count),
    short: short.slice(0, count),
    data: data.slice(0, offsets.length > count ? offsets[count] : 0),
    offsets: offsets.slice(0, count + 1),
  };
}

/** Places a sample on `nodes` equal nodes and on one more; yields after pieces of a few milliseconds. */
export function* computePoint(
  spec: SchemeSpec,
  nodes: number,
  sample: KeySampleBlocks,
): Generator<void, Result<CurvePoint, Problem>> {
  const change = nodesJoining(nodes);
  const wrong = checkScheme(spec, change);
  if (wrong !== null) return err(wrong);
  const { before, after } = getScheme(spec.scheme).prepare(spec.config, change, sample.keys);
  const [from, to] = [new Uint16Array(PIECE_ROWS), new Uint16Array(PIECE_ROWS)];
  const rows = new Float64Array(nodes);
  let moved = 0;
  for (const { keys, count } of sample.blocks) {
    before.route(keys, count, from);
    yield;
    after.route(keys, count, to);
    for (let i = 0; i < count; i++) {
      rows[from[i]!]! += 1;
      // A node that stays has the same place in both lists.
      if (from[i] !== to[i]) moved += 1;
    }
    yield;
  }
  return ok({ moved: moved / sample.keys, hottest: hottestOf(rows, change.before) });
}

function nodesJoining(count: number): MemberChange {
  return { before: equalMembers(count), after: equalMembers(count + 1) };
}
