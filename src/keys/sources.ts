import { getKeyType } from '../hash/getKeyType.ts';
import type { SourceKind } from './keySpec.ts';
import type { KeySource } from './source.ts';
import { pattern } from './sources/pattern.ts';
import { random } from './sources/random.ts';
import { serial } from './sources/serial.ts';
import { text } from './sources/text.ts';
import { timestamps } from './sources/timestamps.ts';
import { uuidv4 } from './sources/uuidv4.ts';
import { uuidv7 } from './sources/uuidv7.ts';
import { zipf } from './sources/zipf.ts';

/** Every key source, in the order menus show them. A new source is one file and one entry here. */
export const sources = [
  serial,
  random,
  uuidv4,
  uuidv7,
  text,
  zipf,
  timestamps,
  pattern,
] as const satisfies readonly KeySource[];

const byKind: ReadonlyMap<SourceKind, KeySource> = new Map(
  (sources as readonly KeySource[]).map((source) => [source.kind, source]),
);

/** The source of this kind. Throws a RangeError when there is none, which only unparsed input can bring about. */
export function getSource(kind: SourceKind): KeySource {
  const source = byKind.get(kind);
  if (source === undefined) throw new RangeError(`no key source is called ${JSON.stringify(kind)}`);
  return source;
}

/** Sources that can feed a column of this type, in menu order; the first is the one to begin with. */
export function sourcesFor(type: string): readonly KeySource[] {
  return (sources as readonly KeySource[]).filter((source) => canFeed(source, type));
}

/** Whether a source makes values of this type. */
export function canFeed({ types }: KeySource, type: string): boolean {
  return types === null || types.includes(getKeyType(type).id);
}
