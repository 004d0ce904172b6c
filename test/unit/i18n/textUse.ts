import { parseSync, Visitor } from 'vite';

/** A call or object that names a text and, where they are written out, the parameters it gets. */
export interface TextUse {
  readonly path: string;
  /** Whole key, or the beginning of one that ends with a dot: `view.` of `` `view.${id}` ``. */
  readonly key: string;
  /** Names of the parameters; null when they come from elsewhere. */
  readonly params: readonly string[] | null;
}

/** What one module says about texts: every key-like string, and the uses whose parameters can be read. */
export interface ModuleTexts {
  /** Strings that look like a key of one of the namespaces. */
  readonly keys: readonly string[];
  /** Beginnings of keys that a template completes. */
  readonly prefixes: readonly string[];
  readonly uses: readonly TextUse[];
  /** Problems by id; id is null when it is not a plain string. */
  readonly problems: readonly {
    readonly path: string;
    readonly id: string | null;
    readonly params: readonly string[];
  }[];
}

/** Functions that translate: the key comes first, the parameters second. */
const translators = new Set(['t', 'tDynamic', 'translate', 'text']);

/** Functions that make a Problem of the id they get first; null: parameters are the call's second argument. */
const problemMakers: ReadonlyMap<string, readonly string[] | null> = new Map([
  ['problem', null],
  ['checkInteger', ['value', 'min', 'max']],
]);

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

function isNode(value: unknown, type: string): value is Node {
  return typeof value === 'object' && value !== null && (value as Node).type === type;
}

function nameOf(value: unknown): string | null {
  return isNode(value, 'Identifier') ? String(value.name) : null;
}

/** Keys or beginnings of keys that an argument can stand for: a string, a template, or a choice between such. */
function keysOf(value: unknown): string[] {
  if (isNode(value, 'Literal')) return typeof value.value === 'string' ? [value.value] : [];
  if (isNode(value, 'TemplateLiteral')) return [templateStart(value)];
  if (isNode(value, 'ConditionalExpression')) return [...keysOf(value.consequent), ...keysOf(value.alternate)];
  return [];
}

function templateStart(template: Node): string {
  const [first] = template.quasis as readonly { readonly value: { readonly cooked: string } }[];
  return first?.value.cooked ?? '';
}

/** Property names of an object literal; null when it is none, or when it spreads another object. */
function objectKeys(value: unknown): string[] | null {
  if (!isNode(value, 'ObjectExpression')) return null;
  const names = (value.properties as readonly Node[]).map((property) => nameOf(property.key));
  return names.every((name) => name !== null) ? names : null;
}

function propertyOf(object: Node, name: string): unknown {
  return (object.properties as readonly Node[]).find((property) => nameOf(property.key) === name)?.value;
}

/**
 * Reads the uses of texts in one TypeScript module.
 * @param namespaces first parts of keys; strings that begin with no other are no keys
 */
export function readTexts(path: string, source: string, namespaces: ReadonlySet<string>): ModuleTexts {
  const { program } = parseSync(path, source);
  const keys: string[] = [];
  const prefixes: string[] = [];
  const uses: TextUse[] = [];
  const problems: { path: string; id: string | null; params: readonly string[] }[] = [];
  const objects = new Map<string, string[][]>();
  const inNamespace = (text: string): boolean => namespaces.has(text.split('.')[0] ?? '');

  /** Of a name that stands for several object literals, what all of them have. */
  const paramsOf = (value: unknown): readonly string[] | null => {
    const known = objects.get(nameOf(value) ?? '');
    if (known === undefined) return objectKeys(value);
    return known.reduce((common, next) => common.filter((name) => next.includes(name)));
  };

  new Visitor({
    VariableDeclarator: (node) => {
      const name = nameOf(node.id);
      const names = objectKeys(node.init);
      if (name !== null && names !== null) objects.set(name, [...(objects.get(name) ?? []), names]);
    },
  }).visit(program);

  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string' && /^\w+(?:\.\w+)+$/.test(value) && inNamespace(value)) keys.push(value);
    },
    TemplateLiteral: (node) => {
      const start = templateStart(node as unknown as Node);
      if (node.quasis.length > 1 && /^\w+\.(?:\w+\.)*$/.test(start) && inNamespace(start)) prefixes.push(start);
    },
    ObjectExpression: (node) => {
      const object = node as unknown as Node;
      const [key] = keysOf(propertyOf(object, 'key')).filter(inNamespace);
      if (key === undefined) return;
      const params = propertyOf(object, 'params');
      uses.push({ path, key, params: params === undefined ? [] : paramsOf(params) });
    },
    CallExpression: ({ callee, arguments: [first, second] }) => {
      const name = nameOf(callee) ?? '';
      if (translators.has(name)) {
        const params = second === undefined ? [] : paramsOf(second);
        for (const key of keysOf(first).filter(inNamespace)) uses.push({ path, key, params });
      }
      const fixed = problemMakers.get(name);
      if (fixed === undefined) return;
      const id = isNode(first, 'Literal') ? String(first.value) : null;
      problems.push({ path, id, params: fixed ?? paramsOf(second) ?? [] });
    },
  }).visit(program);

  return { keys, prefixes, uses, problems };
}
