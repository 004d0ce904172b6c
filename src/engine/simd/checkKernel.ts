import { type HashScratch, rowHashBlock } from '../../hash/blocks.ts';
import { countBlock } from '../../hash/modulo.ts';
import { createKeyReader } from '../../keys/keyBlocks.ts';
import type { KeyColumnSpec, KeySpec } from '../../keys/keySpec.ts';
import type { Kernel } from '../kernel.ts';
import type { Tally } from '../tallies.ts';

/** Enough for a whole run of the fused kernels. */
const SERIAL_ROWS = 8192 + 300;
const ROWS = 400;

/** Consecutive integers, which the fused kernels count, across 0 and across a multiple of 2^32. */
const series: readonly KeyColumnSpec[] = [
  { name: 'consecutive', type: 'int8', source: { kind: 'serial', start: -1000, stride: 1 } },
  { name: 'beyond', type: 'int8', source: { kind: 'serial', start: 2 ** 40 + 2 ** 32 - 1000, stride: 1 } },
];

/** One of each other kind of key, across the borders where kernels change their way. */
const columns: readonly KeyColumnSpec[] = [
  { name: 'wide', type: 'int8', source: { kind: 'serial', start: -5e11, stride: 2e8 + 1 } },
  { name: 'small', type: 'int4', source: { kind: 'random' } },
  { name: 'instant', type: 'timestamptz', source: { kind: 'timestamps', startMs: -1e12, stepMs: 1234.567 } },
  { name: 'v4', type: 'uuid', source: { kind: 'uuidv4' } },
  { name: 'v7', type: 'uuid', source: { kind: 'uuidv7', startMs: 1.7e12, stepMs: 0.25 } },
  { name: 'text', type: 'text', source: { kind: 'text', prefix: 'user_', start: 8, pad: 0 } },
  { name: 'longer', type: 'text', source: { kind: 'text', prefix: 'customer-', start: 99_990, pad: 7 } },
];

/** A mask of few and of many bins, fraction bins, and exact remainders. */
const MODULI = [4, 1024, 1000, 40_000];

/**
 * Counts a few thousand keys of each kind with the kernel and by the reference: null when every count agrees, else what
 * did not. A few milliseconds.
 */
export function checkKernel(kernel: Kernel): string | null {
  for (const column of series) {
    const keys: KeySpec = { columns: [column], rows: SERIAL_ROWS, seed: 1 };
    const hash = hashAll(keys);
    for (const modulus of MODULI) {
      const wrong = checkCounts(kernel, keys, hash, [modulus]);
      if (wrong !== null) return wrong;
    }
  }
  for (const chosen of [...columns.map((column) => [column]), columns.slice(1, 4)]) {
    const keys: KeySpec = { columns: chosen, rows: ROWS, seed: 2 };
    const hash = hashAll(keys);
    // All in one pass over stored hashes, and each alone, which may take a way of its own.
    for (const moduli of [MODULI, ...MODULI.map((modulus) => [modulus])]) {
      const wrong = checkCounts(kernel, keys, hash, moduli);
      if (wrong !== null) return wrong;
    }
  }
  return null;
}

function hashAll(keys: KeySpec): HashScratch {
  const reader = createKeyReader(keys, keys.rows);
  const hash = createHashes(keys.rows);
  reader.read(0, keys.rows);
  rowHashBlock(reader.columns, keys.rows, hash.hi, hash.lo, createHashes(keys.rows));
  return hash;
}

function checkCounts(kernel: Kernel, keys: KeySpec, { hi, lo }: HashScratch, moduli: readonly number[]): string | null {
  const name = keys.columns.map((column) => column.name).join(', ');
  const tallies = moduli.map((modulus): Tally => ({ kind: 'residues', modulus, targets: [] }));
  const counter = kernel.createCounter(keys, [], [], tallies);
  if (counter === null) return `it refuses ${name}`;
  counter.count(0, keys.rows);
  const totals = moduli.map((modulus) => new Float64Array(modulus));
  counter.drain(totals);
  for (const [index, modulus] of moduli.entries()) {
    const expected = new Uint32Array(modulus);
    countBlock(hi, lo, keys.rows, modulus, expected);
    const remainder = expected.findIndex((rows, k) => rows !== totals[index]![k]);
    if (remainder < 0) continue;
    const counted = totals[index]![remainder];
    return `${counted} rows of ${name} with remainder ${remainder} of ${modulus}, not ${expected[remainder]}`;
  }
  return null;
}

function createHashes(rows: number): HashScratch {
  return { hi: new Uint32Array(rows), lo: new Uint32Array(rows) };
}
