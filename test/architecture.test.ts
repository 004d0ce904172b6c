import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkTree } from './tools/architecture.ts';
import { layers, limits, registries } from './tools/architectureRules.ts';
import { readSourceTree } from './tools/sourceTree.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const lines = (count: number): string => 'export {};\n'.repeat(count);

/** A small tree that keeps every rule: each layer, each exempt file, each registry with one member in its list. */
function legalTree(): Map<string, string> {
  const files = new Map<string, string>();
  for (const layer of layers) files.set(`src/${layer}/base.ts`, `export const base = '${layer}';\n`);
  for (const path of limits.impureFiles) files.set(path, 'export const now = () => performance.now();\n');
  for (const prefix of limits.longFiles) files.set(`${prefix}en.ts`, lines(500));
  for (const prefix of limits.otherLanguages) files.set(`${prefix}index.ts`, '@inline\nfunction f(): i32 {}\n');
  for (const { folder, list, memberType } of registries) {
    const folderFromList = list.startsWith(folder) ? './' : `./${folder.split('/').at(-2)}/`;
    files.set(`${folder}first.ts`, `export const first: ${memberType} = { id: 'first' };\n`);
    files.set(list, `import { first } from '${folderFromList}first.ts';\nexport const all = [first] as const;\n`);
  }
  return files;
}

interface Plant {
  readonly rule: string;
  readonly path: string;
  readonly text: string;
  readonly says: string;
}

