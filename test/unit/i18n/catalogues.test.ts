import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/catalogues/en.ts';
import { ru } from '../../../src/i18n/catalogues/ru.ts';
import { zh } from '../../../src/i18n/catalogues/zh.ts';
import type { Catalogue } from '../../../src/i18n/i18n.ts';
import { locales } from '../../../src/i18n/locales.ts';
import { baseKey, placeholdersOf } from './checkTexts.ts';

const catalogues: Readonly<Record<string, Catalogue>> = { en, zh, ru };
const ids = locales.map(({ id }) => id);
const translated = ids.filter((id) => id !== 'en');

/** Base keys of English that have plural forms. */
const pluralBases = new Set(
  Object.keys(en)
    .filter((key) => baseKey(key) !== key)
    .map(baseKey),
);

/** SQL, marks of agreement, names, formulas: the same in every language. */
const alike = new Set([
  'app.title',
  'headline.question',
  'inspect.key',
  'inspect.null',
  'inspect.remainder',
  'nodes.change',
  'presenter.counter',
  'report.server',
  'scenario.goTo',
  'source.uuidv4',
  'source.uuidv7',
  'status.chi',
  'strip.tooltipBound',
  'timeline.lock',
  'verify.errorAt',
  'verify.fact.version',
  'verify.verdict.fail',
  'verify.verdict.pass',
  'view.sql',
]);

function catalogueOf(id: string): Catalogue {
  const catalogue = catalogues[id];
  if (catalogue === undefined) throw new Error(`the test imports no catalogue for ${id}`);
  return catalogue;
}

/** Every key a language must have: base keys of English, those with plurals once for each form of the language. */
function expectedKeys(id: string): string[] {
  const forms = new Intl.PluralRules(id).resolvedOptions().pluralCategories;
  const bases = [...new Set(Object.keys(en).map(baseKey))];
  return bases.flatMap((base) => (pluralBases.has(base) ? forms.map((form) => `${base}_${form}`) : [base])).sort();
}

function englishOf(key: string): string {
  const texts: Catalogue = en;
  const text = texts[key] ?? texts[`${baseKey(key)}_other`];
  if (text === undefined) throw new Error(`English has no text for ${key}`);
  return text;
}

describe.each(ids)('the catalogue %s', (id) => {
  const entries = Object.entries(catalogueOf(id));

  it('has the keys of English, with the plural forms of its language', () => {
    expect(entries.map(([key]) => key).sort()).toEqual(expectedKeys(id));
  });

  it('has the placeholders of English in every text', () => {
    const differing = entries.filter(
      ([key, text]) => placeholdersOf(text).join() !== placeholdersOf(englishOf(key)).join(),
    );
    expect(differing).toEqual([]);
  });

  it('has balanced braces, so that no placeholder is shown as it is written', () => {
    const broken = entries.filter(([, text]) => /\{\{|\}\}/.test(text.replaceAll(/\{\{\w+\}\}/g, '')));
    expect(broken).toEqual([]);
  });

  it('has no text that is empty or begins or ends with a space', () => {
    expect(entries.filter(([, text]) => text === '' || text !== text.trim())).toEqual([]);
  });

  it('has no exclamation mark', () => {
    expect(entries.filter(([, text]) => /[!！]/.test(text))).toEqual([]);
  });
});

describe.each(translated)('the translation %s', (id) => {
  const entries = Object.entries(catalogueOf(id));

  it('differs from English wherever a text is not the same in every language', () => {
    const same = entries.filter(([key, text]) => text === englishOf(key) && !alike.has(baseKey(key)));
    expect(same).toEqual([]);
  });

  it('keeps SQL, lock modes and the names of products as they are', () => {
    const fixed = (text: string): string[] =>
      text.match(/\b(?:PostgreSQL|Shardscope|PGlite|[A-Z]{3,})\b/g)?.toSorted() ?? [];
    const lost = entries.filter(([key, text]) => fixed(text).join() !== fixed(englishOf(key)).join());
    expect(lost).toEqual([]);
  });
});

describe('texts that are the same in every language', () => {
  it('are equal to English in at least one translation, so that the list holds nothing else', () => {
    const same = [...alike].filter((key) => translated.some((id) => catalogueOf(id)[key] === englishOf(key)));
    expect(same).toEqual([...alike]);
  });
});

describe('labels of the narrow scenario panel', () => {
  const fields = Object.keys(en).filter((key) => /^scenario\.\w+$|^source\.field\./.test(key));
  const labels = fields.filter((key) => !/Help$|_|scenario\.(?:add|remove|sourceOf|reach|goTo|more|fewer)/.test(key));

  it.each(ids)('have no word in %s that is longer than the column', (id) => {
    const words = labels.flatMap((key) => (catalogueOf(id)[key] ?? '').split(/\s/));
    expect(words.filter((word) => word.length > 13)).toEqual([]);
  });
});
