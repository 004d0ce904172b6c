import { err, ok, type Result } from '../../lib/result.ts';
import { parseUint32 } from '../input/unsignedInput.ts';
import type { KeyType, KeyValue } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import type { PgError } from '../pgError.ts';
import type { ServerVersion } from '../server.ts';
import { oidOps } from './oid.ts';

/**
 * The aliases of oid in src/backend/utils/adt/regproc.c, hashed as the oid they hold. Their names need the catalog of one
 * database and are refused here; numbers and the sign for no object are read and printed. A server prints the name of an
 * object that it finds.
 */
export const regTypes = [
  regType('regclass', '-'),
  regType('regcollation', '-'),
  regType('regconfig', '-'),
  regType('regdictionary', '-'),
  regType('regnamespace', '-'),
  regType('regoper', '0'), // - is an operator
  regType('regoperator', '0'),
  regType('regproc', '-'),
  regType('regprocedure', '-'),
  regType('regrole', '-'),
  regType('regtype', '-'),
] as const;

/** @param none how no object (InvalidOid) is written */
function regType<const Id extends string>(id: Id, none: '-' | '0') {
  return {
    id,
    sqlName: id,
    aliases: [],
    storage: 'word',
    rule: 'word',
    operatorClasses: [oidOps],
    parse: (text, { version }) => (text === none ? ok({ storage: 'word', word: 0 }) : parseNumber(id, text, version)),
    format(value) {
      assertStorage(value, 'word');
      return value.word === 0 ? none : String(value.word >>> 0);
    },
  } as const satisfies KeyType;
}

/** parseNumericOid(): only text made of digits is a number, which then is read as an oid. */
function parseNumber(id: string, text: string, version: ServerVersion): Result<KeyValue, PgError> {
  if (!/^[0-9]+$/.test(text)) return err(nameRefused(id, text));
  const parsed = parseUint32(text, 'oid', version);
  return parsed.ok ? ok({ storage: 'word', word: parsed.value }) : parsed;
}

function nameRefused(id: string, text: string): PgError {
  const query = `SELECT '${text.replaceAll("'", "''")}'::${id}::oid`;
  return {
    code: '0A000',
    message: `names of type ${id} are not looked up here; give the OID`,
    hint: `On your server: ${query}`,
  };
}