const plants: readonly Plant[] = [
  {
    rule: 'a static import of a later layer',
    path: 'src/hash/a.ts',
    text: `import { base } from '../planner/base.ts';`,
    says: 'hash may not import src/planner/base.ts',
  },
  {
    rule: 'a type-only import of a later layer',
    path: 'src/lib/a.ts',
    text: `import type { Base } from '../hash/base.ts';`,
    says: 'lib may not import src/hash/base.ts',
  },
  {
    rule: 'a side-effect import of a later layer',
    path: 'src/sql/a.ts',
    text: `import '../engine/base.ts';`,
    says: 'sql may not import src/engine/base.ts',
  },
  {
    rule: 'a dynamic import of a later layer',
    path: 'src/scene/a.ts',
    text: `export const load = () => import('../views/base.ts');`,
    says: 'scene may not import src/views/base.ts',
  },
  {
    rule: 'export from a later layer',
    path: 'src/keys/a.ts',
    text: `export { base } from '../topology/base.ts';`,
    says: 'keys may not import src/topology/base.ts',
  },
  {
    rule: 'export all from a later layer',
    path: 'src/planner/a.ts',
    text: `export * from '../sql/base.ts';`,
    says: 'planner may not import src/sql/base.ts',
  },
  {
    rule: 'an import type expression of a later layer',
    path: 'src/store/a.ts',
    text: `export type Base = import('../app/base.ts').Base;`,
    says: 'store may not import src/app/base.ts',
  },
  {
    rule: 'a worker of a later layer by its URL',
    path: 'src/engine/a.ts',
    text: `export const make = () => new Worker(new URL('../postgres/base.ts', import.meta.url), { type: 'module' });`,
    says: 'engine may not import src/postgres/base.ts',
  },
  {
    rule: 'an import of a file that was not read',
    path: 'src/app/a.ts',
    text: `import { gone } from './gone.ts';`,
    says: 'imports src/app/gone.ts, which does not exist',
  },
  {
    rule: 'an import without extension',
    path: 'src/app/a.ts',
    text: `import { base } from './base';`,
    says: 'imports src/app/base without its extension',
  },
  {
    rule: 'an import from outside src',
    path: 'src/app/a.ts',
    text: `import { x } from '../../test/x.ts';`,
    says: 'imports test/x.ts, which is in no layer',
  },
  { rule: 'a folder that is no layer', path: 'src/utils/a.ts', text: 'export {};', says: 'is in no layer' },
  {
    rule: 'ui importing the store',
    path: 'src/ui/a.tsx',
    text: `import type { State } from '../store/base.ts';`,
    says: 'ui may not import src/store/base.ts',
  },
  {
    rule: 'ui importing a pure layer other than lib and scene',
    path: 'src/ui/a.tsx',
    text: `import { base } from '../planner/base.ts';`,
    says: 'ui may not import src/planner/base.ts',
  },
  {
    rule: 'a view importing another view',
    path: 'src/views/strip/a.tsx',
    text: `import { first } from '../sql/Sql.tsx';`,
    says: 'a view may not import another view, src/views/sql/Sql.tsx',
  },
  {
    rule: 'React in the store',
    path: 'src/store/a.ts',
    text: `import { useState } from 'react';`,
    says: 'imports react, which only',
  },
  {
    rule: 'React DOM in the scene',
    path: 'src/scene/a.ts',
    text: `import { createRoot } from 'react-dom/client';`,
    says: 'imports react-dom/client, which only',
  },
  {
    rule: 'zustand in a view',
    path: 'src/views/strip/a.tsx',
    text: `import { useStore } from 'zustand';`,
    says: 'imports zustand, which only src/store/ may',
  },
  {
    rule: 'PGlite outside postgres',
    path: 'src/app/a.ts',
    text: `export const load = () => import('@electric-sql/pglite');`,
    says: 'imports @electric-sql/pglite, which only src/postgres/ may',
  },
  {
    rule: 'd3-zoom in the scene',
    path: 'src/scene/a.ts',
    text: `import { zoom } from 'd3-zoom';`,
    says: 'imports d3-zoom, which only src/views/ may',
  },
  {
    rule: 'd3-selection in ui',
    path: 'src/ui/a.ts',
    text: `import { select } from 'd3-selection';`,
    says: 'imports d3-selection, which only src/views/ may',
  },
  {
    rule: 'a D3 module that is not on the list',
    path: 'src/scene/a.ts',
    text: `import { forceSimulation } from 'd3-force';`,
    says: 'imports d3-force, which only no file may',
  },
  {
    rule: 'd3-scale in the planner',
    path: 'src/planner/a.ts',
    text: `import { scaleLinear } from 'd3-scale';`,
    says: 'imports d3-scale, which only',
  },
  {
    rule: 'Node in the app',
    path: 'src/app/a.ts',
    text: `import { readFileSync } from 'node:fs';`,
    says: 'imports node:fs, which only src/engine/simd/build/, src/app/build/ may',
  },
  { rule: 'the clock', path: 'src/keys/a.ts', text: 'export const t = () => Date.now();', says: 'uses Date.now' },
  { rule: 'a date of now', path: 'src/keys/a.ts', text: 'export const t = () => new Date();', says: 'uses new Date()' },
  { rule: 'chance', path: 'src/keys/a.ts', text: 'export const t = () => Math.random();', says: 'uses Math.random' },
  {
    rule: 'the performance clock outside the worker',
    path: 'src/engine/a.ts',
    text: 'export const t = performance.now();',
    says: 'uses performance.now',
  },
  {
    rule: 'window',
    path: 'src/scene/a.ts',
    text: 'export const w = window.innerWidth;',
    says: 'uses window.innerWidth',
  },
  { rule: 'document', path: 'src/sql/a.ts', text: 'export const b = document.body;', says: 'uses document.body' },
  {
    rule: 'localStorage',
    path: 'src/lib/a.ts',
    text: `export const s = localStorage.getItem('x');`,
    says: 'uses localStorage.getItem',
  },
  { rule: 'a cast to any', path: 'src/app/a.ts', text: 'export const x = 1 as any;', says: 'uses the type any' },
  { rule: 'console', path: 'src/app/a.ts', text: `console.log('x');`, says: 'writes to the console' },
  {
    rule: 'a silenced compiler',
    path: 'src/app/a.ts',
    text: '// @ts-expect-error planted\nexport const x = 1;',
    says: 'silences the compiler with @ts-expect-error',
  },
  { rule: 'a syntax error', path: 'src/app/a.ts', text: 'export const = ;', says: 'does not parse' },
  { rule: 'a long file', path: 'src/app/a.ts', text: lines(401), says: 'has 401 lines, more than 400' },
  {
    rule: 'a long style sheet',
    path: 'src/ui/a.css',
    text: 'a {}\n'.repeat(401),
    says: 'has 401 lines, more than 400',
  },
  { rule: 'a long test', path: 'test/unit/a.test.ts', text: lines(401), says: 'has 401 lines, more than 400' },
  { rule: 'a long worker entry', path: 'src/engine/b.worker.ts', text: lines(41), says: 'has 41 lines, more than 40' },
  ...registries.map(({ folder, list, memberType }) => ({
    rule: `a ${memberType} that its list leaves out`,
    path: `${folder}second.ts`,
    text: `export const second: ${memberType} = { id: 'second' };`,
    says: `is missing from ${list}`,
  })),
  ...registries.map(({ folder, list }) => ({
    rule: `a file of ${folder} that nothing there uses`,
    path: `${folder}third.ts`,
    text: `export const third = make('third');`,
    says: `is missing from ${list}`,
  })),
];

