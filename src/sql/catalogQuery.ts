import { regclassLiteral } from './quote.ts';
import type { TableSpec } from './script.ts';

/**
 * A query that reads from the catalog how a server hashes this table's key: column, type, operator class, family and
 * support function 2, as RelationBuildPartitionKey() of src/backend/utils/cache/partcache.c looks them up. The function is
 * found under the operator class' own input type, which may be another than the column's (text for varchar, anyarray).
 */
export function catalogQuery(table: TableSpec): string {
  return `SELECT a.attname AS "column", format_type(a.atttypid, a.atttypmod) AS "type",
       c.opcname AS operator_class, f.opfname AS family, p.amproc::regproc AS support_function_2
FROM pg_partitioned_table t
CROSS JOIN LATERAL unnest(t.partattrs::int2[], t.partclass::oid[]) WITH ORDINALITY AS k (attnum, opclass, n)
JOIN pg_attribute a ON a.attrelid = t.partrelid AND a.attnum = k.attnum
JOIN pg_opclass c ON c.oid = k.opclass
JOIN pg_opfamily f ON f.oid = c.opcfamily
JOIN pg_amproc p ON p.amprocfamily = f.oid AND p.amproclefttype = c.opcintype
  AND p.amprocrighttype = c.opcintype AND p.amprocnum = 2
WHERE t.partrelid = ${regclassLiteral(table.schema, table.name)}
ORDER BY k.n;`;
}
