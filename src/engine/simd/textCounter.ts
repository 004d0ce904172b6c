import { getKeyType } from '../../hash/getKeyType.ts';
import { DEFAULT_SERVER } from '../../hash/server.ts';
import type { KeySpec } from '../../keys/keySpec.ts';
import type { FusedCount } from './fusedCounter.ts';
import { prepareTexts, type TextRun } from './hashers/text.ts';
import type { SimdExports } from './simdExports.ts';
import type { SimdMemory } from './simdMemory.ts';
import type { TallyCounter } from './tallyCounter.ts';

const HUNDRED = 100;

/** Whole hundreds of numbered texts without storing a hash; what is before and behind them as stored hashes. */
export function createTextCount(wasm: SimdExports, memory: SimdMemory, keys: KeySpec): FusedCount | null {
  const { source, type, operatorClass } = keys.columns[0]!;
  const { encoding } = keys.server ?? DEFAULT_SERVER;
  if (source.kind !== 'text' || encoding !== 'UTF8' || getKeyType(type, operatorClass).hash !== undefined) return null;
  const forRuns = prepareTexts(wasm, memory, source.prefix, source.start, source.pad);

  function countSingly({ length, digits, state }: TextRun, number: number, count: number, rest: TallyCounter): void {
    const { BLOCK, ROW_HI, ROW_LO } = wasm;
    for (let done = 0; done < count; done += BLOCK.value) {
      const rows = Math.min(BLOCK.value, count - done);
      wasm.hashText(BigInt(number + done), rows, length, digits, ...state, ROW_HI.value, ROW_LO.value);
      rest.count(rows);
    }
  }

  return (firstRow, rows, { bits, plan }, rest) =>
    forRuns(firstRow, rows, (run) => {
      const { number, count, length, digits, state } = run;
      const head = digits < 3 ? count : Math.min(count, (HUNDRED - (number % HUNDRED)) % HUNDRED);
      const hundreds = Math.floor((count - head) / HUNDRED);
      countSingly(run, number, head, rest);
      if (hundreds > 0) wasm.countText(BigInt(number + head), hundreds, length, digits, ...state, bits, plan);
      const end = head + hundreds * HUNDRED;
      countSingly(run, number + end, count - end, rest);
    });
}
