import { getKeyType } from '../../hash/getKeyType.ts';
import { problem } from '../../lib/problem.ts';
import { checkFields } from '../checkFields.ts';
import { defaultPattern } from '../defaultPattern.ts';
import type { SourceSpec } from '../keySpec.ts';
import { compilePattern } from '../patternText.ts';
import type { KeySource, SourceField } from '../source.ts';
import { writeValue } from '../writeValue.ts';

type PatternSpec = Extract<SourceSpec, { kind: 'pattern' }>;

const MAX_PATTERN = 300;

const fields: readonly SourceField[] = [
  { kind: 'text', name: 'pattern', min: 1, max: MAX_PATTERN, default: '{n}', unit: null },
  { kind: 'integer', name: 'start', min: 0, max: Number.MAX_SAFE_INTEGER, default: 1, unit: null },
];

/**
 * Any type's values as PostgreSQL reads them: a text with the row's number and random numbers in it, see patternText.ts.
 * Each text goes through the type's input function, so this source is slower than the others.
 */
export const pattern: KeySource<PatternSpec> = {
  kind: 'pattern',
  types: null,
  fields,
  defaults: (type) => ({ kind: 'pattern', pattern: defaultPattern(getKeyType(type)), start: 1 }),

  validate(spec, type, rows, server) {
    const wrong = checkFields(spec, fields);
    if (wrong !== null) return wrong;
    const last = spec.start + rows - 1;
    if (last > Number.MAX_SAFE_INTEGER) return problem('textOutOfRange', { value: last, max: Number.MAX_SAFE_INTEGER });
    const compiled = compilePattern(spec.pattern);
    if (!compiled.ok) return compiled.error;
    const keyType = getKeyType(type);
    for (const row of tellingRows(rows)) {
      const text = compiled.value(spec.start + row, 0, row);
      const value = keyType.parse(text, server);
      if (!value.ok) return problem('patternRefused', { row: row + 1, value: text, message: value.error.message });
    }
    return null;
  },

  prepare(spec, type, seed, _capacity, server) {
    const compiled = compilePattern(spec.pattern);
    if (!compiled.ok) throw new RangeError(`not a pattern: ${spec.pattern}`);
    const textOf = compiled.value;
    const keyType = getKeyType(type);
    return {
      maxBytes: 32,
      fill(column, firstRow, count, at) {
        for (let i = 0; i < count; i++) {
          const row = firstRow + i;
          const text = textOf(spec.start + row, seed, row);
          const value = keyType.parse(text, server);
          if (!value.ok) throw new RangeError(`key ${row + 1}, ${JSON.stringify(text)}: ${value.error.message}`);
          writeValue(column, at + i, value.value);
        }
      },
    };
  },
};

/** Rows where a pattern tends to go wrong: the first, the last, and those around each power of 2 and of 10. */
function tellingRows(rows: number): number[] {
  const found = new Set([0, rows - 1]);
  for (const base of [2, 10]) {
    for (let power = base; power <= rows; power *= base) for (const row of [power - 2, power - 1]) found.add(row);
  }
  return [...found].filter((row) => row >= 0 && row < rows);
}
