import * as v from 'valibot';
import { type AppStore, setUi } from '../createAppStore.ts';
import { openKept } from '../files.ts';
import { serialiseScenario } from '../parseScenario.ts';
import type { Services, TabMessage } from '../services.ts';

const messageSchema = v.object({
  kind: v.literal('saved'),
  name: v.string(),
  was: v.string(),
  scenario: v.string(),
});

/**
 * Says when another tab saves a document of the same name that differs from the one here, once for each state of this one,
 * and offers to open it. Nothing is taken over by itself. Returns a stop function.
 */
export function startOtherTabs(store: AppStore, services: Pick<Services, 'tab'>): () => void {
  let latest: TabMessage | null = null;
  const unsubscribe = store.subscribe((state, before) => {
    if (state.document !== before.document) latest = null;
  });
  const stop = services.tab.onMessage((data) => {
    const { document } = store.getState();
    const parsed = v.safeParse(messageSchema, data);
    if (!parsed.success) return;
    const message = parsed.output;
    if (![message.name, message.was].includes(document.name)) return;
    if (message.scenario === serialiseScenario(document)) return;
    const isTold = latest !== null;
    latest = message;
    if (isTold) return;
    const action = { label: 'notice.showIt', run: () => openKept(store, latest ?? message) } as const;
    setUi(store, { notice: { kind: 'note', key: 'notice.otherTab', action } });
  });
  return () => {
    unsubscribe();
    stop();
  };
}
