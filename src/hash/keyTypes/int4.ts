import { ok } from '../../lib/result.ts';
import { parseSigned } from '../input/integerInput.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import { oidOps } from './oid.ts';

/** int4in() and int4out() in src/backend/utils/adt/int.c; hashint4extended() in src/backend/access/hash/hashfunc.c. */
export const int4 = {
  id: 'int4',
  sqlName: 'integer',
  aliases: ['int'],
  storage: 'word',
  rule: 'word',
  operatorClasses: [{ name: 'int4_ops', family: 'integer_ops', hashFunction: 'hashint4extended' }, oidOps],
  parse(text, { version }) {
    const parsed = parseSigned(text, 32, 'integer', version);
    return parsed.ok ? ok({ storage: 'word', word: Number(parsed.value) }) : parsed;
  },
  format(value) {
    assertStorage(value, 'word');
    return String(value.word);
  },
} as const satisfies KeyType;
