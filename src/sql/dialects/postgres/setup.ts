import type { Layout } from '../../../topology/layout.ts';
import { columnType } from '../../columnType.ts';
import { quoteIdent } from '../../quote.ts';
import type { TableSpec } from '../../script.ts';
import type { Lines } from './statements.ts';
import { comments, forValues, keyList, tableName } from './statements.ts';

/**
 * The partitioned table with its key columns and one line per partition. PostgreSQL has every database's schema
 * `public`; another one is created if it isn't there.
 */
export function setupTable(table: TableSpec, layout: Layout): Lines {
  const parent = tableName(table);
  const needsSchema = table.schema !== null && table.schema !== 'public';
  const last = table.keyColumns.length - 1;
  return [
    ...comments([`Table ${table.name} with ${layout.length} hash ${layout.length === 1 ? 'partition' : 'partitions'}`]),
    ...(needsSchema ? [`CREATE SCHEMA IF NOT EXISTS ${quoteIdent(table.schema)};`] : []),
    `CREATE TABLE ${parent} (`,
    ...table.keyColumns.map((c, i) => `  ${quoteIdent(c.name)} ${columnType(c.sqlType)}${i < last ? ',' : ''}`),
    '  -- your other columns here',
    `) PARTITION BY HASH (${keyList(table)});`,
    ...(layout.length > 0 ? [''] : []),
    ...layout.map((p) => `CREATE TABLE ${tableName(table, p.name)} PARTITION OF ${parent} ${forValues(p)};`),
  ];
}
