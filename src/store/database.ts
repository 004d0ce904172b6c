import { createStore, delMany, keys, promisifyRequest, set, type UseStore } from 'idb-keyval';

/** Records by key, as IndexedDB keeps them; everything may reject. */
export interface Database {
  write(key: string, value: unknown): Promise<void>;
  /** Records whose key begins so, ascending by key. */
  entries(prefix: string): Promise<(readonly [key: string, value: unknown])[]>;
  remove(keys: readonly string[]): Promise<void>;
}

export interface OpenedDatabase {
  readonly database: Database;
  /** The usual one can't be opened; this one stands in for it. */
  readonly isFresh: boolean;
}

/** The browser keeps nothing for this page: a private window, or storage that is switched off. */
export class StorageOff extends Error {}

const names = ['shardscope', 'shardscope-2'];

/** @throws StorageOff when no database can be opened */
export async function openDatabase(): Promise<OpenedDatabase> {
  for (const name of names) {
    try {
      const store = createStore(name, 'autosave');
      // Nothing is opened before the first request: this one tells whether the database and its store are there.
      await keys(store);
      return { database: createDatabase(store), isFresh: name !== names[0] };
    } catch {
      // The next name, if any.
    }
  }
  throw new StorageOff('IndexedDB');
}

function createDatabase(store: UseStore): Database {
  return {
    write: (key, value) => set(key, value, store),
    entries: (prefix) =>
      store('readonly', async (records) => {
        const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
        const [found, values] = await Promise.all([
          promisifyRequest(records.getAllKeys(range)),
          promisifyRequest<unknown[]>(records.getAll(range)),
        ]);
        return found.map((key, index) => [String(key), values[index]] as const);
      }),
    remove: (gone) => delMany([...gone], store),
  };
}
