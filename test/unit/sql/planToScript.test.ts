import { describe, expect, it } from 'vitest';
import { postgres } from '../../../src/sql/dialects/postgres.ts';
import { joinScript, type SectionLines, sectionLines } from '../../../src/sql/joinScript.ts';
import { planToScript } from '../../../src/sql/planToScript.ts';
import type { SqlScript } from '../../../src/sql/script.ts';
import {
  mergePlan,
  orders,
  part,
  planOf,
  rebuildPlan,
  splitPlan,
  uniform,
  weirdSplit,
  weirdTable,
} from './planFixtures.ts';

const plan = splitPlan('copy', 'orders_', 8, 16);

describe('planToScript', () => {
  it('has a set-up section and one section a step, in order', () => {
    const { sections } = planToScript(postgres, plan, orders);
    expect(sections.map((section) => section.step)).toEqual([-1, 0, 1, 2, 3, 4, 5, 6, 7]);
    for (const { text } of sections) expect(text).toMatch(/;\n$/);
  });

  it('puts the note of a step under its headline and cannot be broken out of by a line feed', () => {
    const script = planToScript(postgres, plan, orders, [undefined, 'reads 1 row\nwrites 2\rDROP TABLE orders;']);
    expect(script.sections[1]?.text.split('\n')[1]).toBe("SET lock_timeout = '1s';");
    expect(script.sections[2]?.text.split('\n').slice(0, 4)).toEqual([
      '-- Step 2 of 8: split orders_8_1 into orders_16_1, orders_16_9',
      '-- reads 1 row',
      '-- writes 2 DROP TABLE orders;',
      "SET lock_timeout = '1s';",
    ]);
  });

  it('keeps the order of the seeds: detach, create, insert, guard, commit, drop', () => {
    const { text } = planToScript(postgres, plan, orders).sections[1]!;
    const order = [
      "SET lock_timeout = '1s';",
      'BEGIN;',
      'ALTER TABLE orders DETACH PARTITION orders_8_0;',
      'CREATE TABLE orders_16_0 PARTITION OF orders\n  FOR VALUES WITH (MODULUS 16, REMAINDER 0);',
      'CREATE TABLE orders_16_8 PARTITION OF orders\n  FOR VALUES WITH (MODULUS 16, REMAINDER 8);',
      'INSERT INTO orders SELECT * FROM orders_8_0;',
      'RAISE EXCEPTION',
      '\nCOMMIT;',
      'DROP TABLE orders_8_0_old;',
    ].map((part) => text.indexOf(part));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
  });

  it('copies when keep half has no heir to keep', () => {
    const narrow = planOf(
      'keepHalf',
      [part('a', 4, 2)],
      [part('w', 2, 0)],
      [['merge', [part('a', 4, 2)], [part('w', 2, 0)]]],
    );
    expect(planToScript(postgres, narrow, orders).sections[1]?.text).toContain('INSERT INTO orders SELECT * FROM a;');
  });

  it('lists eight names in a headline and says how many more there are', () => {
    const { text } = planToScript(postgres, mergePlan('copy', 'o', 32, 1), orders).sections[1]!;
    expect(text.split('\n')[0]).toBe(
      '-- Step 1 of 1: merge o32_0, o32_1, o32_2, o32_3, o32_4, o32_5, o32_6, o32_7 and 24 more into o1_0',
    );
  });

  it('writes a bpchar column without a length so that it is not one character long', () => {
    const table = {
      ...orders,
      keyColumns: ['character', 'character(3)'].map((sqlType, i) => ({ name: `k${i}`, sqlType })),
    };
    expect(postgres.setup(table, [])).toContain('  k0 bpchar,\n  k1 character(3)\n');
  });

  it('warns before the first copy of a rebuild, once', () => {
    const { sections } = planToScript(postgres, rebuildPlan(uniform('a', 2), uniform('b', 3)), orders);
    const warned = sections.filter(({ text }) => text.includes('writes to orders must be stopped, or replayed'));
    expect(warned.map(({ step }) => step)).toEqual([1]);
  });

  it('writes one line a partition for large layouts, and a plan of 1024 steps', () => {
    const large = splitPlan('copy', 'orders_', 1024, 2048);
    const { sections } = planToScript(postgres, large, orders);
    expect(sections).toHaveLength(1025);
    expect(sections[0]?.text.match(/^CREATE TABLE \S+ PARTITION OF orders FOR VALUES WITH \(.*\);$/gm)).toHaveLength(
      1024,
    );
  });
});

function linesOf({ sections }: SqlScript): SectionLines[] {
  const lines: SectionLines[] = [];
  for (const section of sections) lines.push(sectionLines(section, lines.at(-1)));
  return lines;
}

describe('sectionLines', () => {
  it.each([
    ['plain names', plan, orders],
    ['names with line ends', weirdSplit('copy'), weirdTable],
  ] as const)('finds each section in the joined text (%s)', (_, each, table) => {
    const script = planToScript(postgres, each, table);
    const lines = joinScript(script).split('\n');
    const found = linesOf(script).map(({ step, first, last }) => ({
      step,
      text: `${lines.slice(first - 1, last).join('\n')}\n`,
    }));
    expect(found).toEqual(script.sections);
  });

  it('counts a carriage return as an editor does', () => {
    const script = {
      sections: [
        { step: -1, text: 'a\rb\r\nc\n' },
        { step: 0, text: 'd\n' },
      ],
    };
    expect(linesOf(script)).toEqual([
      { step: -1, first: 1, last: 3 },
      { step: 0, first: 5, last: 5 },
    ]);
  });
});
