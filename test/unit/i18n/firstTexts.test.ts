import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/catalogues/en.ts';
import { enFirst } from '../../../src/i18n/catalogues/enFirst.ts';
import { baseKey } from './checkTexts.ts';
import { readTexts } from './textUse.ts';

const entry = fileURLToPath(new URL('../../../src/app/main.tsx', import.meta.url));
const namespaces = new Set(Object.keys(en).map((key) => key.split('.')[0]!));
const first: ReadonlySet<string> = new Set(Object.keys(enFirst).map(baseKey));
const all = [...new Set(Object.keys(en).map(baseKey))];

/** What code of the first load names, but shows only after the reader has done something, or in a message that waits. */
const later = [
  /^(?:edit|notice|problem|source|scheme|drop)\./,
  /^layout\.(?:drop|said)\./,
  /^(?:settings|gallery|recent|versions|history)\.title$/,
  /^(?:verify\.absent|error\.uncaught)$/,
];

/** Modules that come with the entry: whatever it imports other than by import(), and what those import. */
function loadedFirst(path: string, seen = new Map<string, string>()): ReadonlyMap<string, string> {
  if (seen.has(path)) return seen;
  const source = readFileSync(path, 'utf8');
  seen.set(path, source);
  for (const node of parseSync(path, source).program.body) {
    if (node.type !== 'ImportDeclaration' || node.importKind === 'type') continue;
    const { value } = node.source;
    if (/^\..*\.tsx?$/.test(value)) loadedFirst(join(path, '..', value), seen);
  }
  return seen;
}

describe('the English texts that come with the page', () => {
  const sources = [...loadedFirst(entry)].filter(([path]) => !path.includes('/catalogues/'));
  const modules = sources.map(([path, source]) => readTexts(path, source, namespaces));
  const keys = new Set(modules.flatMap((module) => module.keys));
  const prefixes = [...new Set(modules.flatMap((module) => module.prefixes))];
  const isNamed = (key: string): boolean => keys.has(key) || prefixes.some((prefix) => key.startsWith(prefix));

  it('are all that the first picture and the window around it name', () => {
    const named = all.filter((key) => isNamed(key) && !later.some((pattern) => pattern.test(key)));
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((key) => !first.has(key))).toEqual([]);
  });

  it('are no others', () => {
    // The menu of languages is beside them, and is there before the later ones.
    expect([...first].filter((key) => !isNamed(key) && key !== 'language.label')).toEqual([]);
  });
});
