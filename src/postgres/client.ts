import { pause } from '../engine/pause.ts';
import type { FromVerifier, ToVerifier, VerifyEvent, VerifyInput, VerifyReport } from './protocol.ts';
import { endedEarly, runVerify } from './runVerify.ts';

export interface VerifyRun {
  /** Always resolves; a failure of any kind is in the report. */
  readonly promise: Promise<VerifyReport>;
  /** Stops between two statements, or at once when one takes longer than half a second. Calls after the first do nothing. */
  cancel(): void;
}

/** A statement that runs this long after a cancel is stopped with its worker, milliseconds. */
const PATIENCE_MS = 500;

/**
 * Starts a run in a worker of its own, which ends with the run: the next one starts clean and the memory is free again.
 * Without workers (tests) it runs here.
 */
export function startVerify(input: VerifyInput, onEvent: (event: VerifyEvent) => void): VerifyRun {
  return typeof Worker === 'undefined' ? startHere(input, onEvent) : startInWorker(input, onEvent);
}

function startInWorker(input: VerifyInput, onEvent: (event: VerifyEvent) => void): VerifyRun {
  const worker = new Worker(new URL('./verify.worker.ts', import.meta.url), { type: 'module' });
  const send = (message: ToVerifier): void => worker.postMessage(message);
  let last: VerifyEvent | null = null;
  let finish: (report: VerifyReport) => void = () => {};
  const promise = new Promise<VerifyReport>((resolve) => {
    finish = (report) => {
      worker.terminate();
      resolve(report);
    };
  });
  worker.onmessage = ({ data }: MessageEvent<FromVerifier>) => {
    if (data.type === 'report') return finish(data.report);
    last = data.event;
    onEvent(data.event);
  };
  worker.onerror = ({ message }) => finish(endedEarly('error', { error: { code: 'XX000', message, step: -1 } }));
  send({ type: 'run', input });
  let cancelled = false;
  return {
    promise,
    cancel() {
      if (cancelled) return;
      cancelled = true;
      send({ type: 'cancel' });
      const stop = (): void => finish(endedEarly('cancelled', { version: last?.version ?? '' }));
      const timer = setTimeout(stop, PATIENCE_MS);
      void promise.then(() => clearTimeout(timer));
    },
  };
}

function startHere(input: VerifyInput, onEvent: (event: VerifyEvent) => void): VerifyRun {
  let cancelled = false;
  const host = {
    now: () => performance.now(),
    onEvent,
    isCancelled: async () => {
      await pause();
      return cancelled;
    },
  };
  return {
    promise: runVerify(input, host),
    cancel() {
      cancelled = true;
    },
  };
}
