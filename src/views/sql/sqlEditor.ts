import { standardKeymap } from '@codemirror/commands';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { activeLineMarks, clampLines, type LineRange, setActiveLines } from './activeLines.ts';
import { findMinimalChange } from './minimalChange.ts';
import { sqlHighlight } from './sqlHighlight.ts';

/** What the editor is called, and its own few words by their English original, for the search panel. */
export interface SqlEditorTexts {
  readonly label: string;
  readonly phrases: Readonly<Record<string, string>>;
}

/** A mounted editor. `update` does only what changed; `destroy` takes it out of the document. */
export interface SqlEditor {
  readonly update: (text: string, activeLines: LineRange | null) => void;
  readonly setTexts: (texts: SqlEditorTexts) => void;
  readonly destroy: () => void;
}

/** Read-only by state, but still a focusable text: keyboard selection, search and screen readers work as in any editor. */
function describe({ label, phrases }: SqlEditorTexts): Extension {
  return [
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0', inputmode: 'none' }),
    EditorState.phrases.of(phrases),
  ];
}

/** CSS pixels left free above the current step when it is scrolled to. */
const scrollMargin = 40;

/** Only the text scrolls to a step: CodeMirror would also scroll a small page away from its headline. */
const scrollAlone = EditorView.scrollHandler.of((view, { head }, { y }) => {
  if (y !== 'start') return false;
  view.scrollDOM.scrollTop = view.lineBlockAt(head).top - scrollMargin;
  return true;
});

/** Heights of wrapped lines are estimates until they are drawn; in a very long text CodeMirror does not get to the end of them. */
const MOST_WRAPPED_LINES = 2000;

const fixedExtensions: Extension = [
  lineNumbers(),
  scrollAlone,
  highlightSpecialChars(),
  drawSelection(),
  EditorState.readOnly.of(true),
  sqlHighlight(),
  search({ top: true }),
  highlightSelectionMatches(),
  keymap.of([...searchKeymap, ...standardKeymap]),
  activeLineMarks(),
];

function areSame(a: LineRange | null, b: LineRange | null): boolean {
  return a?.from === b?.from && a?.to === b?.to;
}

/** Makes a read-only PostgreSQL viewer inside `parent`. Its text is there from the start: to put it in later costs more. */
export function createSqlEditor(parent: HTMLElement, texts: SqlEditorTexts, text: string): SqlEditor {
  const described = new Compartment();
  const wrapped = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [fixedExtensions, described.of(describe(texts)), wrapped.of([])],
    }),
  });
  let isWrapped = false;
  wrap();
  let named = texts;
  let shownText = text;
  let shownLines: LineRange | null = null;

  function wrap(): void {
    if (view.state.doc.lines <= MOST_WRAPPED_LINES === isWrapped) return;
    isWrapped = !isWrapped;
    view.dispatch({ effects: wrapped.reconfigure(isWrapped ? EditorView.lineWrapping : []) });
  }

  return {
    update(text, activeLines) {
      const changes = findMinimalChange(shownText, text);
      if (changes === null && areSame(shownLines, activeLines)) return;
      view.dispatch({ changes: changes ?? [], effects: setActiveLines.of(activeLines) });
      wrap();
      if (activeLines !== null) {
        const { doc } = view.state;
        const toStep = EditorView.scrollIntoView(doc.line(clampLines(activeLines, doc).from).from, { y: 'start' });
        view.dispatch({ effects: toStep });
        // Again once the lines around it are drawn: until then the heights of wrapped lines are estimates.
        requestAnimationFrame(() => {
          if (shownLines === activeLines) view.dispatch({ effects: toStep });
        });
      }
      shownText = text;
      shownLines = activeLines;
    },
    setTexts(next) {
      if (next.label === named.label && next.phrases === named.phrases) return;
      view.dispatch({ effects: described.reconfigure(describe(next)) });
      named = next;
    },
    destroy: () => view.destroy(),
  };
}
