import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../../src/keys/patternText.ts';

function texts(pattern: string, numbers: readonly number[], seed = 1): string[] {
  const compiled = compilePattern(pattern);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return numbers.map((number, row) => compiled.value(number, seed, row));
}

describe('a pattern', () => {
  test.each<[string, number, string]>([
    ['user-{n}', 42, 'user-42'],
    ['{n}{n}', 7, '77'],
    ['10.0.{n/256%256}.{n%256}', 70_000, '10.0.17.112'],
    ['{n+1*2}', 3, '8'],
    ['{n:5}', 42, '00042'],
    ['{n:x}', 255, 'ff'],
    ['{n:6x}', 255, '0000ff'],
    ['{n-10}', 3, '-7'],
    ['{"id": {n}, "a": {}}', 5, '{"id": 5, "a": {}}'],
    ['{{n},{n*2}}', 4, '{4,8}'],
    ['{m} {n x} {', 1, '{m} {n x} {'],
  ])('%s is for the number %i the text %s', (pattern, number, text) => {
    expect(texts(pattern, [number])).toEqual([text]);
  });

  test('draws random numbers and texts by seed, row and place alone', () => {
    const rows = [0, 0, 0, 0, 0, 0, 0, 0];
    const drawn = texts('{r}/{r}/{pick red|green|blue}', rows);
    expect(texts('{r}/{r}/{pick red|green|blue}', rows)).toEqual(drawn);
    expect(texts('{r}/{r}/{pick red|green|blue}', rows, 2)).not.toEqual(drawn);
    expect(new Set(drawn).size).toBe(rows.length);
    for (const text of drawn) {
      const [first, second, colour] = text.split('/');
      expect(first).not.toBe(second);
      expect(['red', 'green', 'blue']).toContain(colour);
    }
    expect(new Set(drawn.map((text) => text.split('/')[2])).size).toBeGreaterThan(1);
  });

  test('that divides by 0 or pads without end is refused with what is wrong', () => {
    expect(compilePattern('a{n/0}')).toMatchObject({
      ok: false,
      error: { id: 'patternDivision', params: { value: '{n/0}' } },
    });
    expect(compilePattern('{n%0}').ok).toBe(false);
    expect(compilePattern('{n:41}')).toMatchObject({ error: { id: 'patternWidth', params: { value: 41, max: 40 } } });
  });
});
