import moduleUrl from './assembly/index.ts?wasm';
import { type FetchModule, type LoadedSimd, startSimd } from './startSimd.ts';

/** A module that has not come by then is done without, so that a count never waits for a silent network. */
const PATIENCE_MS = 10_000;

/** The SIMD kernel as the build made it, once a worker; see startSimd(). Never rejects. */
export function loadSimd(fetchModule: FetchModule = fetchBuilt): Promise<LoadedSimd> {
  return startSimd(fetchModule);
}

async function fetchBuilt(): Promise<ArrayBuffer> {
  const response = await fetch(moduleUrl, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`${moduleUrl} answers ${response.status}`);
  return response.arrayBuffer();
}
