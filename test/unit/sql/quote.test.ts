import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  commentText,
  dollarQuote,
  qualifiedName,
  quoteIdent,
  quoteLiteral,
  regclassLiteral,
} from '../../../src/sql/quote.ts';

let server: PGlite;
beforeAll(async () => {
  server = await PGlite.create();
}, 240_000);
afterAll(() => server.close());

const CHARS = ['a', 'z', 'A', '0', '_', '$', '"', "'", '\\', ' ', '.', '\n', '%', 'é', 'Ж', '订', '🐘', '\u202e'];
const names = fc.array(fc.constantFrom(...CHARS), { minLength: 1, maxLength: 6 }).map((chars) => chars.join(''));

/** One column of text values from the server for each of `inputs`. */
async function fromServer(expression: string, inputs: readonly string[]): Promise<string[]> {
  const sql = `SELECT ${expression} AS out FROM unnest($1::text[]) WITH ORDINALITY AS t(x, i) ORDER BY i`;
  return (await server.query<{ out: string }>(sql, [inputs])).rows.map((row) => row.out);
}

describe('quoteIdent', () => {
  it('agrees with quote_ident on every key word of the server, in both cases', async () => {
    const { rows } = await server.query<{ word: string }>('SELECT word FROM pg_get_keywords()');
    const words = rows.flatMap(({ word }) => [word, word.toUpperCase(), `${word}_1`]);
    expect(words.length).toBeGreaterThan(1400);
    expect(words.map(quoteIdent)).toEqual(await fromServer('quote_ident(x)', words));
  });

  it('agrees with quote_ident on thousands of random names', async () => {
    const inputs = [
      ...fc.sample(names, { numRuns: 3000, seed: 11 }),
      ...fc.sample(fc.stringMatching(/^[a-z0-9_]{1,4}$/), { numRuns: 2000, seed: 12 }),
    ];
    expect(inputs.map(quoteIdent)).toEqual(await fromServer('quote_ident(x)', inputs));
  });

  it('refuses what is no name, in the words of the server', () => {
    expect(() => quoteIdent('')).toThrow('zero-length delimited identifier at or near """"');
    expect(() => quoteIdent('a\0b')).toThrow('invalid byte sequence for encoding "UTF8": 0x00');
    expect(() => quoteIdent('a\ud83d')).toThrow('invalid byte sequence for encoding "UTF8": 0xed 0xa0 0xbd');
  });
});

describe('quoteLiteral', () => {
  it('agrees with quote_literal on thousands of random texts', async () => {
    const inputs = ['', ...fc.sample(names, { numRuns: 3000, seed: 13 })];
    expect(inputs.map(quoteLiteral)).toEqual(await fromServer('quote_literal(x)', inputs));
  });

  it('gives the text back when the server reads it', async () => {
    const inputs = fc.sample(names, { numRuns: 500, seed: 14 });
    const sql = `SELECT v FROM (VALUES ${inputs.map((text, i) => `(${i}, ${quoteLiteral(text)})`).join(', ')}) AS t(i, v) ORDER BY i`;
    expect((await server.query<{ v: string }>(sql)).rows.map((row) => row.v)).toEqual(inputs);
  });

  it('refuses NUL', () => {
    expect(() => quoteLiteral('\0')).toThrow('0x00');
  });
});

describe('compound forms', () => {
  it('qualifies a name only when there is a schema', () => {
    expect(qualifiedName(null, 'Orders')).toBe('"Orders"');
    expect(qualifiedName('select', 'orders')).toBe('"select".orders');
  });

  it('quotes twice inside a regclass constant', () => {
    expect(regclassLiteral(null, "it's")).toBe(`'"it''s"'::regclass`);
    expect(regclassLiteral('a\\', 'b')).toBe(`E'"a\\\\".b'::regclass`);
  });

  it('keeps a comment on one line', () => {
    expect(commentText('a\r\nDROP TABLE x;\u2028\tb\u0085c')).toBe('a DROP TABLE x; b c');
  });

  it('chooses a tag that the body does not contain', async () => {
    const bodies = ['plain', 'a$$b', 'a$$b$body1$', '$body2$$body1$$$'];
    for (const body of bodies) {
      const { rows } = await server.query<{ v: string }>(`SELECT ${dollarQuote(` ${body} `)} AS v`);
      expect(rows[0]?.v).toBe(` ${body} `);
    }
    expect(dollarQuote(' a$$b$body1$ ')).toBe('$body2$ a$$b$body1$ $body2$');
  });
});
