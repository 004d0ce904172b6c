import type { Layout } from '../../../topology/layout.ts';
import { columnType } from '../../columnType.ts';
import type { CreatedType } from '../../createdTypes.ts';
import { quoteIdent, quoteLiteral } from '../../quote.ts';
import type { TableSpec } from '../../script.ts';
import type { Lines } from './statements.ts';
import { comments, forValues, partitionKey, tableName } from './statements.ts';

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
    ...createTypes(table),
    `CREATE TABLE ${parent} (`,
    ...table.keyColumns.map((c, i) => `  ${quoteIdent(c.name)} ${columnType(c.sqlType)}${i < last ? ',' : ''}`),
    '  -- your other columns here',
    `) PARTITION BY HASH (${partitionKey(table)});`,
    ...(layout.length > 0 ? [''] : []),
    ...layout.map((p) => `CREATE TABLE ${tableName(table, p.name)} PARTITION OF ${parent} ${forValues(p)};`),
  ];
}

/** CREATE TYPE for every enum and composite type of the key, once each. */
function createTypes({ keyColumns }: TableSpec): Lines {
  return [...new Set(keyColumns.flatMap(({ creates = [] }) => creates.map(createType)))];
}

function createType(definition: CreatedType): string {
  const name = quoteIdent(definition.name);
  if (definition.kind === 'enum') {
    return `CREATE TYPE ${name} AS ENUM (${definition.labels.map(({ label }) => quoteLiteral(label)).join(', ')});`;
  }
  const columns = definition.columns.map((column) => `${quoteIdent(column.name)} ${columnType(column.sqlType)}`);
  return `CREATE TYPE ${name} AS (${columns.join(', ')});`;
}
