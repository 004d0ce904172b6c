import type { FromWorker, ToWorker } from './protocol.ts';
import { type BatchHooks, runBatch } from './runBatch.ts';

export type HostHooks = Pick<BatchHooks, 'now' | 'pause'>;

/**
 * The engine behind a message port, in a worker or beside the page: the latest run wins, and the one before it stops at
 * its next pause. Every run ends with exactly one of `done`, `cancelled` and `failed`.
 */
export function createEngineHost(post: (message: FromWorker) => void, hooks: HostHooks): (message: ToWorker) => void {
  let current: number | null = null;

  async function run({ id, request }: Extract<ToWorker, { type: 'run' }>): Promise<void> {
    current = id;
    try {
      const reply = await runBatch(request, {
        ...hooks,
        onProgress: (progress) => post({ type: 'progress', id, progress }),
        isCancelled: () => current !== id,
      });
      post(reply === 'cancelled' ? { type: 'cancelled', id } : { type: 'done', id, reply });
    } catch (error) {
      post({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  return (message) => {
    if (message.type === 'run') void run(message);
    else if (message.id === current) current = null;
  };
}

/** The buffers that a message hands over instead of copying. */
export function transferOf(message: FromWorker): ArrayBuffer[] {
  if (message.type !== 'done') return [];
  const { rows, hashHi, hashLo } = message.reply.sample;
  return [rows, hashHi, hashLo].map((array) => array.buffer as ArrayBuffer);
}
