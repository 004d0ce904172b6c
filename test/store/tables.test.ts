import { afterEach, describe, expect, it } from 'vitest';
import { formatOf } from '../../src/i18n/format.ts';
import { changeLocale, currentLocale, t } from '../../src/i18n/i18n.ts';
import { saveCsv } from '../../src/store/commands/saveCsv.ts';
import { setPlayback, setUi } from '../../src/store/createAppStore.ts';
import { saveTable } from '../../src/store/export/saveTable.ts';
import { tableCsv } from '../../src/store/export/tableData.ts';
import { type TableId, tableOf } from '../../src/store/export/tables.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import type { StageView } from '../../src/store/state.ts';
import { createTestApp } from '../fixtures/services.ts';

afterEach(() => changeLocale('en'));

const small: Scenario = { ...defaultScenario, keys: { ...defaultScenario.keys, rows: 1000 } };

async function setup(scenario = small) {
  const app = createTestApp(scenario);
  await app.counted();
  const table = (id: TableId) => tableOf(id, app.store.getState(), t, formatOf(currentLocale()))!;
  const column = (id: TableId, label: string) => {
    const { columns, rows } = table(id);
    const at = columns.findIndex((each) => each.label === label);
    return rows.map((row) => row[at]);
  };
  return { ...app, table, column };
}

const sum = (values: readonly unknown[]): number => values.reduce<number>((total, value) => total + Number(value), 0);

describe('a table that leaves the app', () => {
  it('has exact figures that add up to all rows', async () => {
    const { column } = await setup();
    for (const [id, label] of [
      ['partitions', 'Rows'],
      ['flow', 'Rows'],
      ['nodes', 'Before'],
      ['nodes', 'After'],
    ] as const)
      expect(sum(column(id, label))).toBe(1000);
    expect(sum(column('partitions', 'Rows moved'))).toBe(column('targets', 'Rows moved')[0]);
    expect(sum(column('steps', 'Rows moved'))).toBe(column('targets', 'Rows moved')[0]);
  });

  it('tells of the partitions at the playhead', async () => {
    const { store, column } = await setup({ ...small, to: { kind: 'uniform', modulus: 16 } });
    expect(column('live', 'Partition')).toHaveLength(8);
    setPlayback(store, { t: 3.4 });
    expect(column('live', 'Partition')).toHaveLength(11);
    expect(sum(column('live', 'Rows'))).toBe(1000);
  });

  it('has its head in the language of the page', async () => {
    const { table } = await setup();
    expect(tableCsv(table('steps')).split('\r\n')[0]).toBe('Step,What happens,Rows read,Rows written,Rows moved,Locks');
    await changeLocale('ru');
    expect(tableCsv(table('nodes')).split('\r\n')[0]).toMatch(/^Узел,Секции,До,/);
  });

  it('makes no formula of a name', async () => {
    const nodes = defaultScenario.nodes.map((node, i) => (i === 0 ? { ...node, name: '=1+1' } : node));
    const { table } = await setup({ ...small, nodes });
    expect(tableCsv(table('nodes')).split('\r\n')[1]).toMatch(/^'=1\+1,/);
  });
});

describe('the command for the table of the view', () => {
  it.each<[StageView, string]>([
    ['strip', 'orders-partitions.csv'],
    ['ring', 'orders-nodes.csv'],
    ['flow', 'orders-flow.csv'],
    ['partitions', 'orders-partitions.csv'],
    ['compare', 'orders-compare.csv'],
  ])('saves on %s %s', async (stageView, name) => {
    const { context, store, world } = await setup();
    setUi(store, { stageView });
    await saveCsv.run(context);
    expect(world.saved).toMatchObject([{ name, text: expect.stringMatching(/^[^\r]+\r\n[^\r]+\r\n/) }]);
    expect(store.getState().ui.notice).toMatchObject({ key: 'notice.saved', params: { name } });
  });

  it('saves what the table on the stage lists', async () => {
    const { context, store, world } = await setup();
    setUi(store, { stageView: 'partitions', moment: 'now' });
    await saveCsv.run(context);
    expect(world.saved[0]!.name).toBe('orders-live.csv');
  });

  it('names a file without what file systems forbid', async () => {
    const { context, world } = await setup({ ...small, name: 'a/b: "c"?' });
    await saveTable(context, 'steps');
    expect(world.saved[0]!.name).toBe('a-b- -c--steps.csv');
  });
});
