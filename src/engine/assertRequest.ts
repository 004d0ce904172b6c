import { validateKeySpec } from '../keys/validateKeySpec.ts';
import { MAX_MODULUS, MAX_PARTITIONS } from '../topology/layoutSpec.ts';
import { type EngineRequest, MAX_SAMPLE } from './protocol.ts';

/** @throws RangeError when the request is not one that the page may make; it names the value */
export function assertRequest({ keys, from, to, sample }: EngineRequest): void {
  const wrong = validateKeySpec(keys);
  if (wrong !== null) throw new RangeError(`keys refused: ${wrong.id} ${JSON.stringify(wrong.params)}`);
  if (!Number.isInteger(sample) || sample < 0 || sample > MAX_SAMPLE) {
    throw new RangeError(`sample size ${sample} is not an integer from 0 to ${MAX_SAMPLE}`);
  }
  for (const layout of [from, ...to]) {
    if (layout.length > MAX_PARTITIONS) throw new RangeError(`${layout.length} partitions, at most ${MAX_PARTITIONS}`);
    const modulus = layout.at(-1)?.modulus ?? 1;
    if (modulus > MAX_MODULUS) throw new RangeError(`modulus ${modulus}, at most ${MAX_MODULUS}`);
  }
}
