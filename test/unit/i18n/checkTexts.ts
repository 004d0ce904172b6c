import { type ModuleTexts, readTexts } from './textUse.ts';

/** Flat texts by key; plural forms end with _one, _few, _many or _other. */
export type Texts = Readonly<Record<string, string>>;

export function baseKey(key: string): string {
  return key.replace(/_(?:zero|one|two|few|many|other)$/, '');
}

export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))].sort();
}

/** All parameters that the forms of a text ask for. */
function wantedBy(texts: Texts, base: string): string[] {
  const forms = Object.entries(texts).filter(([key]) => baseKey(key) === base);
  return [...new Set(forms.flatMap(([, text]) => placeholdersOf(text)))];
}

export interface TextRules {
  readonly texts: Texts;
  /** Beginning of a key -> its possible endings, for keys that are put together. `problem.` is read from the sources. */
  readonly endings: ReadonlyMap<string, readonly string[]>;
  /** Modules that make problems of an id they are given. */
  readonly passOn: readonly string[];
}

/**
 * Compares the catalogue with the sources: every key that is used exists, every key that exists is used, and each text
 * gets the parameters it asks for.
 * @param files path -> text of every module
 * @returns one sentence per violation; empty when all is well
 */
export function checkTexts(files: ReadonlyMap<string, string>, { texts, endings, passOn }: TextRules): string[] {
  const bases = new Set(Object.keys(texts).map(baseKey));
  const namespaces = new Set([...bases].map((key) => key.split('.')[0] ?? ''));
  const modules = [...files].map(([path, source]) => [path, readTexts(path, source, namespaces)] as const);
  const problems = modules.flatMap(([, module]) => module.problems);
  const ids = [...new Set(problems.flatMap(({ id }) => (id === null ? [] : [id])))];
  const allEndings = new Map([...endings, ['problem.', ids]]);
  const expand = (key: string): string[] =>
    key.endsWith('.') ? (allEndings.get(key) ?? []).map((ending) => key + ending) : [key];

  const prefixes = new Set(modules.flatMap(([, module]) => module.prefixes));
  const used = new Set(modules.flatMap(([, module]) => module.keys));
  for (const prefix of prefixes) for (const key of expand(prefix)) used.add(key);

  return [
    ...modules.flatMap(([path, module]) => checkModule(path, module, bases, allEndings)),
    ...[...allEndings.keys()]
      .filter((prefix) => !prefixes.has(prefix))
      .map((prefix) => `${prefix}: no source makes such keys`),
    ...[...prefixes]
      .flatMap(expand)
      .filter((key) => !bases.has(key))
      .map((key) => `${key}: is made of parts, but has no text`),
    ...[...bases].filter((key) => !used.has(key)).map((key) => `${key}: is used nowhere`),
    ...modules.flatMap(([, { uses }]) =>
      uses.flatMap(({ path, key, params }) =>
        params === null ? [] : expand(key).flatMap((each) => missingParams(texts, path, each, params)),
      ),
    ),
    ...problems.flatMap(({ path, id, params }) => {
      if (id === null) return passOn.includes(path) ? [] : [`${path}: makes a problem of an id that can't be read`];
      return missingParams(texts, path, `problem.${id}`, params);
    }),
  ];
}

function checkModule(
  path: string,
  module: ModuleTexts,
  bases: ReadonlySet<string>,
  endings: ReadonlyMap<string, readonly string[]>,
): string[] {
  return [
    ...module.keys.filter((key) => !bases.has(key)).map((key) => `${path}: ${key} has no text`),
    ...module.prefixes
      .filter((prefix) => !endings.has(prefix))
      .map((prefix) => `${path}: ${prefix} is completed at run time, but its endings are not listed`),
  ];
}

function missingParams(texts: Texts, path: string, key: string, params: readonly string[]): string[] {
  return wantedBy(texts, key)
    .filter((name) => !params.includes(name))
    .map((name) => `${path}: ${key} asks for {{${name}}}, which is not given`);
}
