import { hashBytesExtended } from '../../hash/lookup3.ts';

const encoder = new TextEncoder();
const out = new Uint32Array(2);

/** Two words that stand for a node: PostgreSQL's hashtextextended(name, 0) of the name in UTF-8. */
export function nameHash(name: string): readonly [hi: number, lo: number] {
  const bytes = encoder.encode(name);
  hashBytesExtended(bytes, 0, bytes.length, 0, 0, out);
  return [out[0]!, out[1]!];
}
