import { ok } from '../../lib/result.ts';
import { formatRecord, splitRecord } from '../input/recordInput.ts';
import type { CompositeColumn, KeyType, KeyValue } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import { quoteIfNeeded } from '../pgKeywords.ts';
import { typeExpression } from '../typeText.ts';
import { wordAt } from '../wordAt.ts';
import { hashSequence, lengthAt, packValues, unpackAt } from './packed.ts';

/**
 * A composite type: record_in(), record_out() and hash_record_extended() in src/backend/utils/adt/rowtypes.c. Values are
 * packed as the number of columns and the columns.
 * @param name catalog name, unquoted
 */
export function recordOf(name: string, columns: readonly CompositeColumn[]): KeyType {
  const sqlName = quoteIfNeeded(name);
  const list = columns.map((column) => `${quoteIfNeeded(column.name)} ${typeExpression(column)}`).join(', ');
  return {
    id: `${sqlName} AS (${list})`,
    sqlName,
    aliases: [],
    storage: 'bytes',
    rule: 'record',
    operatorClasses: [{ name: 'record_ops', family: 'record_ops', hashFunction: 'hash_record_extended' }],
    definition: { kind: 'composite', name, columns },
    hash: {
      storage: 'bytes',
      hash: (data, start, _end, seedHi, seedLo, out) =>
        hashSequence((index) => columns[index]!.type, wordAt(data, start), 0, data, start + 4, seedHi, seedLo, out),
    },
    parse(text, { version, encoding }) {
      const texts = splitRecord(text, columns.length);
      if (!texts.ok) return texts;
      const values: (KeyValue | null)[] = [];
      for (const [index, { type, typmod }] of columns.entries()) {
        const item = texts.value[index] ?? null;
        const context = { version, encoding, ...(typmod !== undefined && { typmod }) };
        const value = item === null ? ok(null) : type.parse(item, context);
        if (!value.ok) return value;
        values.push(value.value);
      }
      return ok({ storage: 'bytes', bytes: packValues(values, [values.length]) });
    },
    format(value, server) {
      assertStorage(value, 'bytes');
      let at = 4;
      const texts = columns.map(({ type }) => {
        const item = unpackAt(type, value.bytes, at);
        at += 4 + lengthAt(value.bytes, at);
        return item === null ? null : type.format(item, server);
      });
      return formatRecord(texts);
    },
  };
}
