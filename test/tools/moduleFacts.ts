import { parseSync, Visitor } from 'vite';

/** What the architecture rules need to know of one module, read from its syntax tree: comments and strings don't count. */
export interface ModuleFacts {
  /** Specifiers of every import form: static, type-only, side effect, export from, dynamic, import type, new URL. */
  readonly imports: readonly string[];
  /** Uses of the clock, of chance and of the browser, e.g. `Date.now`. */
  readonly impure: readonly string[];
  readonly anyTypes: number;
  readonly consoleCalls: number;
  /** Comments that switch the compiler off. */
  readonly silenced: readonly string[];
  /** Exported constants by the name of the type they declare or satisfy; null when they state none. */
  readonly exportedConsts: readonly { readonly name: string; readonly type: string | null }[];
  readonly syntaxErrors: readonly string[];
}

const impureMembers = new Set(['Date.now', 'Math.random', 'performance.now']);
const impureObjects = new Set([
  'window',
  'document',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'crypto',
]);
const impureCalls = new Set(['Date', 'fetch', 'requestAnimationFrame']);

interface Node {
  readonly type: string;
}

function hasType<T extends string>(
  node: unknown,
  type: T,
): node is Node & { readonly type: T; readonly [field: string]: unknown } {
  return typeof node === 'object' && node !== null && (node as Node).type === type;
}

function identifierName(node: unknown): string | null {
  return hasType(node, 'Identifier') && typeof node.name === 'string' ? node.name : null;
}

/** The text of a string literal or of a template without parts. */
function literalText(node: unknown): string | null {
  if (hasType(node, 'Literal') && typeof node.value === 'string') return node.value;
  if (hasType(node, 'TemplateLiteral') && Array.isArray(node.quasis) && node.quasis.length === 1) {
    const quasi = node.quasis[0] as { readonly value: { readonly cooked: string } };
    return quasi.value.cooked;
  }
  return null;
}

/** `KeyType` of `: KeyType`, `: Edit<...>` and `satisfies KeyType`. */
function declaredType(declarator: { readonly id: unknown; readonly init: unknown }): string | null {
  const annotation = (declarator.id as { readonly typeAnnotation?: { readonly typeAnnotation: unknown } | null })
    .typeAnnotation;
  const stated = annotation
    ? annotation.typeAnnotation
    : hasType(declarator.init, 'TSSatisfiesExpression')
      ? declarator.init.typeAnnotation
      : null;
  return hasType(stated, 'TSTypeReference') ? identifierName(stated.typeName) : null;
}

/** Reads one TypeScript module. `path` decides between .ts and .tsx syntax. */
export function readModuleFacts(path: string, text: string): ModuleFacts {
  const { program, comments, errors } = parseSync(path, text);
  const imports: string[] = [];
  const impure: string[] = [];
  const exportedConsts: { name: string; type: string | null }[] = [];
  let anyTypes = 0;
  let consoleCalls = 0;
  const addImport = (source: unknown): void => {
    const specifier = literalText(source);
    if (specifier !== null) imports.push(specifier);
  };

  new Visitor({
    ImportDeclaration: (node) => addImport(node.source),
    ExportAllDeclaration: (node) => addImport(node.source),
    ImportExpression: (node) => addImport(node.source),
    TSImportType: (node) => addImport(node.source),
    TSExternalModuleReference: (node) => addImport(node.expression),
    ExportNamedDeclaration: (node) => {
      addImport(node.source);
      if (node.declaration?.type !== 'VariableDeclaration') return;
      for (const declarator of node.declaration.declarations) {
        const name = identifierName(declarator.id);
        if (name !== null) exportedConsts.push({ name, type: declaredType(declarator) });
      }
    },
    NewExpression: (node) => {
      const callee = identifierName(node.callee);
      if (callee === 'Date' && node.arguments.length === 0) impure.push('new Date()');
      if (callee === 'URL' && hasType(node.arguments[1], 'MemberExpression')) addImport(node.arguments[0]);
    },
    CallExpression: (node) => {
      const callee = identifierName(node.callee);
      if (callee !== null && impureCalls.has(callee)) impure.push(`${callee}()`);
    },
    MemberExpression: (node) => {
      const object = identifierName(node.object);
      if (object === null) return;
      const member = `${object}.${identifierName(node.property) ?? literalText(node.property) ?? '?'}`;
      if (object === 'console') consoleCalls += 1;
      if (impureObjects.has(object) || impureMembers.has(member)) impure.push(member);
    },
    TSAnyKeyword: () => {
      anyTypes += 1;
    },
  }).visit(program);

  return {
    imports,
    impure,
    anyTypes,
    consoleCalls,
    silenced: comments.flatMap(({ value }) => /@ts-(?:ignore|expect-error|nocheck)/.exec(value)?.[0] ?? []),
    exportedConsts,
    syntaxErrors: errors.map((error) => error.message),
  };
}
