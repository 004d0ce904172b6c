import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/i18n/format.ts';
import { escapeMarkdown, reportMarkdown } from '../../src/store/report/markdown.ts';
import type { Report } from '../../src/store/report/report.ts';

describe('a text in Markdown', () => {
  it.each([
    ['a|b', String.raw`a\|b`],
    ['`rm`', String.raw`\`rm\``],
    ['two\r\nlines', 'two lines'],
    ['<script>', '&lt;script&gt;'],
    ['&lt;', '&amp;lt;'],
    ['**bold** _soft_', String.raw`\*\*bold\*\* \_soft\_`],
    ['[x](y) ![z]', String.raw`\[x\](y) \!\[z\]`],
    ['back\\slash', String.raw`back\\slash`],
    ['orders_8_0', 'orders_8_0'],
    ['заказы_8_0', 'заказы_8_0'],
  ])('is written %j as %j', (text, written) => {
    expect(escapeMarkdown(text)).toBe(written);
  });

  it('neither leaves its cell nor its line, whatever it is (seed 31)', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a|`\\\n\r<>&_*[]#!~ \u2028') }), (text) => {
        const column = { label: 'x', kind: 'text' } as const;
        const table = { caption: '', columns: [column, column], rows: [[text, 'end']] };
        const report: Report = {
          name: text,
          question: '?',
          answer: [text],
          sections: [{ id: 'nodes', heading: 'nodes', table }],
        };
        const lines = reportMarkdown(report, formatOf('en')).trimEnd().split('\n');
        const row = lines.at(-1)!;
        // Borders are the pipes that no backslash takes away: an even number stands before them.
        expect(row.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(3);
        expect(lines.join('\n')).not.toMatch(/[<>\r\u2028]/);
        expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(2);
      }),
      { seed: 31, numRuns: 300 },
    );
  });
});
