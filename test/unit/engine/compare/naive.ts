import type { SchemeFigures } from '../../../../src/engine/compare/protocol.ts';
import { rowHash, shortHash } from '../../../../src/hash/textEntry.ts';
import type { KeySpec } from '../../../../src/keys/keySpec.ts';
import { createKeyTexts } from '../../../../src/keys/keyText.ts';
import { defaultConfig } from '../../../../src/schemes/config.ts';
import type { SchemeSpec } from '../../../../src/schemes/fields.ts';
import type { Member, MemberChange } from '../../../../src/schemes/nodes.ts';
import type { KeyBlock, MovementTheory } from '../../../../src/schemes/scheme.ts';
import { getScheme } from '../../../../src/schemes/schemes.ts';

export function specOf(scheme: string, config: SchemeSpec['config'] = {}): SchemeSpec {
  return { scheme, config: { ...defaultConfig(getScheme(scheme).fields), ...config } };
}

/** All keys as one block, each made from its texts alone. */
export function naiveKeys(keys: KeySpec, rows: readonly number[]): KeyBlock {
  const textsOf = createKeyTexts(keys);
  const types = keys.columns.map(({ type }) => type);
  const classed = keys.columns.map(({ type, operatorClass }) =>
    operatorClass === undefined ? type : { type, operatorClass },
  );
  const hashes = rows.map((row) => rowHash(classed, textsOf(row), keys.server));
  const texts = rows.map((row) => new TextEncoder().encode(textsOf(row).join(':')));
  const offsets = new Uint32Array(rows.length + 1);
  for (const [i, text] of texts.entries()) offsets[i + 1] = offsets[i]! + text.length;
  return {
    hi: Uint32Array.from(hashes, (hash) => Number(hash >> 32n)),
    lo: Uint32Array.from(hashes, (hash) => Number(hash & 0xffffffffn)),
    short: Int32Array.from(rows, (row) => shortHash(types[0]!, textsOf(row)[0]!, keys.server)),
    data: Uint8Array.from(texts.flatMap((text) => [...text])),
    offsets,
  };
}

/** Owners by name, key by key. */
export function naiveOwners(
  { scheme, config }: SchemeSpec,
  change: MemberChange,
  block: KeyBlock,
): { readonly before: string[]; readonly after: string[]; readonly theory: MovementTheory } {
  const count = block.hi.length;
  const pair = getScheme(scheme).prepare(config, change, count);
  const namesOf = (side: 'before' | 'after'): string[] => {
    const out = new Uint16Array(count);
    pair[side].route(block, count, out);
    return Array.from(out, (owner) => change[side][owner]!.name);
  };
  return { before: namesOf('before'), after: namesOf('after'), theory: pair.theory };
}

/** The figures that one loop over all keys gives; nothing of them is computed as the engine does. */
export function naiveFigures(spec: SchemeSpec, change: MemberChange, block: KeyBlock) {
  const { before, after, theory } = naiveOwners(spec, change, block);
  const flows = new Map<string, number>();
  for (const [i, owner] of before.entries()) {
    const flow = `${owner} -> ${after[i]}`;
    flows.set(flow, (flows.get(flow) ?? 0) + 1);
  }
  return {
    before: naiveSide(before, change.before),
    after: naiveSide(after, change.after),
    moved: before.filter((owner, i) => owner !== after[i]).length,
    flows: Object.fromEntries(flows),
    theory,
  };
}

function naiveSide(owners: readonly string[], members: readonly Member[]) {
  const rows = members.map(({ name }) => owners.filter((owner) => owner === name).length);
  const weights = members.map(({ weight }) => weight).reduce((sum, weight) => sum + weight);
  const loads = rows.map((own, i) => (own * weights) / (owners.length * members[i]!.weight));
  const variance = loads.map((load) => (load - 1) ** 2).reduce((sum, square) => sum + square) / loads.length;
  return { rows, hottest: Math.max(...loads), deviation: Math.sqrt(variance) };
}

/** A reply in the words of naiveFigures(). */
export function readable({ before, after, moved, flows, theory }: SchemeFigures, change: MemberChange) {
  const side = ({ rows, hottest, deviation }: SchemeFigures['before']) => ({ rows: [...rows], hottest, deviation });
  const named = Array.from(flows.rows, (rows, i) => [
    `${change.before[flows.from[i]!]!.name} -> ${change.after[flows.to[i]!]!.name}`,
    rows,
  ]);
  return { before: side(before), after: side(after), moved, flows: Object.fromEntries(named), theory };
}
