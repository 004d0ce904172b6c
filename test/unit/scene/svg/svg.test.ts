import { describe, expect, it } from 'vitest';
import { toHex, toPixel } from '../../../../src/scene/colourWords.ts';
import { createDotBuffer, dotLayer } from '../../../../src/scene/svg/dotLayer.ts';
import { embedFonts, hasAny } from '../../../../src/scene/svg/embedFonts.ts';
import { fontSubsetIds, fontSubsets } from '../../../../src/scene/svg/fontSubsets.ts';
import { pictureSvg } from '../../../../src/scene/svg/picture.ts';
import { escapeXml, tag, textTag } from '../../../../src/scene/svg/svg.ts';
import { createSvgPath } from '../../../../src/scene/svg/svgPath.ts';
import { tableSvg } from '../../../../src/scene/svg/tableSvg.ts';
import { cutText, lineWidth, wrapText } from '../../../../src/scene/svg/textRoom.ts';
import { testTheme } from '../../../fixtures/services.ts';

describe('a text in SVG', () => {
  it.each([
    ['<b>&"\'', '&lt;b&gt;&amp;&quot;&#39;'],
    ['a\u0000b\u001fc\ufffe', 'a\ufffdb\ufffdc\ufffd'],
    ['half \ud83d of a character', 'half \ufffd of a character'],
    ['😀 订单', '😀 订单'],
  ])('is written %j as %j', (text, written) => {
    expect(escapeXml(text)).toBe(written);
    expect(textTag('text', {}, text)).toBe(`<text>${written}</text>`);
    expect(tag('g', { id: text })).toBe(`<g id="${written}"/>`);
  });
});

describe('a path', () => {
  it('writes a whole turn as two halves', () => {
    const path = createSvgPath();
    path.arc(0, 0, 10, 0, 2 * Math.PI);
    expect(path.data.join('')).toBe('M10 0A10 10 0 0 1 -10 0A10 10 0 0 1 10 0');
  });

  it('leads to an arc that begins elsewhere, as a canvas does', () => {
    const path = createSvgPath();
    path.moveTo(0, 0);
    path.arc(0, 0, 10, 0, Math.PI);
    expect(path.data.slice(0, 2)).toEqual(['M0 0', 'L10 0']);
  });
});

describe('a layer of dots', () => {
  it('has a path a colour and a place a dot, however many lie there', () => {
    const buffer = createDotBuffer(4, 2);
    const [red, blue] = [toPixel('rgb(255, 0, 0)'), toPixel('#0000ff')];
    buffer.pixels[0] = red;
    buffer.pixels[9] = blue;
    buffer.pixels[10] = red;
    expect(dotLayer(buffer, 3, 100).join('')).toBe(
      [
        '<g transform="translate(0.25 100.25) scale(0.5)" fill="none" stroke-width="6" stroke-linecap="round">',
        '<path stroke="#ff0000" d="M0 0h0M2 1h0"/>',
        '<path stroke="#0000ff" d="M1 1h0"/>',
        '</g>',
      ].join('\n'),
    );
  });

  it('without dots is nothing', () => {
    expect(dotLayer(createDotBuffer(4, 2), 3)).toEqual([]);
  });
});

describe('colours', () => {
  it.each([
    ['rgb(66, 105, 208)', '#4269d0'],
    ['#4269d0', '#4269d0'],
    ['color(srgb 1 0 0)', '#808080'],
  ])('take %s for %s', (colour, hex) => {
    expect(toHex(toPixel(colour))).toBe(hex);
  });
});

