import { type Database, type OpenedDatabase, openDatabase } from './database.ts';
import type { Origin } from './origin.ts';
import { parseScenarioText, serialiseScenario } from './parseScenario.ts';
import { type Preferences, parsePreferences } from './preferences.ts';
import type { Scenario } from './scenario.ts';
import type { Clock, FileHandle, Tab } from './services.ts';
import { MAX_VERSIONS, type NewVersion, parseVersion, type Version } from './version.ts';

/** What survives a reload: the document, where it is from, and how the reader likes the app. */
export interface Saved {
  readonly scenario: Scenario | null;
  readonly preferences: Partial<Preferences>;
  readonly origin?: Origin | null;
  /** A record that could not be read was skipped, or the whole database was and another one stands in for it. */
  readonly trouble?: 'damaged' | 'fresh';
}

/** Everything may reject: with StorageOff where nothing is kept, or with the browser's own error. */
export interface Storage {
  /** This tab's document from before its reload, otherwise the newest of any tab. */
  load(): Promise<Saved>;
  save(scenario: Scenario, preferences: Preferences, origin: Origin | null): Promise<void>;
  addVersion(version: NewVersion): Promise<void>;
  /** Newest first. */
  listVersions(): Promise<Version[]>;
  clearVersions(): Promise<void>;
  /** Latest first; handles of files are the only thing that is kept of them. */
  listFiles(): Promise<FileHandle[]>;
  setFiles(files: readonly FileHandle[]): Promise<void>;
}

export const nothingSaved: Saved = { scenario: null, preferences: {} };

const SLOT = 'slot:';
const VERSION = 'version:';
const FILES = 'files';
/** The one record of earlier versions of the app. */
const LATEST = 'latest';
/** Tabs whose documents are kept after they were closed. */
const MAX_SLOTS = 12;

/** IndexedDB, with a record for each tab, so that no tab overwrites another's document. What is stored is never trusted. */
export function createBrowserStorage(tab: Pick<Tab, 'id' | 'before' | 'remember'>, clock: Clock): Storage {
  return createStorage(openDatabase, tab, clock);
}

export function createStorage(
  open: () => Promise<OpenedDatabase>,
  tab: Pick<Tab, 'id' | 'before' | 'remember'>,
  clock: Clock,
): Storage {
  let opening: Promise<OpenedDatabase> | undefined;
  let hasSaved = false;
  let versions = 0;
  const opened = (): Promise<OpenedDatabase> => {
    opening ??= open();
    return opening;
  };
  const database = async (): Promise<Database> => (await opened()).database;
  return {
    async load() {
      const { database, isFresh } = await opened();
      const saved = pickSaved(await readSlots(database), tab.before);
      return isFresh ? { ...saved, trouble: 'fresh' } : saved;
    },
    async save(scenario, preferences, origin) {
      const record = {
        scenario: serialiseScenario(scenario),
        time: clock.now(),
        origin: origin && { ...origin, saved: serialiseScenario(origin.saved) },
        ...preferences,
      };
      await writeRoomily(await database(), `${SLOT}${tab.id}`, record);
      tab.remember();
      if (!hasSaved) await dropOldSlots(await database());
      hasSaved = true;
    },
    async addVersion(version) {
      // Ascending as text, too; the tab keeps those of the same moment apart.
      const id = `${String(version.time).padStart(15, '0')}:${versions++}:${tab.id}`;
      await writeRoomily(await database(), `${VERSION}${id}`, version);
      const keys = (await (await database()).entries(VERSION)).map(([key]) => key);
      await (await database()).remove(keys.slice(0, -MAX_VERSIONS));
    },
    async listVersions() {
      const entries = await (await database()).entries(VERSION);
      return entries.flatMap(([key, data]) => parseVersion(key.slice(VERSION.length), data) ?? []).reverse();
    },
    async clearVersions() {
      const entries = await (await database()).entries(VERSION);
      await (await database()).remove(entries.map(([key]) => key));
    },
    async listFiles() {
      const [entry] = await (await database()).entries(FILES);
      return Array.isArray(entry?.[1]) ? entry[1].filter(isHandle) : [];
    },
    setFiles: async (files) => (await database()).write(FILES, [...files]),
  };
}

type Slot = readonly [key: string, data: unknown];

async function readSlots(database: Database): Promise<Slot[]> {
  const slots = [...(await database.entries(SLOT)), ...(await database.entries(LATEST))];
  return slots.sort((a, b) => timeOf(b[1]) - timeOf(a[1]));
}

function timeOf(data: unknown): number {
  const { time } = Object(data) as { readonly time?: unknown };
  return typeof time === 'number' && Number.isFinite(time) ? time : 0;
}

/** The tab's own document, otherwise the newest; a damaged one gives way to the next. */
function pickSaved(newestFirst: readonly Slot[], before: string | null): Saved {
  const isOwn = ([key]: Slot): boolean => before !== null && key === `${SLOT}${before}`;
  const slots = [...newestFirst.filter(isOwn), ...newestFirst.filter((slot) => !isOwn(slot))];
  const saved = slots.map(([, data]) => parseSaved(data));
  const at = saved.findIndex(({ scenario }) => scenario !== null);
  const { preferences } = saved.find((each) => Object.keys(each.preferences).length > 0) ?? nothingSaved;
  const found = { ...(saved[at] ?? nothingSaved), preferences };
  return saved.length > 0 && at !== 0 ? { ...found, trouble: 'damaged' } : found;
}

export function parseSaved(data: unknown): Saved {
  if (typeof data !== 'object' || data === null) return nothingSaved;
  const { scenario, origin } = data as Record<string, unknown>;
  const document = parseText(scenario);
  const from = document === null ? null : parseOrigin(origin);
  return { scenario: document, preferences: parsePreferences(data), ...(from !== null && { origin: from }) };
}

function parseText(text: unknown): Scenario | null {
  const parsed = typeof text === 'string' ? parseScenarioText(text) : null;
  return parsed?.ok ? parsed.value : null;
}

function parseOrigin(data: unknown): Origin | null {
  const { kind, name, saved, handle } = Object(data) as Record<string, unknown>;
  const document = parseText(saved);
  if ((kind !== 'file' && kind !== 'example') || typeof name !== 'string' || document === null) return null;
  return { kind, name, saved: document, handle: isHandle(handle) ? handle : null };
}

function isHandle(data: unknown): data is FileHandle {
  const { name, isSameEntry } = Object(data) as Record<string, unknown>;
  return typeof name === 'string' && typeof isSameEntry === 'function';
}

/** Writes; where there is no room, drops the older half of the versions and tries once more. */
async function writeRoomily(database: Database, key: string, value: unknown): Promise<void> {
  try {
    await database.write(key, value);
  } catch (error) {
    if (!isFull(error)) throw error;
    const versions = (await database.entries(VERSION)).map(([name]) => name);
    await database.remove(versions.slice(0, Math.ceil(versions.length / 2)));
    await database.write(key, value);
  }
}

/** Whether the browser gives the page no more room. */
export function isFull(error: unknown): boolean {
  return (Object(error) as { readonly name?: unknown }).name === 'QuotaExceededError';
}

async function dropOldSlots(database: Database): Promise<void> {
  const old = (await readSlots(database)).slice(MAX_SLOTS).map(([key]) => key);
  if (old.length > 0) await database.remove(old);
}
