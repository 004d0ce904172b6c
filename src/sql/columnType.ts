/**
 * format_type() prints bpchar without a length as `character`, which as a column type means character(1): such a column,
 * or an array of it, has to be written with the internal name.
 */
export function columnType(sqlType: string): string {
  return sqlType.replace(/^character(?=$|\[)/, 'bpchar');
}
