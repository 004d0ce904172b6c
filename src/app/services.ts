import { createEngineClient } from '../engine/client.ts';
import { browserWorld } from '../engine/port.ts';
import type { startVerify } from '../postgres/client.ts';
import { MAX_FILE_LENGTH } from '../store/parseScenario.ts';
import { createBrowserStorage } from '../store/persistence.ts';
import type { Address, Files, Services } from '../store/services.ts';
import { copyText } from '../ui/copyText.ts';
import { createLazyCompare } from './lazyCompare.ts';
import { prefersReducedMotion } from './reducedMotion.ts';
import { createRegionWalk } from './regionWalk.ts';
import { createRoom } from './room.ts';

/** The real browser behind the store's services. */
export function createBrowserServices(): Services {
  return {
    engine: createEngineClient(),
    // It may run beside the other: half of the workers leave room.
    previewEngine: createEngineClient({ workers: Math.ceil(browserWorld().workers / 2) }),
    compareEngine: createLazyCompare(async () => (await import('../engine/compare/client.ts')).createCompareClient()),
    startVerify: startVerifyLater,
    storage: createBrowserStorage(),
    files,
    address,
    room: createRoom(),
    reducedMotion: prefersReducedMotion,
    walkRegions: createRegionWalk(),
  };
}

/** The page's side of PostgreSQL is loaded with the first run. */
const startVerifyLater: typeof startVerify = (input, onEvent) => {
  const run = import('../postgres/client.ts').then((client) => client.startVerify(input, onEvent));
  return {
    promise: run.then(({ promise }) => promise),
    cancel: () => void run.then(({ cancel }) => cancel()),
  };
};

const files: Files = {
  copyText,
  async save(text, fileName, mimeType) {
    try {
      const { fileSave } = await import('browser-fs-access');
      await fileSave(new Blob([text], { type: mimeType }), { fileName, extensions: [`.${fileName.split('.').pop()}`] });
    } catch (error) {
      if (!isAbort(error)) throw error;
    }
  },
  async open() {
    try {
      const { fileOpen } = await import('browser-fs-access');
      const file = await fileOpen({ mimeTypes: ['application/json'], extensions: ['.json'] });
      // A huge file is cut here and refused by its length there, instead of filling the tab's memory.
      return { name: file.name, text: await file.slice(0, 4 * MAX_FILE_LENGTH).text() };
    } catch (error) {
      if (isAbort(error)) return null;
      throw error;
    }
  },
};

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

const address: Address = {
  readHash: () => window.location.hash,
  replaceHash: (hash) => window.history.replaceState(null, '', hash),
  withHash: (hash) => `${window.location.href.split('#')[0]}${hash}`,
};