describe('lines of text', () => {
  it('break after spaces, and beside Chinese characters', () => {
    expect(wrapText('one two three', 10, 45)).toEqual(['one two', 'three']);
    expect(wrapText('八个分区变为十二个', 10, 40)).toEqual(['八个分区', '变为十二', '个']);
    expect(wrapText('', 10, 40)).toEqual([]);
  });

  it('are no longer than the room, but for single words', () => {
    const text = 'PostgreSQL 不能把 8 个分区原地变成 12 个：each modulus must divide the next.';
    for (const line of wrapText(text, 13, 200)) expect(lineWidth(line, 13)).toBeLessThanOrEqual(200);
    expect(wrapText(text, 13, 200).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });
});

describe('a text with too little room', () => {
  it('ends where it would leave it', () => {
    expect(cutText('one two three', 10, 200)).toBe('one two three');
    const cut = cutText('one two three', 10, 60);
    expect(cut).toBe('one two…');
    expect(lineWidth(cut, 10)).toBeLessThanOrEqual(60);
  });
});

describe('a table', () => {
  const columns = [
    { label: 'Name', align: 'start' },
    { label: 'Rows', align: 'end' },
    { label: 'Becomes', align: 'start' },
  ] as const;
  const xs = (svg: string): number[] => [...svg.matchAll(/<text x="([\d.]+)"/g)].map(([, x]) => Number(x));

  it('keeps all columns in the picture, and cuts only what leaves no room for others', () => {
    const long = 'p_1, '.repeat(80);
    const svg = tableSvg({ columns, rows: [['orders_0', '12 345', long]] }, testTheme).marks.join('');
    expect(svg).toContain('>orders_0<');
    expect(svg).toContain('>12 345<');
    expect(svg).toMatch(/>p_1, [^<]*…</);
    expect(Math.max(...xs(svg))).toBeLessThan(1184);
  });

  it('shares the room among columns that are all too long', () => {
    const long = 'x'.repeat(300);
    const svg = tableSvg({ columns, rows: [[long, '1', long]] }, testTheme).marks.join('');
    const lengths = [...svg.matchAll(/>(x+)…</g)].map(([, text]) => text!.length);
    expect(lengths).toHaveLength(2);
    expect(lengths[0]).toBe(lengths[1]);
    expect(lengths[0]).toBeGreaterThan(50);
  });

  it('without rows is its head', () => {
    expect(tableSvg({ columns, rows: [] }, testTheme).marks.join('')).toContain('>Becomes<');
  });
});

describe('the fonts of a file', () => {
  it('come first in it, each for its characters', () => {
    const svg = embedFonts('<svg font-family="Inter, a&gt;b">\n<g/>\n</svg>', [
      { ranges: fontSubsets.latin, base64: 'QQ==' },
      { ranges: fontSubsets.cyrillic, base64: 'Qg==' },
    ]);
    expect(svg).toMatch(/^<svg font-family="Inter, a&gt;b">\n<style>\n@font-face/);
    expect(svg).toMatch(/base64,QQ==[^}]*unicode-range:U\+20-7e,.*\n.*base64,Qg==[^}]*unicode-range:U\+400-45f,/);
    expect(svg).toMatch(/<\/style>\n<g\/>\n<\/svg>$/);
  });

  it.each([
    ['orders_8', ['latin']],
    ['8 → 16', ['latin']],
    ['узел №1', ['latin', 'cyrillic']],
    ['λ', ['greek']],
    ['ž', ['latinExtended']],
    ['分区', []],
  ])('for %j are %j', (text, subsets) => {
    expect(fontSubsetIds.filter((subset) => hasAny(text, fontSubsets[subset]))).toEqual(subsets);
  });
});

describe('a picture', () => {
  const texts = {
    title: 'Title',
    lines: ['A line.'],
    description: '',
    legend: [{ swatch: 'dot', colour: 'rgb(1, 2, 3)', text: 'a dot' }],
  } as const;
  const body = () => ({ height: 100, marks: ['<g/>'] });

  it('has the headline above and the legend below its body', () => {
    const svg = pictureSvg(testTheme, texts, body);
    const order = ['>Title<', '>A line.<', '<g/>', '>a dot<'].map((part) => svg.lastIndexOf(part));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
  });

  it('that stands beside its headline is lower by it', () => {
    const height = (svg: string): number => Number(/ height="(\d+)"/.exec(svg)![1]);
    const bare = pictureSvg(testTheme, { ...texts, isBare: true }, body);
    expect(height(pictureSvg(testTheme, texts, body)) - height(bare)).toBeGreaterThan(40);
    expect(bare).not.toContain('A line.');
  });

  it('has colours in digits, and refers to nothing', () => {
    const svg = pictureSvg(testTheme, texts, body);
    expect(svg).not.toMatch(/var\(|url\(|href|rgb\(|<style|<script|foreignObject/);
    expect(svg).toContain('fill="#141414"');
    expect(svg).toContain('fill="#010203"');
  });
});
