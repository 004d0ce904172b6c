import { formatOf } from '../../i18n/format.ts';
import { currentLocale, loadTexts, t } from '../../i18n/i18n.ts';
import type { CommandContext } from '../commands/command.ts';
import { setUi } from '../createAppStore.ts';
import { exportName } from './exportName.ts';
import type { TableId } from './tables.ts';

/** Saves a table as CSV with exact figures; `main` is that of the view on screen. */
export async function saveTable(
  { store, services }: Pick<CommandContext, 'store' | 'services'>,
  wanted: TableId | 'main',
): Promise<void> {
  const { mainTable, tableOf } = await import('./tables.ts');
  const { tableCsv } = await import('./tableData.ts');
  await loadTexts();
  const state = store.getState();
  const id = wanted === 'main' ? mainTable(state.ui) : wanted;
  const table = tableOf(id, state, t, formatOf(currentLocale()));
  if (table === null) {
    setUi(store, { notice: { kind: 'error', key: 'notice.nothingToSave' } });
    return;
  }
  const name = exportName(state.document, id, 'csv');
  await services.files.save(tableCsv(table), name, 'text/csv');
  setUi(store, { notice: { kind: 'info', key: 'notice.saved', params: { name } } });
}
