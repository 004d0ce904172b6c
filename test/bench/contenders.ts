import type { Kernel } from '../../src/engine/kernel.ts';
import type { BenchBrowser } from './browser.ts';
import type { CReference } from './cReference.ts';
import type { Contender } from './measure.ts';
import type { SqlCounter } from './sqlCount.ts';
import { countOnThread, type ThreadKernel, type WorkloadId } from './workloads.ts';

/** Everything there is to measure; `c` is null where there is no C compiler. */
export interface Bench {
  readonly simd: Kernel;
  readonly browser: BenchBrowser;
  readonly sql: SqlCounter;
  readonly c: CReference | null;
}

/** Names of contenders: the ratios are looked up by them. */
export const names = {
  bigint: 'naive BigInt, Node',
  typescriptNode: 'TypeScript, Node',
  simdNode: 'SIMD, Node',
  typescriptWeb: 'TypeScript, Chromium, one worker',
  simdWeb: 'SIMD, Chromium, one worker',
  pool: 'the app, Chromium, all workers',
  sql: 'PGlite SQL',
  cPlain: 'C -O2, key by key',
  cBlocked: 'C -O3 -march=native, blocked',
} as const;

interface Sizes {
  readonly fast: number;
  readonly slow: number;
  readonly sql: number;
  /** For the app with all its workers, which get their work by messages. */
  readonly pool: number;
}

const BIGINT_KEYS = 200_000;

/** About 10 to 500 milliseconds a run; the fast ones of one thread count the same keys. */
export const sizes: Readonly<Record<WorkloadId, Sizes>> = {
  int8: { fast: 100_000_000, slow: 10_000_000, sql: 300_000, pool: 400_000_000 },
  uuid: { fast: 40_000_000, slow: 8_000_000, sql: 0, pool: 100_000_000 },
  text: { fast: 100_000_000, slow: 4_000_000, sql: 300_000, pool: 400_000_000 },
};

export function contendersFor({ simd, browser, sql, c }: Bench, workload: WorkloadId, modulus: number): Contender[] {
  const { fast, slow, sql: sqlKeys, pool } = sizes[workload];
  const inNode = (name: string, kernel: ThreadKernel, keys: number): Contender => ({
    name,
    keys,
    run: async () => countOnThread(kernel, simd, workload, modulus, keys),
  });
  const inWorker = (name: string, kernel: ThreadKernel, keys: number): Contender => ({
    name,
    keys,
    run: () => browser.countInWorker(kernel, workload, modulus, keys),
  });
  return [
    ...(workload === 'int8' ? [inNode(names.bigint, 'bigint', BIGINT_KEYS)] : []),
    inNode(names.typescriptNode, 'typescript', slow),
    inNode(names.simdNode, 'simd', fast),
    inWorker(names.typescriptWeb, 'typescript', slow),
    inWorker(names.simdWeb, 'simd', fast),
    { name: names.pool, keys: pool, run: () => browser.countByEngine(workload, modulus, pool) },
    ...(workload === 'uuid'
      ? []
      : [{ name: names.sql, keys: sqlKeys, run: () => sql.count(workload, sqlKeys, modulus) }]),
    ...(c === null
      ? []
      : [
          { name: names.cPlain, keys: slow, run: () => c.count('plain', workload, modulus, slow) },
          { name: names.cBlocked, keys: fast, run: () => c.count('blocked', workload, modulus, fast) },
        ]),
  ];
}
