import type { Tab } from '../store/services.ts';

const KEY = 'shardscope.tab';

/** This tab among the others: its id lives as long as the tab does, where the browser lets a page remember anything. */
export function createTab(): Tab {
  const id = Array.from(crypto.getRandomValues(new Uint32Array(2)), (word) => word.toString(36)).join('');
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('shardscope');
  return {
    id,
    before: quietly(() => sessionStorage.getItem(KEY)),
    remember: () => void quietly(() => sessionStorage.setItem(KEY, id)),
    post: (message) => channel?.postMessage(message),
    onMessage(listener) {
      const onMessage = (event: MessageEvent): void => listener(event.data);
      channel?.addEventListener('message', onMessage);
      return () => channel?.removeEventListener('message', onMessage);
    },
  };
}

/** Reading sessionStorage throws where storage is switched off. */
function quietly<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
