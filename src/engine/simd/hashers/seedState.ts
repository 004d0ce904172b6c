import { seedState } from '../../../hash/lookup3.ts';
import { SEED_HI, SEED_LO } from '../../../hash/partitionHash.ts';

/** lookup3's state a, b, c before the first byte of a value of this length, with the partition seed. */
export function stateOf(length: number): readonly [a: number, b: number, c: number] {
  const state = new Int32Array(3);
  seedState(length, SEED_HI, SEED_LO, state);
  return [state[0]!, state[1]!, state[2]!];
}