describe('the repository', () => {
  const files = readSourceTree(root, ['src', 'test']);

  it('keeps every rule of the architecture', () => {
    expect(checkTree(files)).toEqual([]);
  });

  it('is read whole: every layer and more than 100 source files are seen', () => {
    const sources = [...files.keys()].filter((path) => path.startsWith('src/'));
    expect(sources.length).toBeGreaterThan(100);
    for (const layer of layers) expect(sources.some((path) => path.startsWith(`src/${layer}/`))).toBe(true);
  });
});

describe('checkTree', () => {
  it('accepts a legal tree', () => {
    expect(checkTree(legalTree())).toEqual([]);
  });

  it.each(plants.map((plant) => [plant.rule, plant] as const))('reports %s', (_rule, { path, text, says }) => {
    const files = legalTree().set('src/views/sql/Sql.tsx', 'export const Sql = 1;\n').set(path, text);
    const violations = checkTree(files);
    expect(violations).toHaveLength(1);
    expect(violations[0]).toContain(`${path}: `);
    expect(violations[0]).toContain(says);
  });

  it.each(limits.impureFiles)('reports that %s no longer needs its exemption', (path) => {
    const violation = `${path}: may use the clock and the page, but is gone or uses neither`;
    expect(checkTree(legalTree().set(path, 'export {};\n'))).toEqual([violation]);
    const files = legalTree();
    files.delete(path);
    expect(checkTree(files)).toEqual([violation]);
  });

  it.each(limits.longFiles)('reports that %s, where files may be long, is gone', (prefix) => {
    const files = legalTree();
    files.delete(`${prefix}en.ts`);
    expect(checkTree(files)).toEqual([`${prefix}: may hold long files, but is gone`]);
  });

  it.each(limits.otherLanguages)('reports that %s, which is no TypeScript, is gone', (prefix) => {
    const files = legalTree();
    files.delete(`${prefix}index.ts`);
    expect(checkTree(files)).toEqual([`${prefix}: is not read as TypeScript, but is gone`]);
  });

  it.each(registries)('reports a registry without list: $folder', ({ list }) => {
    const files = legalTree();
    files.delete(list);
    expect(checkTree(files)).toEqual([expect.stringMatching(`^${list}: the list of .* does not exist$`)]);
  });

  it('ignores comments and strings, and the clock where it is allowed', () => {
    const files = legalTree()
      .set(
        'src/lib/a.ts',
        `// import '../app/base.ts'; Date.now()\nexport const s = "import '../app/base.ts'; window.x";\n`,
      )
      .set('src/app/a.ts', 'export const t = () => Date.now();\n');
    expect(checkTree(files)).toEqual([]);
  });
});
