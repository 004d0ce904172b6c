import type { CompareClient } from '../engine/compare/client.ts';
import type { SchemeReply, SchemeRequest } from '../engine/compare/protocol.ts';
import { Cancelled, Superseded } from '../engine/pool.ts';
import type { EngineProgress } from '../engine/protocol.ts';

/** The engine of comparisons, loaded with the first one: the schemes are not needed to show the page. */
export function createLazyCompare(load: () => Promise<CompareClient>): CompareClient {
  let client: Promise<CompareClient> | null = null;
  let loaded: CompareClient | null = null;
  /** Of the latest run or cancel, and whether that was a cancel: for whoever asks while the engine is on its way. */
  let last = 0;
  let isCancelled = false;

  async function run(request: SchemeRequest, onProgress?: (progress: EngineProgress) => void): Promise<SchemeReply> {
    last += 1;
    const own = last;
    isCancelled = false;
    client ??= load();
    loaded = await client;
    if (own !== last || isCancelled) {
      throw isCancelled ? new Cancelled('the run was cancelled') : new Superseded('a later run took over');
    }
    return (loaded.run as typeof run)(request, onProgress);
  }

  return {
    run: run as CompareClient['run'],
    cancel() {
      isCancelled = true;
      loaded?.cancel();
    },
    dispose() {
      isCancelled = true;
      void client?.then((engine) => engine.dispose());
    },
  };
}
