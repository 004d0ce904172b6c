import { getKeyType } from '../../hash/getKeyType.ts';
import { randomWord } from '../../lib/prng.ts';
import { problem } from '../../lib/problem.ts';
import { checkFields } from '../checkFields.ts';
import { integerFiller } from '../integerFiller.ts';
import type { SourceSpec } from '../keySpec.ts';
import { integerRange } from '../ranges.ts';
import type { KeySource, SourceField } from '../source.ts';
import { buildZipfTable, drawTenant } from '../zipfTable.ts';

type ZipfSpec = Extract<SourceSpec, { kind: 'zipf' }>;

const DEFAULT_TENANTS = 500;
const DEFAULT_S = 1.1;

const fields: readonly SourceField[] = [
  { kind: 'integer', name: 'tenants', min: 1, max: 1_000_000, default: DEFAULT_TENANTS, unit: null },
  { kind: 'decimal', name: 's', min: 0, max: 5, default: DEFAULT_S, unit: null },
];

/** Tenants 1, 2, ... drawn by Zipf's law: tenant k with probability proportional to 1 / k^s, tenant 1 the biggest. */
export const zipf: KeySource<ZipfSpec> = {
  kind: 'zipf',
  types: ['int8', 'int4', 'int2', 'oid', 'text', 'varchar', 'bpchar'],
  fields,
  defaults: () => ({ kind: 'zipf', tenants: DEFAULT_TENANTS, s: DEFAULT_S }),

  validate(spec, type) {
    const wrong = checkFields(spec, fields);
    if (wrong !== null) return wrong;
    const { max } = integerRange(type);
    if (spec.tenants <= max) return null;
    return problem('zipfOutOfRange', { value: spec.tenants, max, type: getKeyType(type).sqlName });
  },

  prepare({ tenants, s }, type, seed, capacity) {
    const table = buildZipfTable(tenants, s);
    return integerFiller(type, capacity, (out, firstRow, count) => {
      for (let i = 0; i < count; i++) out[i] = drawTenant(table, randomWord(seed, firstRow + i, 0));
    });
  },
};
