import { encodeText } from '../../hash/input/encodings.ts';
import { problem } from '../../lib/problem.ts';
import { checkFields } from '../checkFields.ts';
import { MAX_DECIMAL_BYTES, writeDecimal, writeSuccessor } from '../decimal.ts';
import type { SourceSpec } from '../keySpec.ts';
import type { KeySource, SourceField } from '../source.ts';

type TextSpec = Extract<SourceSpec, { kind: 'text' }>;

const MAX_PREFIX = 100;
const MAX_PAD = 20;

const fields: readonly SourceField[] = [
  { kind: 'text', name: 'prefix', min: 0, max: MAX_PREFIX, default: 'user_', unit: null },
  { kind: 'integer', name: 'start', min: 0, max: Number.MAX_SAFE_INTEGER, default: 1, unit: null },
  { kind: 'integer', name: 'pad', min: 0, max: MAX_PAD, default: 0, unit: null },
];

/** A prefix and a running decimal number, e.g. user_1, user_2, ...; in the encoding of the database, also as the bytes of a bytea. */
export const text: KeySource<TextSpec> = {
  kind: 'text',
  types: ['text', 'varchar', 'bpchar', 'bytea'],
  fields,
  defaults: () => ({ kind: 'text', prefix: 'user_', start: 1, pad: 0 }),

  validate(spec, _type, rows, { encoding }) {
    const wrong = checkFields(spec, fields);
    if (wrong !== null) return wrong;
    // PostgreSQL's text holds neither a zero byte nor half a surrogate pair.
    if (spec.prefix.includes('\0')) return problem('textPrefixZero', { value: spec.prefix.indexOf('\0') + 1 });
    if (/\p{Surrogate}/u.test(spec.prefix)) return problem('textPrefixSurrogate');
    const encoded = encodeText(spec.prefix, encoding);
    if (!encoded.ok) return problem('textPrefixEncoding', { value: spec.prefix, message: encoded.error.message });
    const last = spec.start + rows - 1;
    if (last <= Number.MAX_SAFE_INTEGER) return null;
    return problem('textOutOfRange', { value: last, max: Number.MAX_SAFE_INTEGER });
  },

  prepare({ prefix, start, pad }, type, _seed, _capacity, { encoding }) {
    // A bytea's bytes are no text to the server: they stay as they came.
    const encoded = encodeText(prefix, type === 'bytea' ? 'UTF8' : encoding);
    if (!encoded.ok) throw new RangeError(encoded.error.message);
    const prefixBytes = encoded.value;
    return {
      maxBytes: prefixBytes.length + Math.max(MAX_DECIMAL_BYTES, pad),
      fill(column, firstRow, count, at) {
        if (column.storage !== 'bytes')
          throw new TypeError(`text needs a bytes column, not a ${column.storage} column`);
        const { data, offsets } = column;
        let end = offsets[at]!;
        for (let i = 0, from = -1; i < count; i++) {
          const begin = end;
          if (from >= 0 && writeSuccessor(data, from, from + prefixBytes.length, begin)) {
            end = begin + begin - from;
          } else {
            for (const byte of prefixBytes) data[end++] = byte;
            end = writeDecimal(data, end, start + firstRow + i, pad);
          }
          from = begin;
          offsets[at + i + 1] = end;
        }
      },
    };
  },
};
