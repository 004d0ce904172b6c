import { ok } from '../../lib/result.ts';
import { parseSigned } from '../input/integerInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/** int2in() and int2out() in src/backend/utils/adt/int.c; hashint2extended() in src/backend/access/hash/hashfunc.c. */
export const int2 = {
  id: 'int2',
  sqlName: 'smallint',
  aliases: [],
  storage: 'word',
  rule: 'word',
  operatorClasses: [{ name: 'int2_ops', family: 'integer_ops', hashFunction: 'hashint2extended' }],
  parse(text, { version }) {
    const parsed = parseSigned(text, 16, 'smallint', version);
    return parsed.ok ? ok({ storage: 'word', word: Number(parsed.value) }) : parsed;
  },
  format(value) {
    assertStorage(value, 'word');
    return String(value.word);
  },
} as const satisfies KeyType;
