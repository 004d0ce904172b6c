import { type EnginePort, type OpenPort, openPort } from './port.ts';
import type { EngineProgress, EngineReply, EngineRequest, FromWorker } from './protocol.ts';

/** A run has no answer because a later one took over. Not a failure. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** A run has no answer because it was cancelled, or because the client was disposed of. Not a failure. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export interface EngineClient {
  /** Rejects with Superseded when another run takes over, Cancelled, or an Error that says how the engine failed. */
  run(request: EngineRequest, onProgress?: (progress: EngineProgress) => void): Promise<EngineReply>;
  /** Stops the current run, if any. */
  cancel(): void;
  /** Ends the worker; later runs reject. */
  dispose(): void;
}

interface Run {
  readonly id: number;
  readonly resolve: (reply: EngineReply) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: (progress: EngineProgress) => void;
}

/**
 * The page's side of the engine. The worker starts with the first run; after a crash the next run starts another.
 * @param open how to start an engine; a module worker, or the page itself where there are no workers
 */
export function createEngineClient(open: OpenPort = openPort): EngineClient {
  let port: EnginePort | null = null;
  let current: Run | null = null;
  let lastId = 0;
  let disposed = false;

  function stop(error: Error): void {
    const run = current;
    current = null;
    run?.reject(error);
  }

  function close(): void {
    port?.close();
    port = null;
  }

  function crash(reason: string): void {
    close();
    stop(new Error(`the engine stopped: ${reason}`));
  }

  function receive(message: FromWorker): void {
    const run = current;
    if (run === null || message.id !== run.id) return;
    if (message.type === 'progress') {
      run.onProgress(message.progress);
      return;
    }
    current = null;
    if (message.type === 'done') run.resolve(message.reply);
    else run.reject(message.type === 'failed' ? new Error(message.message) : new Cancelled('the run was cancelled'));
  }

  return {
    run(request, onProgress = () => {}) {
      if (disposed) return Promise.reject(new Cancelled('the engine was disposed of'));
      stop(new Superseded('a later run took over'));
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        current = { id, resolve, reject, onProgress };
        port ??= open(receive, crash);
        port.post({ type: 'run', id, request });
      });
    },
    cancel() {
      if (current !== null) port?.post({ type: 'cancel', id: current.id });
      stop(new Cancelled('the run was cancelled'));
    },
    dispose() {
      disposed = true;
      close();
      stop(new Cancelled('the engine was disposed of'));
    },
  };
}
