/**
 * format_type() prints bpchar without a length as `character`, which as a column type means character(1): such a column
 * has to be written with the internal name.
 */
export function columnType(sqlType: string): string {
  return sqlType === 'character' ? 'bpchar' : sqlType;
}
