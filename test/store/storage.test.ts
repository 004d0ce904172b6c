import { describe, expect, it } from 'vitest';
import { StorageOff } from '../../src/store/database.ts';
import type { Origin } from '../../src/store/origin.ts';
import { serialiseScenario } from '../../src/store/parseScenario.ts';
import { createStorage, isFull, type Storage } from '../../src/store/persistence.ts';
import { type Preferences, pickPreferences } from '../../src/store/preferences.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import { initialState } from '../../src/store/state.ts';
import { createMemoryDatabase } from '../fixtures/memoryDatabase.ts';
import { fileHandle } from '../fixtures/services.ts';

const usual = pickPreferences(initialState.ui);
const dark: Preferences = { ...usual, theme: 'dark' };
const light: Preferences = { ...usual, theme: 'light', locale: 'ru' };
const named = (name: string): Scenario => ({ ...defaultScenario, name });
const text = serialiseScenario(defaultScenario);

/** Tabs of one browser: each call is a page that was loaded in one. */
function setup(isFresh = false) {
  const database = createMemoryDatabase();
  const clock = { time: 0, now: () => clock.time++ };
  let pages = 0;
  const load = (session: { id: string | null } = { id: null }): Storage => {
    const id = `page${++pages}`;
    const tab = {
      id,
      before: session.id,
      remember: () => {
        session.id = id;
      },
    };
    return createStorage(async () => ({ database, isFresh }), tab, clock);
  };
  const version = (time: number, name = `v${time}`) => ({ time, name, label: null, scenario: text });
  return { database, load, version };
}

describe('the documents of several tabs', () => {
  it('come back each in its own tab, whichever was saved last', async () => {
    const { load } = setup();
    const [one, two] = [{ id: null }, { id: null }];
    await load(one).save(named('one'), dark, null);
    await load(two).save(named('two'), light, null);
    expect(await load(one).load()).toEqual({ scenario: named('one'), preferences: dark });
    expect(await load(two).load()).toEqual({ scenario: named('two'), preferences: light });
  });

  it('are kept apart also when a tab is duplicated', async () => {
    const { load } = setup();
    const first = { id: null };
    await load(first).save(named('first'), dark, null);
    const copy = { ...first };
    await load(copy).save(named('copy'), dark, null);
    expect((await load(first).load()).scenario?.name).toBe('first');
    expect((await load(copy).load()).scenario?.name).toBe('copy');
  });

  it('come back after two reloads without a change between them', async () => {
    const { load } = setup();
    const session = { id: null };
    await load(session).save(named('one'), dark, null);
    await load().save(named('other'), dark, null);
    await load(session).load();
    expect((await load(session).load()).scenario?.name).toBe('one');
  });

  it('open in a new tab with the newest', async () => {
    const { load } = setup();
    await load().save(named('old'), dark, null);
    await load().save(named('new'), light, null);
    expect(await load().load()).toEqual({ scenario: named('new'), preferences: light });
  });

  it('are dropped when there are more than twelve newer ones', async () => {
    const { load, database } = setup();
    for (let n = 0; n < 15; n++) await load().save(named(`${n}`), dark, null);
    expect(database.records.size).toBe(12);
    expect((await load().load()).scenario?.name).toBe('14');
  });

  it('come back with the file that they belong to', async () => {
    const { load } = setup();
    const origin: Origin = { kind: 'file', name: 'a.json', saved: named('saved'), handle: fileHandle('a.json') };
    await load().save(named('edited'), dark, origin);
    expect((await load().load()).origin).toEqual(origin);
  });

  it('are read as the app wrote them when it knew one tab only', async () => {
    const { load, database } = setup();
    database.records.set('latest', { scenario: text, ...dark });
    expect(await load().load()).toEqual({ scenario: defaultScenario, preferences: dark });
  });
});

describe('a damaged record', () => {
  it.each([
    ['a number', 7],
    ['a text that ends too early', { scenario: text.slice(0, -9), time: 9, ...dark }],
  ])('that is %s gives way to the next one, and the reader is told', async (_case, data) => {
    const { load, database } = setup();
    await load().save(named('sound'), light, null);
    database.records.set('slot:mine', data);
    const saved = await load({ id: 'mine' }).load();
    expect(saved).toMatchObject({ scenario: named('sound'), trouble: 'damaged' });
  });

  it('of a version is skipped', async () => {
    const { load, database, version } = setup();
    await load().addVersion(version(1));
    database.records.set('version:0', { time: 'yesterday' });
    database.records.set('version:1', null);
    expect((await load().listVersions()).map(({ name }) => name)).toEqual(['v1']);
  });

  it('of the recent files is skipped', async () => {
    const { load, database } = setup();
    const file = fileHandle('a.json');
    database.records.set('files', [{ name: 7 }, file, 'b.json']);
    expect(await load().listFiles()).toEqual([file]);
    database.records.set('files', 'a.json');
    expect(await load().listFiles()).toEqual([]);
  });
});

describe('versions', () => {
  it('are listed newest first, the latest fifty of them', async () => {
    const { load, version } = setup();
    const storage = load();
    for (let time = 1; time <= 53; time++) await storage.addVersion(version(time));
    const names = (await storage.listVersions()).map(({ name }) => name);
    expect(names).toHaveLength(50);
    expect([names[0], names[49]]).toEqual(['v53', 'v4']);
  });

  it('of the same moment are kept apart, also those of two tabs', async () => {
    const { load, version } = setup();
    const [one, two] = [load(), load()];
    await one.addVersion(version(5, 'a'));
    await one.addVersion(version(5, 'b'));
    await two.addVersion(version(5, 'c'));
    expect(await two.listVersions()).toHaveLength(3);
  });

  it('are gone when they are cleared, and the documents stay', async () => {
    const { load, version } = setup();
    const storage = load();
    await storage.save(named('kept'), dark, null);
    await storage.addVersion(version(1));
    await storage.clearVersions();
    expect(await storage.listVersions()).toEqual([]);
    expect((await load().load()).scenario?.name).toBe('kept');
  });
});

describe('a browser without room', () => {
  it('loses the older half of the versions, and then keeps the document', async () => {
    const { load, database, version } = setup();
    const storage = load();
    for (let time = 1; time <= 7; time++) await storage.addVersion(version(time));
    database.room = 7;
    await storage.save(named('kept'), dark, null);
    expect((await storage.listVersions()).map(({ name }) => name)).toEqual(['v7', 'v6', 'v5']);
    expect((await load().load()).scenario?.name).toBe('kept');
  });

  it('refuses once there is nothing left to drop, and says what it is', async () => {
    const { load, database } = setup();
    database.room = 0;
    const refused = await load()
      .save(named('lost'), dark, null)
      .catch((error: unknown) => error);
    expect(isFull(refused)).toBe(true);
    expect(isFull(new Error('other'))).toBe(false);
  });
});

describe('a browser without a database', () => {
  it('refuses everything with StorageOff', async () => {
    const open = () => Promise.reject(new StorageOff('none'));
    const tab = { id: 'a', before: null, remember: () => undefined };
    const storage = createStorage(open, tab, { now: () => 0 });
    await expect(storage.load()).rejects.toBeInstanceOf(StorageOff);
    await expect(storage.save(defaultScenario, dark, null)).rejects.toBeInstanceOf(StorageOff);
    await expect(storage.listVersions()).rejects.toBeInstanceOf(StorageOff);
  });

  it('says when another database stands in for the usual one', async () => {
    const { load } = setup(true);
    expect(await load().load()).toMatchObject({ scenario: null, trouble: 'fresh' });
  });
});
