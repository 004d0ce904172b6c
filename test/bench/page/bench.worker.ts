import { loadSimd } from '../../../src/engine/simd/loadSimd.ts';
import { countOnThread, type ThreadKernel, type Timed, type WorkloadId } from '../workloads.ts';

export interface BenchRequest {
  readonly kernel: ThreadKernel;
  readonly workload: WorkloadId;
  readonly modulus: number;
  readonly rows: number;
}

export type BenchReply = Timed | { readonly error: string };

const simd = loadSimd();

async function answer({ kernel, workload, modulus, rows }: BenchRequest): Promise<BenchReply> {
  const loaded = await simd;
  if (loaded.kernel === null) return { error: String(loaded.reason) };
  return countOnThread(kernel, loaded.kernel, workload, modulus, rows);
}

self.onmessage = (event: MessageEvent<BenchRequest>) => {
  answer(event.data).then(
    (reply) => self.postMessage(reply),
    (error: unknown) => self.postMessage({ error: String(error) }),
  );
};
