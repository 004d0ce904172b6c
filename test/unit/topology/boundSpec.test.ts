import { describe, expect, test } from 'vitest';
import { parseBoundSpec, toHashBound } from '../../../src/topology/boundSpec.ts';

/** Code and message of the refusal, else the bound; the way a statement meets both checks. */
function verdict(text: string): string {
  const spec = parseBoundSpec(text);
  const bound = spec.ok ? toHashBound(spec.value) : spec;
  return bound.ok ? `${bound.value.modulus}, ${bound.value.remainder}` : `${bound.error.code} ${bound.error.message}`;
}

describe('what PostgreSQL 18 accepts', () => {
  test.each([
    ['FOR VALUES WITH (MODULUS 4, REMAINDER 1)', '4, 1'],
    ['for values with(remainder 1,modulus 4);', '4, 1'],
    ['for values with (modulus /* a /* nested */ comment */ 4, u&"remainder" 1)', '4, 1'],
    ['FOR VALUES WITH ("modulus" 4, "remainder" 1)', '4, 1'],
    ['FOR VALUES -- a comment\n WITH /* another */ (modulus 0x10, remainder 1_0)', '16, 10'],
    ['FOR VALUES WITH (modulus 0b100, remainder 0o3)', '4, 3'],
    ['FOR VALUES WITH (modulus 2147483647, remainder 007)', '2147483647, 7'],
  ])('%s', (text, bound) => {
    expect(verdict(text)).toBe(bound);
  });
});

/** Recorded on PostgreSQL 18.6, as `CREATE TABLE p PARTITION OF h FOR VALUES ...`. */
const refused: readonly (readonly [string, string])[] = [
  ['with (modulus -4, remainder 0)', '42601 syntax error at or near "-"'],
  ["with (modulus '4', remainder 0)", `42601 syntax error at or near "'4'"`],
  ["with (modulus e'4', remainder 0)", `42601 syntax error at or near "e'4'"`],
  ['with (modulus $$x$$)', '42601 syntax error at or near "$$x$$"'],
  ['with (modulus $1, remainder 0)', '42601 syntax error at or near "$1"'],
  ['with (modulus 2147483648, remainder 0)', '42601 syntax error at or near "2147483648"'],
  ['with (modulus 2+2, remainder 0)', '42601 syntax error at or near "+"'],
  ['with (modulus +-4, remainder 0)', '42601 syntax error at or near "+"'],
  ['with (modulus 4 @- 3)', '42601 syntax error at or near "@-"'],
  ['with (modulus :x)', '42601 syntax error at or near ":"'],
  ['with (modulus 1.5, remainder 0)', '42601 syntax error at or near "1.5"'],
  ['with (modulus .5, remainder 0)', '42601 syntax error at or near ".5"'],
  ['with (modulus 5., remainder 0)', '42601 syntax error at or near "5."'],
  ['with (modulus 5..6, remainder 0)', '42601 syntax error at or near ".."'],
  ['with (modulus 1e5, remainder 0)', '42601 syntax error at or near "1e5"'],
  ['with (modulus 1e, remainder 0)', '42601 trailing junk after numeric literal at or near "1e"'],
  ['with (modulus 4abc, remainder 0)', '42601 trailing junk after numeric literal at or near "4abc"'],
  ['with (modulus 1__0, remainder 0)', '42601 trailing junk after numeric literal at or near "1__0"'],
  ['with (modulus 1_, remainder 0)', '42601 trailing junk after numeric literal at or near "1_"'],
  ['with (modulus 0o9, remainder 0)', '42601 trailing junk after numeric literal at or near "0o9"'],
  ['with (modulus 0xZZ, remainder 0)', '42601 trailing junk after numeric literal at or near "0xZZ"'],
  ['with (modulus 0x10g, remainder 0)', '42601 trailing junk after numeric literal at or near "0x10g"'],
  ['with (modulus 0x, remainder 0)', '42601 invalid hexadecimal integer at or near "0x"'],
  ['with (modulus 4 /* x', '42601 unterminated /* comment at or near "/* x"'],
  ['with (modulus "4', '42601 unterminated quoted identifier at or near ""4"'],
  ['with ("" 4)', '42601 zero-length delimited identifier at or near """"'],
  ["with (modulus 'x", `42601 unterminated quoted string at or near "'x"`],
  ['with (modulus 1e+, remainder 0)', '42601 trailing junk after numeric literal at or near "1e+"'],
  ['with (modulus $1with, remainder 0)', '42601 trailing junk after parameter at or near "$1with"'],
  ["with (u&'x' 4)", `42601 syntax error at or near "u&'x'"`],
  ["with (n'x' 4)", `42601 syntax error at or near "'x'"`],
  ['with (modulus 4 null 4abc)', '42601 syntax error at or near "null"'],
  ['with ()', '42601 syntax error at or near ")"'],
  ['with (modulus 4,)', '42601 syntax error at or near ")"'],
  ['with (modulus, remainder 0)', '42601 syntax error at or near ","'],
  ['with (4)', '42601 syntax error at or near "4"'],
  ['with (modulus 4 remainder 0)', '42601 syntax error at or near "remainder"'],
  ['with (select 4, remainder 0)', '42601 syntax error at or near "select"'],
  ['with (modulus 4; remainder 0)', '42601 syntax error at or near ";"'],
  ['with (modulus 4, remainder 0', '42601 syntax error at end of input'],
  ['with (modulus 4, remainder 0) x', '42601 syntax error at or near "x"'],
  ['with (modulus 4, remainder 0));', '42601 syntax error at or near ")"'],
  ['with ("MODULUS" 4, remainder 0)', '42601 unrecognized hash partition bound specification "MODULUS"'],
  ['with (between 4, remainder 0)', '42601 unrecognized hash partition bound specification "between"'],
  ['with (модуль 4, remainder 0)', '42601 unrecognized hash partition bound specification "модуль"'],
  ['with (foo 1, modulus 4, modulus 4)', '42601 unrecognized hash partition bound specification "foo"'],
  ['with (modulus 4, modulus 4)', '42710 modulus for hash partition provided more than once'],
  ['with (remainder 1, remainder 1)', '42710 remainder for hash partition provided more than once'],
  ['with (modulus 4)', '42601 remainder for hash partition must be specified'],
  ['with (remainder 4)', '42601 modulus for hash partition must be specified'],
  ['with (modulus 0, remainder 5)', '42P16 modulus for hash partition must be an integer value greater than zero'],
  ['with (modulus 4, remainder 4)', '42P16 remainder for hash partition must be less than modulus'],
  ['from (1) to (2)', '42P16 invalid bound specification for a hash partition'],
  ['in ((1), f(2))', '42P16 invalid bound specification for a hash partition'],
  ['in ()', '42601 syntax error at or near ")"'],
  ['in (1', '42601 syntax error at end of input'],
  ['from (1)', '42601 syntax error at end of input'],
  ['foo', '42601 syntax error at or near "foo"'],
];

describe('what it refuses, in its words', () => {
  test.each(refused)('for values %s', (text, expected) => {
    expect(verdict(`for values ${text}`)).toBe(expected);
  });

  test.each([
    ['default', '42P16 a hash-partitioned table may not have a default partition'],
    ['defaultx', '42601 syntax error at or near "defaultx"'],
    ['"default"', '42601 syntax error at or near ""default""'],
    ['for', '42601 syntax error at end of input'],
    ['', '42601 syntax error at end of input'],
  ])('%s', (text, expected) => {
    expect(verdict(text)).toBe(expected);
  });
});
