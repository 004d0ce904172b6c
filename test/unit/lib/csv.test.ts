import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/lib/csv.ts';

/** Reads RFC 4180 character by character, as a spreadsheet does. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (isQuoted && char === '"' && text[i + 1] === '"') field += text[i++];
    else if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (char === ',' || (char === '\r' && text[i + 1] === '\n'))) {
      row.push(field);
      field = '';
      if (char === ',') continue;
      rows.push(row);
      row = [];
      i++;
    } else field += char;
  }
  return rows;
}

describe('a CSV', () => {
  it('has fields between commas and ends every line with CRLF', () => {
    expect(
      toCsv([
        ['scheme', 'moved'],
        ['jump', 33_346],
      ]),
    ).toBe('scheme,moved\r\njump,33346\r\n');
  });

  it.each([
    ['a, b', '"a, b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['cr\rhere', '"cr\rhere"'],
    ['', ''],
    [' plain ', ' plain '],
    ['ключ 键', 'ключ 键'],
  ])('writes %j as %j', (value, field) => {
    expect(toCsv([[value]])).toBe(`${field}\r\n`);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('takes the power of a formula from %j', (value) => {
    const [[field]] = readCsv(toCsv([[value]])) as [[string]];
    expect(field).toBe(`'${value}`);
  });

  it('writes figures exactly, also negative ones, and nothing for one that is none', () => {
    const line = [0.1 + 0.2, -3, 1e21, Number.NaN, Number.POSITIVE_INFINITY];
    expect(toCsv([line])).toBe('0.30000000000000004,-3,1e+21,,\r\n');
  });

  it('of no rows is empty', () => {
    expect(toCsv([])).toBe('');
  });

  it('is read back as it was, whatever the texts', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab,"\r\n \'é1') }).filter((value) => !value.startsWith('\r'));
    const rows = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, (table) => {
        expect(readCsv(toCsv(table))).toEqual(table);
      }),
      { seed: 11 },
    );
  });
});
