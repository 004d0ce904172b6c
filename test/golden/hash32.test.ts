import { describe, expect, test } from 'vitest';
import { shortHash } from '../../src/hash/textEntry.ts';
import recorded from './vectors/hash32.json';

describe('the 32-bit hash', () => {
  test.each(recorded.citus.map(({ type, value, hash }) => [type, value, hash] as const))(
    'of %s %s is what Citus places shards by',
    (types, value, hash) => {
      for (const type of types.split('/')) expect(shortHash(type, String(value)), type).toBe(hash);
    },
  );

  test.each(Object.entries(recorded.pgPathman.values))('of the integer %s unsigned gives pg_pathman’s part', (key, part) => {
    expect((shortHash('int4', key) >>> 0) % recorded.pgPathman.N).toBe(part);
  });

  test('as an absolute value gives the parts of abs(hashint4(i)) % N', () => {
    const { values, N } = recorded.poc;
    for (const [part, keys] of Object.entries(values)) {
      for (const key of keys) expect(Math.abs(shortHash('int4', String(key))) % N, String(key)).toBe(Number(part));
    }
  });
});
