import moduleUrl from './assembly/index.ts?wasm';
import { type FetchModule, type LoadedSimd, startSimd } from './startSimd.ts';

/** The SIMD kernel as the build made it, once a worker; see startSimd(). Never rejects. */
export function loadSimd(fetchModule: FetchModule = fetchBuilt): Promise<LoadedSimd> {
  return startSimd(fetchModule);
}

async function fetchBuilt(): Promise<ArrayBuffer> {
  const response = await fetch(moduleUrl);
  if (!response.ok) throw new Error(`${moduleUrl} answers ${response.status}`);
  return response.arrayBuffer();
}
