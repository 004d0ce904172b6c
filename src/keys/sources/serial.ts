import { getKeyType } from '../../hash/getKeyType.ts';
import { problem } from '../../lib/problem.ts';
import { checkFields } from '../checkFields.ts';
import { integerFiller } from '../integerFiller.ts';
import type { SourceSpec } from '../keySpec.ts';
import { integerRange } from '../ranges.ts';
import type { KeySource, SourceField } from '../source.ts';

type SerialSpec = Extract<SourceSpec, { kind: 'serial' }>;

/** Days from 2000-01-01 to 2024-01-01, where serial dates begin unless told otherwise. */
const DEFAULT_DATE = 8766;

const LIMIT = Number.MAX_SAFE_INTEGER;

const fields: readonly SourceField[] = [
  { kind: 'integer', name: 'start', min: -LIMIT, max: LIMIT, default: 1, unit: null },
  { kind: 'integer', name: 'stride', min: -LIMIT, max: LIMIT, default: 1, unit: null },
];

/**
 * start, start + stride, ... as a sequence or an identity column gives them. For date the numbers are days since
 * 2000-01-01, for text types and numeric their decimal digits.
 */
export const serial: KeySource<SerialSpec> = {
  kind: 'serial',
  types: [
    ...['int8', 'int4', 'int2', 'numeric', 'float8', 'float4', 'oid', 'xid8', 'xid', 'cid', 'date'],
    ...['text', 'varchar', 'bpchar', 'name'],
  ],
  fields,
  defaults: (type) => ({ kind: 'serial', start: type === 'date' ? DEFAULT_DATE : 1, stride: 1 }),

  validate(spec, type, rows) {
    const wrong = checkFields(spec, fields);
    if (wrong !== null) return wrong;
    if (spec.stride === 0) return problem('serialStrideZero', { value: 0 });
    const { min, max } = integerRange(type);
    // Keys are computed as start + row * stride, so the product must be exact as well as the sum.
    const span = (rows - 1) * spec.stride;
    if (Math.abs(span) > LIMIT) return problem('serialSpan', { value: Math.abs(span), max: LIMIT });
    const last = spec.start + span;
    const outside = [spec.start, last].find((value) => value < min || value > max);
    if (outside === undefined) return null;
    return problem('serialOutOfRange', { value: outside, min, max, type: getKeyType(type).sqlName });
  },

  prepare({ start, stride }, type, _seed, capacity) {
    return integerFiller(type, capacity, (out, firstRow, count) => {
      for (let i = 0; i < count; i++) out[i] = start + (firstRow + i) * stride;
    });
  },
};
