import { nothingSaved, type Storage } from '../store/persistence.ts';
import type { Services } from '../store/services.ts';

/** Keeps nothing. */
const storage: Storage = {
  load: async () => nothingSaved,
  save: async () => undefined,
  addVersion: async () => undefined,
  listVersions: async () => [],
  clearVersions: async () => undefined,
  listFiles: async () => [],
  setFiles: async () => undefined,
};

/** A framed page neither reads nor writes what the reader keeps in the browser, and leaves its own address alone. */
export function embedServices(services: Services): Services {
  return {
    ...services,
    storage,
    tab: { ...services.tab, remember: () => undefined, post: () => undefined, onMessage: () => () => undefined },
    address: { ...services.address, replaceHash: () => undefined },
  };
}
