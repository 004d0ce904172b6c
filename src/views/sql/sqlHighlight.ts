import type { Extension } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { keyTypes } from '../../hash/keyTypes/keyTypes.ts';

/*
 * Colours for SQL that this app wrote, and that is only read: key words are in capitals there and names are not, unless
 * they are quoted. So the lines in view are enough; a parser would work on megabytes of a long plan for seconds.
 */
const tokens = [
  ['comment', '--.*'],
  ['string', String.raw`E'(?:[^'\\]|''|\\.)*'|'(?:[^']|'')*'|"(?:[^"]|"")*"`],
  ['number', String.raw`\b\d+(?:\.\d+)?\b`],
  ['keyword', String.raw`\b[A-Z][A-Z_]+\b`],
  ['word', String.raw`\b[a-z_][a-z0-9_$]*\b`],
] as const;

const typeWords: ReadonlySet<string> = new Set(keyTypes.flatMap(({ sqlName }) => sqlName.split(' ')));

const marks = Object.fromEntries(
  tokens.map(([name]) => [name, Decoration.mark({ class: `cm-sql-${name}` })]),
) as Readonly<Record<(typeof tokens)[number][0], Decoration>>;

const decorator = new MatchDecorator({
  regexp: new RegExp(tokens.map(([name, pattern]) => `(?<${name}>${pattern})`).join('|'), 'g'),
  decoration: ({ groups = {} }) => {
    if (groups.word !== undefined) return typeWords.has(groups.word) ? marks.keyword : null;
    const token = tokens.find(([name]) => groups[name] !== undefined);
    return token === undefined ? null : marks[token[0]];
  },
});

const plugin = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorator.createDeco(view);
    }
    update(update: ViewUpdate): void {
      this.decorations = decorator.updateDeco(update, this.decorations);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

const colours = EditorView.baseTheme({
  '.cm-sql-keyword': { color: 'var(--sql-keyword)' },
  '.cm-sql-string': { color: 'var(--sql-string)' },
  '.cm-sql-number': { color: 'var(--sql-number)' },
  '.cm-sql-comment': { color: 'var(--sql-comment)' },
});

/** Key words, strings, numbers and comments in colour. */
export function sqlHighlight(): Extension {
  return [plugin, colours];
}
