import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/catalogues/en.ts';
import { readSourceTree } from '../../tools/sourceTree.ts';
import { checkTexts } from './checkTexts.ts';
import { endings } from './endings.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

function readModules(): Map<string, string> {
  const files = [...readSourceTree(root, ['src'])];
  return new Map(files.filter(([path]) => /\.tsx?$/.test(path) && !path.startsWith('src/i18n/catalogues/')));
}

describe('the texts of the app', () => {
  it('has a text for every use, a use for every text, and every parameter a text asks for', () => {
    const passOn = ['src/keys/validateKeySpec.ts'];
    expect(checkTexts(readModules(), { texts: en, endings, passOn })).toEqual([]);
  });
});

const texts = {
  'menu.file': 'File',
  'notice.copied_one': '{{count}} line',
  'notice.copied_other': '{{count}} lines',
  'problem.tooLong': 'At most {{max}}',
  'view.sql': 'SQL',
};

const sound = [
  `const label = t('menu.file');`,
  `setUi({ key: 'notice.copied', params: { count } });`,
  `problem('tooLong', { value, max: 1 });`,
  `const text = tDynamic(\`problem.\${id}\`, params);`,
  `const tab = t(\`view.\${id}\`);`,
];

function check(...lines: readonly string[]): string[] {
  const files = new Map([['src/a.ts', lines.join('\n')]]);
  return checkTexts(files, { texts, endings: new Map([['view.', ['sql']]]), passOn: [] });
}

describe('the check of texts', () => {
  it('finds nothing wrong with sound sources', () => {
    expect(check(...sound)).toEqual([]);
  });

  it.each([
    ['a key without a text', `t('menu.edit');`, 'src/a.ts: menu.edit has no text'],
    ['a plural key by its form', `t('notice.copied_one', { count });`, 'src/a.ts: notice.copied_one has no text'],
    ['a key in data without a text', `const a = { key: 'notice.gone' };`, 'src/a.ts: notice.gone has no text'],
    [
      'a composed key that is not listed',
      `t(\`menu.\${id}\`);`,
      'src/a.ts: menu. is completed at run time, but its endings',
    ],
    ['a problem without a text', `problem('tooShort');`, 'problem.tooShort: is made of parts, but has no text'],
    ['a problem of an unreadable id', 'problem(id);', `src/a.ts: makes a problem of an id that can't be read`],
    ['a problem without a parameter', `problem('tooLong', { value });`, 'src/a.ts: problem.tooLong asks for {{max}}'],
    ['a problem in a helper', `checkInteger('tooBig', 1);`, 'problem.tooBig: is made of parts, but has no text'],
    ['a call without a parameter', `t('notice.copied');`, 'src/a.ts: notice.copied asks for {{count}}'],
    [
      'a choice without a parameter',
      `t(a ? 'view.sql' : 'notice.copied');`,
      'src/a.ts: notice.copied asks for {{count}}',
    ],
    ['data without a parameter', `const a = { key: 'notice.copied' };`, 'src/a.ts: notice.copied asks for {{count}}'],
    [
      'parameters from a constant that lacks one',
      `const given = { rows }; t('notice.copied', given);`,
      'src/a.ts: notice.copied asks for {{count}}',
    ],
  ])('finds %s', (_, line, sentence) => {
    expect(check(...sound, line)).toEqual([expect.stringContaining(sentence)]);
  });

  it('finds a text that is used nowhere', () => {
    expect(check(...sound.slice(1))).toEqual(['menu.file: is used nowhere']);
  });

  it('finds a text that only a comment names', () => {
    expect(check(`// t('menu.file')`, ...sound.slice(1))).toEqual(['menu.file: is used nowhere']);
  });

  it('finds listed endings that no source asks for', () => {
    expect(check(...sound.slice(0, -1))).toEqual(['view.: no source makes such keys', 'view.sql: is used nowhere']);
  });
});
