import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { findChromium } from '../browser/chromium.ts';
import type { ThreadKernel, Timed, WorkloadId } from './workloads.ts';

const root = fileURLToPath(new URL('./page', import.meta.url));
const configFile = fileURLToPath(new URL('../../vite.config.ts', import.meta.url));

/** The bench page in Chromium, built as the app is built. */
export interface BenchBrowser {
  readonly version: string;
  countInWorker(kernel: ThreadKernel, workload: WorkloadId, modulus: number, rows: number): Promise<Timed>;
  countByEngine(workload: WorkloadId, modulus: number, rows: number, workers?: 'one' | 'all'): Promise<Timed>;
  close(): Promise<void>;
}

/** The bench page, built as the app is built, on a free port. */
export async function serveBenchPage(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const outDir = mkdtempSync(join(tmpdir(), 'shardscope-bench-'));
  await build({ configFile, root, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  const server = await preview({ configFile: false, root, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  return {
    url: server.resolvedUrls!.local[0]!,
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}

export async function openBenchBrowser(): Promise<BenchBrowser> {
  const served = await serveBenchPage();
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(served.url);
  await page.waitForFunction(() => window.bench !== undefined);
  return {
    version: browser.version(),
    countInWorker: (kernel, workload, modulus, rows) =>
      page.evaluate((request) => window.bench.countInWorker(request), { kernel, workload, modulus, rows }),
    countByEngine: (workload, modulus, rows, workers = 'all') =>
      page.evaluate(([w, m, n, crew]) => window.bench.countByEngine(w, m, n, crew), [
        workload,
        modulus,
        rows,
        workers,
      ] as const),
    async close() {
      await browser.close();
      await served.close();
    },
  };
}
