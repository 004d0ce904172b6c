import { createEngineClient } from '../engine/client.ts';
import { browserWorld } from '../engine/port.ts';
import type { startVerify } from '../postgres/client.ts';
import { createBrowserStorage } from '../store/persistence.ts';
import type { Address, Clock, Pictures, Services } from '../store/services.ts';
import { readPictureTheme } from '../ui/readTheme.ts';
import { askBeforeClosing } from './askBeforeClosing.ts';
import { files } from './files.ts';
import { createLazyCompare } from './lazyCompare.ts';
import { loadPrintSheet } from './loadPrintSheet.ts';
import { prefersReducedMotion } from './reducedMotion.ts';
import { createRegionWalk } from './regionWalk.ts';
import { createRoom } from './room.ts';
import { createTab } from './tab.ts';

const clock: Clock = { now: () => Date.now() };

/** The real browser behind the store's services. */
export function createBrowserServices(): Services {
  const tab = createTab();
  return {
    engine: createEngineClient(),
    // It may run beside the other: half of the workers leave room.
    previewEngine: createEngineClient({ workers: Math.ceil(browserWorld().workers / 2) }),
    compareEngine: createLazyCompare(async () => (await import('../engine/compare/client.ts')).createCompareClient()),
    startVerify: import.meta.env.MODE === 'single' ? null : startVerifyLater,
    storage: createBrowserStorage(tab, clock),
    tab,
    clock,
    files,
    pictures,
    address,
    room: createRoom(),
    policy: document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content ?? null,
    reducedMotion: prefersReducedMotion,
    walkRegions: createRegionWalk(),
    askBeforeClosing,
    print: async () => {
      await loadPrintSheet();
      window.print();
    },
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

const pictures: Pictures = {
  theme: () => readPictureTheme(document.body),
  toPng: async (svg) => (await import('../ui/svgToPng.ts')).svgToPng(svg),
};

const address: Address = {
  readHash: () => window.location.hash,
  replaceHash: (hash) => window.history.replaceState(null, '', hash),
  withHash: (hash) => `${window.location.href.split('#')[0]}${hash}`,
};
