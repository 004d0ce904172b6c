import { ok } from '../../lib/result.ts';
import { formatArray, parseArray } from '../input/arrayInput.ts';
import type { InputContext, KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import { wordAt } from '../wordAt.ts';
import { hashSequence, lengthAt, packValues, unpackAt } from './packed.ts';

/** A type and the number in parentheses behind it, as an array's elements or a row's columns are declared. */
export interface Declared {
  readonly type: KeyType;
  readonly typmod?: number;
}

export const arrayOps = [{ name: 'array_ops', family: 'array_ops', hashFunction: 'hash_array_extended' }] as const;

/**
 * The array type of an element type: array_in() and array_out() in src/backend/utils/adt/arrayfuncs.c, and
 * hash_array_extended() there, which sees the elements alone: neither dimensions nor lower bounds. Values are packed as
 * number of dimensions, length and lower bound of each, elements.
 */
export function arrayOf({ type: element, typmod }: Declared): KeyType {
  const elementContext = (context: InputContext): InputContext => {
    const { typmod: _, ...server } = context;
    return typmod === undefined ? server : { ...server, typmod };
  };
  return {
    id: `${element.id}[]`,
    sqlName: `${element.sqlName}[]`,
    aliases: [],
    storage: 'bytes',
    rule: 'array',
    operatorClasses: arrayOps,
    hash: {
      storage: 'bytes',
      hash(data, start, _end, seedHi, seedLo, out) {
        const dimensions = wordAt(data, start);
        let count = dimensions === 0 ? 0 : 1;
        for (let d = 0; d < dimensions; d++) count *= wordAt(data, start + 4 + 8 * d);
        hashSequence(() => element, count, 1, data, start + 4 + 8 * dimensions, seedHi, seedLo, out);
      },
    },
    parse(text, context) {
      const inner = elementContext(context);
      const parsed = parseArray(text, (item) => element.parse(item, inner));
      if (!parsed.ok) return parsed;
      const { dimensions, elements } = parsed.value;
      const header = [dimensions.length, ...dimensions.flatMap(({ length, lower }) => [length, lower])];
      return ok({ storage: 'bytes', bytes: packValues(elements, header) });
    },
    format(value, server) {
      assertStorage(value, 'bytes');
      const data = value.bytes;
      const count = wordAt(data, 0);
      const dimensions = Array.from({ length: count }, (_, d) => ({
        length: wordAt(data, 4 + 8 * d),
        lower: wordAt(data, 8 + 8 * d),
      }));
      const elements: (string | null)[] = [];
      for (let at = 4 + 8 * count; at < data.length; at += 4 + lengthAt(data, at)) {
        const item = unpackAt(element, data, at);
        elements.push(item === null ? null : element.format(item, server));
      }
      return formatArray({ dimensions, elements });
    },
  };
}
