import { formatOf } from '../i18n/format.ts';
import { problem } from '../lib/problem.ts';
import type { CommandContext } from './commands/command.ts';
import { type AppStore, setUi } from './createAppStore.ts';
import { openDocument } from './openDocument.ts';
import { MAX_FILE_LENGTH, parseScenarioText, serialiseScenario } from './parseScenario.ts';
import type { FileHandle, TabMessage, TextFile } from './services.ts';

type Files = Pick<CommandContext, 'store' | 'services'>;

const MAX_RECENT = 8;

/** Opens the text of a file as the document, or says why it can't be and leaves the current one alone. */
export async function openText({ store, services }: Files, { name, text, handle = null }: TextFile): Promise<void> {
  const scenario = parseScenarioText(text);
  const opened = scenario.ok
    ? openDocument(store, scenario.value, { kind: 'file', name, saved: scenario.value, handle })
    : scenario;
  if (!opened.ok) {
    setUi(store, { notice: { kind: 'error', key: 'notice.fileRefused', params: { name }, refusal: opened.error } });
    return;
  }
  setUi(store, { notice: { kind: 'info', key: 'notice.fileOpened', params: { name: opened.value.name } } });
  if (handle !== null) await noteRecent(services.storage, handle);
}

/** Opens what autosave or another tab has kept, as one undoable edit. It belongs to no file: saving asks where to. */
export function openKept(store: AppStore, { name, scenario: text }: Pick<TabMessage, 'name' | 'scenario'>): void {
  const scenario = parseScenarioText(text);
  const opened = scenario.ok ? openDocument(store, scenario.value, null) : scenario;
  if (opened.ok) return;
  setUi(store, { notice: { kind: 'error', key: 'notice.fileRefused', params: { name }, refusal: opened.error } });
}

/** Whether a file that was dropped may be read at all; says why not. */
export function acceptFile({ store }: Pick<Files, 'store'>, name: string, bytes: number): boolean {
  const format = formatOf(store.getState().ui.locale);
  const max = 4 * MAX_FILE_LENGTH;
  const isJson = name.toLowerCase().endsWith('.json');
  if (isJson && bytes <= max) return true;
  const refusal = isJson ? problem('fileTooLarge', { max: format.bytes(max) }) : problem('fileNotNamedJson');
  const size = format.bytes(bytes);
  setUi(store, { notice: { kind: 'error', key: 'notice.dropRefused', params: { name, size }, refusal } });
  return false;
}

/** Opens a file of the recent ones, or says why it can't be. */
export async function reopenFile(context: Files, handle: FileHandle): Promise<void> {
  const { store, services } = context;
  let file: TextFile;
  try {
    file = await services.files.reopen(handle);
  } catch (error) {
    const { name } = handle;
    setUi(store, { notice: { kind: 'error', key: 'notice.fileGone', params: { name, message: messageOf(error) } } });
    return;
  }
  await openText(context, file);
}

/** Writes the document to the file of the handle, or where the reader says. */
export async function saveDocument({ store, services }: Files, handle: FileHandle | null): Promise<void> {
  const { document } = store.getState();
  const fileName = handle?.name ?? `${document.name.replaceAll(/[\\/:*?"<>|]+/g, '-')}.shardscope.json`;
  try {
    const saved = await services.files.saveDocument(`${serialiseScenario(document, 2)}\n`, fileName, handle);
    if (saved === null) return;
    store.setState({ origin: { kind: 'file', name: saved.name, saved: document, handle: saved.handle } });
    setUi(store, { notice: { kind: 'info', key: 'notice.saved', params: { name: saved.name } } });
    if (saved.handle !== null) await noteRecent(services.storage, saved.handle);
  } catch (error) {
    const message = messageOf(error);
    setUi(store, { notice: { kind: 'error', key: 'notice.saveFailed', params: { name: fileName, message } } });
  }
}

/** To the front of the list; a browser that keeps nothing keeps no list either. */
async function noteRecent(storage: Files['services']['storage'], handle: FileHandle): Promise<void> {
  try {
    const others: FileHandle[] = [];
    for (const other of await storage.listFiles()) {
      if (!(await isSameFile(other, handle))) others.push(other);
    }
    await storage.setFiles([handle, ...others].slice(0, MAX_RECENT));
  } catch {
    // The file itself was opened or saved all the same.
  }
}

/** Two handles of one file are two objects, and two files may have one name. */
async function isSameFile(a: FileHandle, b: FileHandle): Promise<boolean> {
  return a === b || (a.name === b.name && (await a.isSameEntry(b)));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
