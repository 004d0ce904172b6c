import { createEngineClient } from '../../../src/engine/client.ts';
import { keysOf, type Timed, type WorkloadId } from '../workloads.ts';
import type { BenchReply, BenchRequest } from './bench.worker.ts';

/** What the bench calls from outside. */
export interface BenchPage {
  countInWorker(request: BenchRequest): Promise<Timed>;
  /** Counts as the app does, with its progress written into the page, on one worker or on all. */
  countByEngine(workload: WorkloadId, modulus: number, rows: number, workers: 'one' | 'all'): Promise<Timed>;
  /** Shows a large ring, once. */
  openRing(): Promise<void>;
  /** Lets a node join it; when each frame began, ms. */
  playRing(): Promise<readonly number[]>;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

const worker = new Worker(new URL('./bench.worker.ts', import.meta.url), { type: 'module' });
const engines = { one: createEngineClient({ workers: 1 }), all: createEngineClient() };
const progressLine = document.body.appendChild(document.createElement('p'));

let playRing: (() => Promise<readonly number[]>) | null = null;

window.bench = {
  countInWorker(request) {
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<BenchReply>) => {
        if ('error' in data) reject(new Error(data.error));
        else resolve(data);
      };
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(request);
    });
  },
  async countByEngine(workload, modulus, rows, workers) {
    const layout = Array.from({ length: modulus }, (_, remainder) => ({ modulus, remainder }));
    const start = performance.now();
    const reply = await engines[workers].run(
      { kind: 'count', keys: keysOf(workload, rows), from: layout, to: [layout], sample: 0 },
      ({ done, total }) => {
        progressLine.textContent = `${done} of ${total}`;
      },
    );
    return { ms: performance.now() - start, counts: reply.changes[0]!.to };
  },
  async openRing() {
    const { openRing } = await import('./ringPage.tsx');
    playRing = await openRing();
  },
  playRing() {
    if (playRing === null) throw new Error('no ring is open');
    return playRing();
  },
};
