import { describe, expect, it } from 'vitest';
import { sortRows } from '../../../src/ui/sortRows.ts';

describe('sortRows', () => {
  const rows = [
    { name: 'p_10', rows: 2n },
    { name: 'p_9', rows: 1n },
    { name: 'p_1', rows: 2n },
  ];

  it('sorts texts as people count', () => {
    expect(sortRows(rows, (row) => row.name, 'ascending').map((row) => row.name)).toEqual(['p_1', 'p_9', 'p_10']);
  });

  it('sorts bigints, and keeps the order of equal rows in both directions', () => {
    const names = (direction: 'ascending' | 'descending') =>
      sortRows(rows, (row) => row.rows, direction).map((row) => row.name);
    expect(names('ascending')).toEqual(['p_9', 'p_10', 'p_1']);
    expect(names('descending')).toEqual(['p_10', 'p_1', 'p_9']);
  });

  it('puts rows without a value last in both directions', () => {
    const values = [3, Number.NaN, 1, 2, Number.NaN];
    const sorted = (direction: 'ascending' | 'descending') => sortRows(values, (value) => value, direction);
    expect(sorted('ascending')).toEqual([1, 2, 3, Number.NaN, Number.NaN]);
    expect(sorted('descending')).toEqual([3, 2, 1, Number.NaN, Number.NaN]);
  });

  it('leaves the given rows alone', () => {
    sortRows(rows, (row) => row.name, 'ascending');
    expect(rows[0]?.name).toBe('p_10');
  });
});
