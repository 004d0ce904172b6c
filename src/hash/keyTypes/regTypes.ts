import { err, ok } from '../../lib/result.ts';
import { parseUnsigned32 } from '../input/integerInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/**
 * The types that show an oid as the name of what has it, src/backend/utils/adt/regproc.c. They are hashed as oids. There is
 * no catalog here to look names up in, so values are the oids themselves, which PostgreSQL reads too, and `-` for 0.
 */
function regType<Id extends string>(id: Id) {
  return {
    id,
    sqlName: id,
    aliases: [],
    storage: 'word',
    rule: 'word',
    operatorClasses: [{ name: 'oid_ops', family: 'oid_ops', hashFunction: 'hashoidextended' }],
    parse(text) {
      if (text === '-') return ok({ storage: 'word', word: 0 });
      if (/^\d+$/.test(text)) {
        const parsed = parseUnsigned32(text, 'oid');
        return parsed.ok ? ok({ storage: 'word', word: parsed.value }) : parsed;
      }
      return err({
        code: '0A000',
        message: `names of type ${id} are not looked up here: "${text}"`,
        hint: `Give the OID: SELECT '...'::${id}::oid;`,
      });
    },
    format(value) {
      assertStorage(value, 'word');
      return value.word === 0 ? '-' : String(value.word >>> 0);
    },
  } as const satisfies KeyType;
}

export const regTypes = [
  regType('regclass'),
  regType('regcollation'),
  regType('regconfig'),
  regType('regdictionary'),
  regType('regnamespace'),
  regType('regoper'),
  regType('regoperator'),
  regType('regproc'),
  regType('regprocedure'),
  regType('regrole'),
  regType('regtype'),
] as const satisfies readonly KeyType[];
