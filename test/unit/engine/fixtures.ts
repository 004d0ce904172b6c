import { countKeys } from '../../../src/engine/countKeys.ts';
import type { CountRequest, Counts } from '../../../src/engine/protocol.ts';
import type { KeyTypeId } from '../../../src/hash/keyTypes/keyTypes.ts';
import type { KeySpec } from '../../../src/keys/keySpec.ts';
import type { HashBound } from '../../../src/topology/layout.ts';

/** All partitions of one modulus. */
export function uniform(modulus: number): HashBound[] {
  return Array.from({ length: modulus }, (_, remainder) => ({ modulus, remainder }));
}

/** A sorted layout from short text, e.g. "2:0 4:1 4:3". */
export function layout(text: string): HashBound[] {
  return text
    .split(' ')
    .filter((bound) => bound !== '')
    .map((bound) => {
      const [modulus, remainder] = bound.split(':').map(Number);
      return { modulus: modulus!, remainder: remainder! };
    })
    .sort((a, b) => a.modulus - b.modulus || a.remainder - b.remainder);
}

/** `rows` integers from `start` on. */
export function series(rows: number, start = 1, type: KeyTypeId = 'int8'): KeySpec {
  return { columns: [{ name: 'id', type, source: { kind: 'serial', start, stride: 1 } }], rows, seed: 1 };
}

export function request(keys: KeySpec, from: HashBound[], to: HashBound[][], sample = 0): CountRequest {
  return { kind: 'count', keys, from, to, sample };
}

/** The answer to a request, in one thread and without slices. */
export function answer(asked: CountRequest): Counts {
  const work = countKeys(asked);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Rows whose old remainder is not their new one, of the rows that both layouts take. */
export function movedRows({ total, stay }: { readonly total: number; readonly stay: readonly number[] }): number {
  return total - stay.reduce((sum, rows) => sum + rows, 0);
}
