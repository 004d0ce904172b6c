import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { computeContrast, computeDistance, parseHex, type Rgb, visions } from './colour.ts';

const css = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');
// The first rule holds the defaults; the later ones only change a few of them.
const defaults = css.slice(0, css.indexOf(':root[data-theme='));
const pattern = /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g;
const tokens = new Map(
  [...defaults.matchAll(pattern)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
);

const themes = ['light', 'dark'] as const;
const surfaces = ['bg', 'surface', 'surface-2'];
const hues = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `hue-${n}`);

function colorOf(name: string, theme: (typeof themes)[number]): Rgb {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`tokens.css has no colour --${name}`);
  return parseHex(token[theme]);
}

function contrastOf(a: string, b: string, theme: (typeof themes)[number]): number {
  return computeContrast(colorOf(a, theme), colorOf(b, theme));
}

describe('the contrast formula', () => {
  it('gives 21 for black on white and 4.54 for #767676 on white', () => {
    const white = parseHex('#ffffff');
    expect(computeContrast(parseHex('#000000'), white)).toBeCloseTo(21, 5);
    expect(computeContrast(parseHex('#767676'), white)).toBeCloseTo(4.54, 2);
  });
});

describe.each(themes)('tokens of the %s theme', (theme) => {
  const texts = ['text', 'text-muted', 'text-faint', 'accent', 'ok', 'warn', 'error', 'lock'];
  const code = ['sql-keyword', 'sql-string', 'sql-number', 'sql-comment'];

  it.each(texts.flatMap((text) => surfaces.map((surface) => [text, surface] as const)))(
    'writes --%s on --%s with a contrast of 4.5 or more',
    (text, surface) => expect(contrastOf(text, surface, theme)).toBeGreaterThanOrEqual(4.5),
  );

  it.each([
    ...['text', 'text-muted'].flatMap(
      (text) =>
        [
          [text, 'surface-hover'],
          [text, 'accent-soft'],
        ] as const,
    ),
    ['accent-text', 'accent'],
    ['accent-text', 'accent-hover'],
    ['accent', 'accent-soft'],
    ['text', 'error-soft'],
    ['error', 'error-soft'],
    ['text', 'warn-soft'],
    ['warn', 'warn-soft'],
    // Tooltips are printed the other way round.
    ['surface', 'text'],
    ...hues.map((hue) => ['text', `${hue}-soft`] as const),
    ...code.flatMap(
      (token) =>
        [
          [token, 'surface'],
          [token, 'accent-soft'],
        ] as const,
    ),
  ] as readonly (readonly [string, string])[])('writes --%s on --%s with a contrast of 4.5 or more', (text, surface) =>
    expect(contrastOf(text, surface, theme)).toBeGreaterThanOrEqual(4.5),
  );

  it.each(
    ['focus', 'border-strong', 'moves', ...hues].flatMap((mark) => surfaces.map((surface) => [mark, surface] as const)),
  )('draws --%s on --%s with a contrast of 3 or more', (mark, surface) =>
    expect(contrastOf(mark, surface, theme)).toBeGreaterThanOrEqual(3),
  );

  it('draws dots of a hue on its own soft box with a contrast of 2.5 or more', () => {
    for (const hue of hues) expect(contrastOf(hue, `${hue}-soft`, theme), hue).toBeGreaterThanOrEqual(2.5);
  });

  it('tells moving from staying by lightness alone', () => {
    expect(contrastOf('moves', 'stays', theme)).toBeGreaterThanOrEqual(1.5);
  });

  it.each(Object.entries(visions))('keeps any two hues 15 CIE Lab units apart in %s vision', (_, vision) => {
    const distances = hues.flatMap((a, i) =>
      hues.slice(0, i).map((b) => ({
        pair: `${a} ${b}`,
        distance: computeDistance(colorOf(a, theme), colorOf(b, theme), vision),
      })),
    );
    expect(distances).toHaveLength(28);
    expect(distances.filter(({ distance }) => distance < 15)).toEqual([]);
  });
});

describe('tokens.css', () => {
  it('gives every colour a light and a dark value', () => {
    const names = [...defaults.matchAll(/--([\w-]+):[^;]*#/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => !tokens.has(name ?? ''))).toEqual([]);
  });

  it('follows the system unless data-theme says otherwise', () => {
    expect(css).toMatch(/:root \{\s*color-scheme: light dark;/);
    for (const theme of themes) expect(css).toContain(`:root[data-theme="${theme}"] {\n  color-scheme: ${theme};\n}`);
  });
});
