import { getKeyType } from '../../../hash/getKeyType.ts';
import type { SourceSpec } from '../../../keys/keySpec.ts';
import type { ColumnHasher } from '../columnHasher.ts';
import type { SimdExports } from '../simdExports.ts';
import type { SimdMemory } from '../simdMemory.ts';
import { textHasher } from './text.ts';

type SerialSpec = Extract<SourceSpec, { kind: 'serial' }>;

/**
 * Integers of any type: the smaller ones hash as the same number in a bigint. As text, only what counts up from 0 or
 * more; the rest is left to the reference, as are steps so wide that its sums in doubles are not exact.
 */
export function serialHasher(
  wasm: SimdExports,
  memory: SimdMemory,
  { start, stride }: SerialSpec,
  type: string,
  rows: number,
): ColumnHasher | null {
  if (getKeyType(type).storage === 'bytes') {
    return start >= 0 && stride === 1 ? textHasher(wasm, memory, '', start, 0) : null;
  }
  if (!Number.isSafeInteger(stride * rows)) return null;
  const step = BigInt(stride);
  return (firstRow, count, outHi, outLo) =>
    wasm.hashSeries(BigInt(start + firstRow * stride), step, count, outHi, outLo);
}
