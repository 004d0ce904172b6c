import type { VerifyRun } from '../../postgres/client.ts';
import type { AppStore } from '../createAppStore.ts';
import { selectSql } from '../planSql.ts';
import type { Services } from '../services.ts';
import { idleVerification } from '../state.ts';

/** Starts and stops the comparison with a real PostgreSQL; at most one runs, and each starts with an empty server. */
export interface Verifier {
  start(): void;
  cancel(): void;
}

export function createVerifier(store: AppStore, services: Pick<Services, 'startVerify'>): Verifier {
  let run: VerifyRun | null = null;
  /** Number of the run that is listened to; a run that was stopped or replaced talks to nobody. */
  let latest = 0;
  const cancel = (): void => {
    latest += 1;
    run?.cancel();
    run = null;
  };
  const start = (): void => {
    const { counted } = store.getState().results;
    const { startVerify } = services;
    if (counted === null || startVerify === null) return;
    cancel();
    const { document, plan, table } = counted.derived;
    store.setState({ verification: { ...idleVerification, status: 'running', document } });
    const script = selectSql(store.getState()).script;
    const id = latest;
    const finish = (patch: Partial<ReturnType<AppStore['getState']>['verification']>): void => {
      if (id !== latest) return;
      run = null;
      store.setState(({ verification }) => ({ verification: { ...verification, event: null, ...patch } }));
    };
    const fail = (error: unknown): void =>
      finish({ status: 'failed', error: error instanceof Error ? error.message : String(error) });
    try {
      run = startVerify({ script, plan, table, keys: document.keys }, (event) => {
        if (id === latest) store.setState(({ verification }) => ({ verification: { ...verification, event } }));
      });
      run.promise.then((report) => finish({ status: 'done', report }), fail);
    } catch (error) {
      // A browser may refuse to start a worker at all.
      fail(error);
    }
  };
  return {
    start,
    cancel: () => {
      cancel();
      store.setState(({ verification }) =>
        verification.status === 'running' ? { verification: idleVerification } : {},
      );
    },
  };
}
