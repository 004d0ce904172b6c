import { posix } from 'node:path';
import {
  type Layer,
  layers,
  limits,
  narrowLayers,
  packageRules,
  pureLayers,
  type Registry,
  registries,
} from './architectureRules.ts';
import { type ModuleFacts, readModuleFacts } from './moduleFacts.ts';

type Tree = ReadonlyMap<string, ModuleFacts>;

const isCounted = (path: string): boolean => /^(?:src|test)\/.*\.(?:tsx?|css)$/.test(path);
const startsWithAny = (path: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => path.startsWith(prefix));
const isModule = (path: string): boolean => /^src\/.*\.tsx?$/.test(path) && !startsWithAny(path, limits.otherLanguages);

/**
 * Checks every file against the rules of architectureRules.ts.
 * @param files path relative to the repository -> text; modules below src, other files are only measured
 * @returns one sentence per violation, each beginning with the path; empty when all is well
 */
export function checkTree(files: ReadonlyMap<string, string>): string[] {
  const tree: Map<string, ModuleFacts> = new Map();
  for (const [path, text] of files) if (isModule(path)) tree.set(path, readModuleFacts(path, text));
  return [
    ...[...tree].flatMap(([path, facts]) => checkModule(path, facts, tree)),
    ...[...files].flatMap(([path, text]) => checkSize(path, text)),
    ...registries.flatMap((registry) => checkRegistry(registry, tree)),
    ...limits.impureFiles
      .filter((path) => (tree.get(path)?.impure.length ?? 0) === 0)
      .map((path) => `${path}: may use the clock and the page, but is gone or uses neither`),
    ...limits.otherLanguages
      .filter((prefix) => ![...files.keys()].some((path) => path.startsWith(prefix)))
      .map((prefix) => `${prefix}: is not read as TypeScript, but is gone`),
    ...limits.longFiles
      .filter((prefix) => ![...files.keys()].some((path) => path.startsWith(prefix)))
      .map((prefix) => `${prefix}: may hold long files, but is gone`),
  ];
}

function checkModule(path: string, facts: ModuleFacts, tree: Tree): string[] {
  const layer = layerOf(path);
  if (layer === null) return [`${path}: is in no layer`];
  const pure = pureLayers.includes(layer) && !limits.impureFiles.includes(path);
  return [
    ...facts.syntaxErrors.map((message) => `${path}: does not parse: ${message}`),
    ...facts.imports.flatMap((specifier) =>
      specifier.startsWith('.') ? checkRelativeImport(path, layer, specifier, tree) : checkPackage(path, specifier),
    ),
    ...(pure ? facts.impure.map((use) => `${path}: uses ${use} in a pure layer`) : []),
    ...(facts.anyTypes > 0 ? [`${path}: uses the type any`] : []),
    ...(facts.consoleCalls > 0 ? [`${path}: writes to the console`] : []),
    ...facts.silenced.map((comment) => `${path}: silences the compiler with ${comment}`),
  ];
}

function checkRelativeImport(path: string, layer: Layer, specifier: string, tree: Tree): string[] {
  const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
  const targetLayer = layerOf(target);
  if (targetLayer === null) return [`${path}: imports ${target}, which is in no layer`];
  if (isModule(target) && !tree.has(target)) return [`${path}: imports ${target}, which does not exist`];
  if (!/\.\w+$/.test(target)) return [`${path}: imports ${target} without its extension`];
  if (layers.indexOf(targetLayer) > layers.indexOf(layer)) return [`${path}: ${layer} may not import ${target}`];
  const narrow = narrowLayers[layer];
  if (narrow !== undefined && targetLayer !== layer && !narrow.includes(targetLayer)) {
    return [`${path}: ${layer} may not import ${target}`];
  }
  const view = viewFolder(path);
  const targetView = viewFolder(target);
  if (view !== null && targetView !== null && view !== targetView)
    return [`${path}: a view may not import another view, ${target}`];
  return [];
}

function checkPackage(path: string, specifier: string): string[] {
  return packageRules
    .filter(({ packages, allowed }) => packages.test(specifier) && !startsWithAny(path, allowed))
    .map(({ allowed }) => `${path}: imports ${specifier}, which only ${allowed.join(', ') || 'no file'} may`);
}

function checkSize(path: string, text: string): string[] {
  if (!isCounted(path) || startsWithAny(path, limits.longFiles)) return [];
  const lines = text.replace(/\n$/, '').split('\n').length;
  const limit = path.endsWith('.worker.ts') ? limits.workerLines : limits.fileLines;
  return lines > limit ? [`${path}: has ${lines} lines, more than ${limit}`] : [];
}

function checkRegistry({ folder, list, memberType }: Registry, tree: Tree): string[] {
  if (!tree.has(list)) return [`${list}: the list of ${folder} does not exist`];
  const files = [...tree].filter(([path]) => path.startsWith(folder) && path !== list);
  const isMember = (facts: ModuleFacts): boolean => facts.exportedConsts.some(({ type }) => type === memberType);
  if (!files.some(([, facts]) => isMember(facts))) return [`${list}: no file of ${folder} exports a ${memberType}`];
  const listed = relativeImports(list, tree);
  const used = new Set([...listed, ...files.flatMap(([path]) => [...relativeImports(path, tree)])]);
  return files
    .filter(([path, facts]) => (isMember(facts) ? !listed.has(path) : !used.has(path)))
    .map(([path]) => `${path}: is missing from ${list}`);
}

function relativeImports(path: string, tree: Tree): ReadonlySet<string> {
  const specifiers = tree.get(path)?.imports ?? [];
  return new Set(specifiers.map((specifier) => posix.join(posix.dirname(path), specifier)));
}

function layerOf(path: string): Layer | null {
  const folder = /^src\/([^/]+)\//.exec(path)?.[1];
  return layers.find((layer) => layer === folder) ?? null;
}

/** `sql` for a file of src/views/sql/; null for files directly in src/views and outside. */
function viewFolder(path: string): string | null {
  return /^src\/views\/([^/]+)\//.exec(path)?.[1] ?? null;
}
