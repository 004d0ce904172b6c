import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { computeContrast, computeDistance, parseHex, type Rgb, visions } from './colour.ts';

const css = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');
const pattern = /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g;

interface Pair {
  readonly light: string;
  readonly dark: string;
}

/** The declarations of the first rule with this selector. */
function ruleOf(selector: string): string {
  const start = css.indexOf(`${selector} {\n`);
  if (start < 0) throw new Error(`tokens.css has no rule ${selector}`);
  return css.slice(start, css.indexOf('\n}', start));
}

function coloursIn(rule: string): Map<string, Pair> {
  return new Map([...rule.matchAll(pattern)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));
}

const defaults = ruleOf(':root');
const contrast = ruleOf(':root[data-theme="contrast"]');
const tokens = coloursIn(defaults);
const contrastTokens = coloursIn(contrast);

/** Each theme as it looks, with the least contrast of its texts and of its marks. */
const themes = [
  { name: 'light', scheme: 'light', own: tokens, text: 4.5, mark: 3, dot: 2.5 },
  { name: 'dark', scheme: 'dark', own: tokens, text: 4.5, mark: 3, dot: 2.5 },
  { name: 'high contrast on light', scheme: 'light', own: contrastTokens, text: 7, mark: 4.5, dot: 3 },
  { name: 'high contrast on dark', scheme: 'dark', own: contrastTokens, text: 7, mark: 4.5, dot: 3 },
] as const;
type Theme = (typeof themes)[number];

const surfaces = ['bg', 'surface', 'surface-2'];
const hues = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `hue-${n}`);
const texts = ['text', 'text-muted', 'text-faint', 'accent', 'ok', 'warn', 'error', 'lock'];
const code = ['sql-keyword', 'sql-string', 'sql-number', 'sql-comment'];

/** Text and what it is written on; tooltips are printed the other way round. */
const written: readonly (readonly [string, string])[] = [
  ...texts.flatMap((text) => surfaces.map((surface) => [text, surface] as const)),
  ...['text', 'text-muted'].flatMap((text) =>
    ['surface-hover', 'accent-soft'].map((surface) => [text, surface] as const),
  ),
  ['accent-text', 'accent'],
  ['accent-text', 'accent-hover'],
  ['accent', 'accent-soft'],
  ['text', 'error-soft'],
  ['error', 'error-soft'],
  ['text', 'warn-soft'],
  ['warn', 'warn-soft'],
  ['surface', 'text'],
  ...hues.map((hue) => ['text', `${hue}-soft`] as const),
  ...code.flatMap((token) => ['surface', 'accent-soft'].map((surface) => [token, surface] as const)),
];

function colorOf(name: string, theme: Theme): Rgb {
  const token = theme.own.get(name);
  if (token === undefined) throw new Error(`tokens.css has no colour --${name} of ${theme.name}`);
  return parseHex(token[theme.scheme]);
}

function contrastOf(a: string, b: string, theme: Theme): number {
  return computeContrast(colorOf(a, theme), colorOf(b, theme));
}

describe('the contrast formula', () => {
  it('gives 21 for black on white and 4.54 for #767676 on white', () => {
    const white = parseHex('#ffffff');
    expect(computeContrast(parseHex('#000000'), white)).toBeCloseTo(21, 5);
    expect(computeContrast(parseHex('#767676'), white)).toBeCloseTo(4.54, 2);
  });
});

describe.each(themes)('tokens of the theme: $name', (theme) => {
  it.each(written)(`writes --%s on --%s with a contrast of ${theme.text} or more`, (text, surface) =>
    expect(contrastOf(text, surface, theme)).toBeGreaterThanOrEqual(theme.text),
  );

  it.each(
    ['focus', 'border-strong', 'moves', ...hues].flatMap((mark) => surfaces.map((surface) => [mark, surface] as const)),
  )(`draws --%s on --%s with a contrast of ${theme.mark} or more`, (mark, surface) =>
    expect(contrastOf(mark, surface, theme)).toBeGreaterThanOrEqual(theme.mark),
  );

  it('draws dots of a hue on its own soft box clearly', () => {
    for (const hue of hues) expect(contrastOf(hue, `${hue}-soft`, theme), hue).toBeGreaterThanOrEqual(theme.dot);
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

  it('gives every colour a value of high contrast, with thicker borders and focus', () => {
    expect([...contrastTokens.keys()].toSorted()).toEqual([...tokens.keys()].toSorted());
    const width = (rule: string, name: string): number =>
      Number(new RegExp(`--${name}: (\\d+)px;`).exec(rule)?.[1] ?? Number.NaN);
    for (const name of ['border-width', 'focus-width'])
      expect(width(contrast, name), name).toBeGreaterThan(width(defaults, name));
  });

  it('outlines what high contrast can be told by: borders of 4.5, also around hovered rows', () => {
    for (const theme of themes.slice(2))
      for (const surface of [...surfaces, 'surface-hover'])
        expect(contrastOf('border', surface, theme), surface).toBeGreaterThanOrEqual(4.5);
  });

  it('follows the system unless data-theme says otherwise', () => {
    expect(css).toMatch(/:root \{\s*color-scheme: light dark;/);
    for (const theme of ['light', 'dark'])
      expect(css).toContain(`:root[data-theme="${theme}"] {\n  color-scheme: ${theme};\n}`);
    expect(contrast).not.toContain('color-scheme');
  });

  it('is light on paper, whatever the theme', () => {
    const paper = css.slice(css.indexOf('@media print'));
    expect(paper).toMatch(/^@media print \{\s*:root:root \{[^}]*color-scheme: light;/);
  });
});
