import { err, ok } from '../../lib/result.ts';
import type { EnumLabel, KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import { quoteIfNeeded } from '../pgKeywords.ts';

/**
 * An enum type: enum_in() and enum_out() in src/backend/utils/adt/enum.c. hashenumextended() in
 * src/backend/access/hash/hashfunc.c sees the oid of the label's row in pg_enum, which every database gives out anew; so
 * the oids belong to the type.
 * @param name catalog name, unquoted
 * @param labels at least one, all labels and all oids different
 */
export function enumOf(name: string, labels: readonly EnumLabel[]): KeyType {
  const sqlName = quoteIfNeeded(name);
  const oids = new Map(labels.map(({ label, oid }) => [label, oid]));
  const names = new Map(labels.map(({ label, oid }) => [oid, label]));
  const list = labels.map(({ label, oid }) => `'${label.replaceAll("'", "''")}' = ${oid}`).join(', ');
  return {
    id: `${sqlName} AS ENUM (${list})`,
    sqlName,
    aliases: [],
    storage: 'word',
    rule: 'enum',
    operatorClasses: [{ name: 'enum_ops', family: 'enum_ops', hashFunction: 'hashenumextended' }],
    definition: { kind: 'enum', name, labels },
    parse(text) {
      const oid = oids.get(text);
      if (oid === undefined) {
        return err({ code: '22P02', message: `invalid input value for enum ${sqlName}: "${text}"` });
      }
      return ok({ storage: 'word', word: oid | 0 });
    },
    format(value) {
      assertStorage(value, 'word');
      return names.get(value.word >>> 0) ?? String(value.word >>> 0);
    },
  };
}
