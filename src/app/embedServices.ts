import { nothingSaved } from '../store/persistence.ts';
import type { Services } from '../store/services.ts';

/** A framed page neither reads nor writes what the reader keeps in the browser, and leaves its own address alone. */
export function embedServices(services: Services): Services {
  return {
    ...services,
    storage: { load: async () => nothingSaved, save: async () => undefined },
    address: { ...services.address, replaceHash: () => undefined },
  };
}
