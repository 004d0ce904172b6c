/**
 * Keywords of PostgreSQL 18 that are not free to use (pg_get_keywords(), src/include/parser/kwlist.h). Reserved words
 * can't be a bare name anywhere; the others can't name a function or a type, and `quote_identifier` quotes both kinds.
 */
const reserved =
  'all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create ' +
  'current_catalog current_date current_role current_time current_timestamp current_user default deferrable desc ' +
  'distinct do else end except false fetch for foreign from grant group having in initially intersect into lateral ' +
  'leading limit localtime localtimestamp not null offset on only or order placing primary references returning ' +
  'select session_user some symmetric system_user table then to trailing true union unique user using variadic when ' +
  'where window with';

const restricted =
  'authorization between bigint binary bit boolean char character coalesce collation concurrently cross ' +
  'current_schema dec decimal exists extract float freeze full greatest grouping ilike inner inout int integer ' +
  'interval is isnull join json json_array json_arrayagg json_exists json_object json_objectagg json_query ' +
  'json_scalar json_serialize json_table json_value least left like merge_action national natural nchar none ' +
  'normalize notnull nullif numeric out outer overlaps overlay position precision real right row setof similar ' +
  'smallint substring tablesample time timestamp treat trim values varchar verbose xmlattributes xmlconcat ' +
  'xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable';

const reservedWords: ReadonlySet<string> = new Set(reserved.split(' '));
const restrictedWords: ReadonlySet<string> = new Set(restricted.split(' '));

/** Whether a lower-case word is fully reserved, so that even `WITH (word 4)` is a syntax error. */
export function isReservedWord(word: string): boolean {
  return reservedWords.has(word);
}

/** A name as PostgreSQL prints it: bare when that is safe, otherwise in double quotes (`quote_identifier`, ruleutils.c). */
export function quoteIfNeeded(name: string): string {
  const bare = /^[a-z_][a-z0-9_]*$/.test(name) && !reservedWords.has(name) && !restrictedWords.has(name);
  return bare ? name : `"${name.replaceAll('"', '""')}"`;
}
