import { fileOpen, fileSave } from 'browser-fs-access';
import { createEngineClient } from '../engine/client.ts';
import { browserWorld } from '../engine/port.ts';
import { startVerify } from '../postgres/client.ts';
import { MAX_FILE_LENGTH } from '../store/parseScenario.ts';
import { createBrowserStorage } from '../store/persistence.ts';
import type { Address, Files, Pictures, Services } from '../store/services.ts';
import { copyText } from '../ui/copyText.ts';
import { readPictureTheme } from '../ui/readTheme.ts';
import { createLazyCompare } from './lazyCompare.ts';
import { loadPrintSheet } from './loadPrintSheet.ts';
import { prefersReducedMotion } from './reducedMotion.ts';

/** The real browser behind the store's services. */
export function createBrowserServices(): Services {
  return {
    engine: createEngineClient(),
    // It may run beside the other: half of the workers leave room.
    previewEngine: createEngineClient({ workers: Math.ceil(browserWorld().workers / 2) }),
    compareEngine: createLazyCompare(async () => (await import('../engine/compare/client.ts')).createCompareClient()),
    startVerify,
    storage: createBrowserStorage(),
    files,
    pictures,
    address,
    reducedMotion: prefersReducedMotion,
    print: async () => {
      await loadPrintSheet();
      window.print();
    },
  };
}

const files: Files = {
  copyText,
  save: (text, fileName, mimeType) => saveBlob(new Blob([text], { type: mimeType }), fileName),
  saveBlob,
  async copyImage(png) {
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
      return true;
    } catch {
      return false;
    }
  },
  async open() {
    try {
      const file = await fileOpen({ mimeTypes: ['application/json'], extensions: ['.json'] });
      // A huge file is cut here and refused by its length there, instead of filling the tab's memory.
      return { name: file.name, text: await file.slice(0, 4 * MAX_FILE_LENGTH).text() };
    } catch (error) {
      if (isAbort(error)) return null;
      throw error;
    }
  },
};

async function saveBlob(blob: Blob, fileName: string): Promise<void> {
  try {
    await fileSave(blob, { fileName, extensions: [`.${fileName.split('.').pop()}`] });
  } catch (error) {
    if (!isAbort(error)) throw error;
  }
}

const pictures: Pictures = {
  theme: () => readPictureTheme(document.body),
  toPng: async (svg) => (await import('../ui/svgToPng.ts')).svgToPng(svg),
};

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

const address: Address = {
  readHash: () => window.location.hash,
  replaceHash: (hash) => window.history.replaceState(null, '', hash),
  withHash: (hash) => `${window.location.href.split('#')[0]}${hash}`,
};
