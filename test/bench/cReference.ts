import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { columnSeed } from '../../src/keys/keyBlocks.ts';
import { keysOf, type Timed, type WorkloadId } from './workloads.ts';

const source = fileURLToPath(new URL('./reference.c', import.meta.url));
const compilers = ['cc', 'gcc', 'clang'] as const;
const run = promisify(execFile);

/** `plain` is compiled with -O2, `blocked` with -O3 -march=native. */
export type CVariant = 'plain' | 'blocked';

export interface CReference {
  /** First line of the compiler's own description. */
  readonly compiler: string;
  count(variant: CVariant, workload: WorkloadId, modulus: number, rows: number): Promise<Timed>;
}

/** Compiles reference.c, both ways, into the temporary folder; null where there is no C compiler. */
export function compileCReference(): CReference | null {
  const compiler = compilers.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);
  if (compiler === undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), 'shardscope-c-'));
  const programs = { plain: join(folder, 'plain'), blocked: join(folder, 'blocked') };
  execFileSync(compiler, ['-O2', '-o', programs.plain, source]);
  execFileSync(compiler, ['-O3', '-march=native', '-o', programs.blocked, source]);
  return {
    compiler: execFileSync(compiler, ['--version'], { encoding: 'utf8' }).split('\n')[0]!,
    async count(variant, workload, modulus, rows) {
      const seed = columnSeed(keysOf(workload, rows).seed, 0);
      const args = [variant, workload, String(modulus), String(rows), String(seed)];
      const { stdout } = await run(programs[variant], args, { maxBuffer: 2 ** 26 });
      const [ms, ...counts] = stdout.trim().split('\n').map(Number);
      return { ms: ms!, counts };
    },
  };
}
