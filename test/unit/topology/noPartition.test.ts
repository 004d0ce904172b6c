import { expect, test } from 'vitest';
import { noPartitionError } from '../../../src/topology/noPartition.ts';

test('the error for a row without partition has PostgreSQL’s text', () => {
  expect(noPartitionError('h', ['id'], ['2'])).toEqual({
    code: '23514',
    message: 'no partition of relation "h" found for row',
    detail: 'Partition key of the failing row contains (id) = (2).',
  });
});

/** Recorded on PostgreSQL 18.6. */
test('quotes columns where needed, prints NULL and cuts values behind 64 bytes at a character', () => {
  const columns = ['Q c', 'left', 'Ы', 'ы', 'a$b', 'between', 'name'];
  const values = ['1', null, 'я'.repeat(33), 'x'.repeat(64), '1', '2', 'a"b'];
  expect(noPartitionError('q', columns, values).detail).toBe(
    'Partition key of the failing row contains ("Q c", "left", "Ы", "ы", "a$b", "between", name) = ' +
      `(1, null, ${'я'.repeat(32)}..., ${'x'.repeat(64)}, 1, 2, a"b).`,
  );
});

test('never divides a character: 30 three-byte letters become 21 and three dots', () => {
  expect(noPartitionError('h', ['t'], ['水'.repeat(30)]).detail).toContain(`(${'水'.repeat(21)}...).`);
});
