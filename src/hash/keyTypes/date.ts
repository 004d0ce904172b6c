import { ok } from '../../lib/result.ts';
import { formatDate, parseDate } from '../input/dateTimeValue.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

/** date_in() and date_out() in src/backend/utils/adt/date.c; hashdateextended() there (18): days as an int4. */
export const date = {
  id: 'date',
  sqlName: 'date',
  aliases: [],
  storage: 'word',
  rule: 'word',
  operatorClasses: [
    {
      name: 'date_ops',
      family: 'date_ops',
      hashFunction: 'hashdateextended',
      hashFunctionBefore18: 'hashint4extended',
    },
  ],
  parse(text, { version }) {
    const days = parseDate(text, version);
    return days.ok ? ok({ storage: 'word', word: days.value }) : days;
  },
  format(value) {
    assertStorage(value, 'word');
    return formatDate(value.word);
  },
} as const satisfies KeyType;
