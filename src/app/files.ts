import { MAX_FILE_LENGTH } from '../store/parseScenario.ts';
import type { FileHandle, Files, TextFile } from '../store/services.ts';
import { copyText } from '../ui/copyText.ts';

const scenarioFiles = { mimeTypes: ['application/json'], extensions: ['.json'] };

/** What TypeScript's DOM library has no types for yet: asking for a file that was opened in an earlier session. */
interface AskableHandle extends FileSystemFileHandle {
  requestPermission?(options: { readonly mode: 'read' }): Promise<PermissionState>;
}

/** Clipboard and disk of the browser; where it has no file handles, saving is a download. */
export const files: Files = {
  copyText,
  save: (text, fileName, mimeType) => saveBlob(blobOf(text, mimeType), fileName),
  saveBlob,
  async copyImage(png) {
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
      return true;
    } catch {
      return false;
    }
  },
  open: () =>
    unlessClosed(async () => {
      const { fileOpen } = await import('browser-fs-access');
      return readTextFile(await fileOpen(scenarioFiles));
    }),
  saveDocument: (text, fileName, handle) =>
    unlessClosed(async () => {
      // A handle whose file is gone makes fileSave ask for another place.
      const options = { fileName, ...scenarioFiles };
      const { fileSave } = await import('browser-fs-access');
      const saved = await fileSave(blobOf(text, 'application/json'), options, handle as FileSystemFileHandle | null);
      return { name: saved?.name ?? fileName, handle: saved };
    }),
  async reopen(handle) {
    const file = handle as unknown as AskableHandle;
    await file.requestPermission?.({ mode: 'read' });
    return readTextFile(Object.assign(await file.getFile(), { handle: file }));
  },
};

/** The text of a file. A huge one is cut here and refused by its length there, instead of filling the tab's memory. */
export async function readTextFile(file: File & { readonly handle?: FileHandle | undefined }): Promise<TextFile> {
  return { name: file.name, text: await file.slice(0, 4 * MAX_FILE_LENGTH).text(), handle: file.handle ?? null };
}

async function saveBlob(blob: Blob, fileName: string): Promise<void> {
  await unlessClosed(async () => {
    const { fileSave } = await import('browser-fs-access');
    await fileSave(blob, { fileName, extensions: [`.${fileName.split('.').pop()}`] });
  });
}

function blobOf(text: string, type: string): Blob {
  return new Blob([text], { type });
}

/** Null when the reader closed the chooser. */
async function unlessClosed<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}
