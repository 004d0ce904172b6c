import type { Kernel } from '../kernel.ts';
import { checkKernel } from './checkKernel.ts';
import { createSimdCounter } from './simdCounter.ts';
import type { SimdExports } from './simdExports.ts';

export interface LoadedSimd {
  /** Null where the reference has to do. */
  readonly kernel: Kernel | null;
  /** Why there is no kernel, for whoever looks into it; null when there is one. */
  readonly reason: string | null;
}

/** Bytes of the compiled module. */
export type FetchModule = () => Promise<BufferSource>;

/**
 * Starts the SIMD kernel and has it prove itself on a small vector. Never rejects: where WebAssembly or its vectors are
 * missing, the module does not arrive, or the kernel counts anything wrong, the answer says why there is none.
 */
export async function startSimd(fetchModule: FetchModule): Promise<LoadedSimd> {
  try {
    if (typeof WebAssembly !== 'object') return { kernel: null, reason: 'there is no WebAssembly here' };
    const kernel = createKernel(await WebAssembly.compile(await fetchModule()));
    const wrong = checkKernel(kernel);
    return wrong === null ? { kernel, reason: null } : { kernel: null, reason: `the SIMD kernel is wrong: ${wrong}` };
  } catch (error) {
    return { kernel: null, reason: `the SIMD kernel does not start: ${String(error)}` };
  }
}

/** A kernel that gives every counter an instance of its own, so that counters share nothing and leave no memory behind. */
function createKernel(module: WebAssembly.Module): Kernel {
  return {
    name: 'simd',
    createCounter(keys, from, to, tallies) {
      try {
        const { exports } = new WebAssembly.Instance(module);
        return createSimdCounter(exports as unknown as SimdExports, keys, from, to, tallies);
      } catch (error) {
        // Too little memory for an instance or its histograms; the reference may still find its own.
        if (error instanceof RangeError) return null;
        throw error;
      }
    },
  };
}
