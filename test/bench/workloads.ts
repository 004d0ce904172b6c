import type { Kernel } from '../../src/engine/kernel.ts';
import { rowHashBlock } from '../../src/hash/blocks.ts';
import { countSerial } from '../../src/hash/countSerial.ts';
import { countBlock } from '../../src/hash/modulo.ts';
import { createKeyReader } from '../../src/keys/keyBlocks.ts';
import type { KeyColumnSpec, KeySpec } from '../../src/keys/keySpec.ts';
import { countWithBigInt } from './bigintCount.ts';

/** What is counted everywhere: in Node, in Chromium, by SQL and in C. */
export const workloads = {
  int8: { name: 'id', type: 'int8', source: { kind: 'serial', start: 1, stride: 1 } },
  uuid: { name: 'id', type: 'uuid', source: { kind: 'uuidv4' } },
  text: { name: 'id', type: 'text', source: { kind: 'text', prefix: 'user_', start: 1, pad: 0 } },
} as const satisfies Record<string, KeyColumnSpec>;

export type WorkloadId = keyof typeof workloads;

/** Rows of each remainder, and the milliseconds that took; starting workers and loading modules is not in it. */
export interface Timed {
  readonly ms: number;
  readonly counts: readonly number[];
}

export function keysOf(workload: WorkloadId, rows: number): KeySpec {
  return { columns: [workloads[workload]], rows, seed: 1 };
}

/** One thread's ways to count. */
export type ThreadKernel = 'bigint' | 'typescript' | 'simd';

/** @param simd null where it is not asked for */
export function countOnThread(
  name: ThreadKernel,
  simd: Kernel | null,
  workload: WorkloadId,
  modulus: number,
  rows: number,
): Timed {
  const start = performance.now();
  const counts = countBy(name, simd, workload, modulus, rows);
  return { ms: performance.now() - start, counts };
}

function countBy(
  name: ThreadKernel,
  simd: Kernel | null,
  workload: WorkloadId,
  modulus: number,
  rows: number,
): readonly number[] {
  if (name === 'bigint') return countWithBigInt(rows, modulus);
  if (name === 'typescript') return countWithTypeScript(workload, modulus, rows);
  const counter = simd?.createCounter(keysOf(workload, rows), [], [], [{ kind: 'residues', modulus, targets: [] }]);
  if (counter === null || counter === undefined) throw new Error(`the SIMD kernel does not count ${workload}`);
  for (let row = 0; row < rows; row += counter.pieceRows) counter.count(row, Math.min(counter.pieceRows, rows - row));
  const totals = new Float64Array(modulus);
  counter.drain([totals]);
  return [...totals];
}

const PIECE = 2 ** 20;
const BLOCK = 8192;

/** The reference kernel: fused for a series, blocks of stored hashes for everything else. */
function countWithTypeScript(workload: WorkloadId, modulus: number, rows: number): readonly number[] {
  const histogram = new Uint32Array(modulus);
  if (workload === 'int8') {
    for (let row = 0; row < rows; row += PIECE)
      countSerial(row + 1, 1, Math.min(PIECE, rows - row), modulus, histogram);
    return [...histogram];
  }
  const reader = createKeyReader(keysOf(workload, rows), BLOCK);
  const hash = { hi: new Uint32Array(BLOCK), lo: new Uint32Array(BLOCK) };
  const scratch = { hi: new Uint32Array(BLOCK), lo: new Uint32Array(BLOCK) };
  for (let row = 0; row < rows; row += BLOCK) {
    const size = Math.min(BLOCK, rows - row);
    reader.read(row, size);
    rowHashBlock(reader.columns, size, hash.hi, hash.lo, scratch);
    countBlock(hash.hi, hash.lo, size, modulus, histogram);
  }
  return [...histogram];
}
