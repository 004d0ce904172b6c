import { type Extension, type RangeSet, RangeSetBuilder, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, gutterLineClass } from '@codemirror/view';

/** Lines of the current step, 1-based, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Marks other lines as the current step; null marks none. */
export const setActiveLines = StateEffect.define<LineRange | null>();

interface Marks {
  readonly lines: RangeSet<Decoration>;
  readonly gutter: RangeSet<GutterMarker>;
}

const lineMark = Decoration.line({ class: 'cm-currentStep' });
const gutterMark = new (class extends GutterMarker {
  override elementClass = 'cm-currentStepGutter';
})();
const noMarks: Marks = { lines: Decoration.none, gutter: new RangeSetBuilder<GutterMarker>().finish() };

/** A range that reaches beyond the text is cut to it, as between a new plan and its new text. */
export function clampLines(range: LineRange, doc: Text): LineRange {
  const from = Math.min(Math.max(1, range.from), doc.lines);
  return { from, to: Math.min(Math.max(from, range.to), doc.lines) };
}

function computeMarks(range: LineRange | null, doc: Text): Marks {
  if (range === null) return noMarks;
  const { from, to } = clampLines(range, doc);
  const lines = new RangeSetBuilder<Decoration>();
  const gutter = new RangeSetBuilder<GutterMarker>();
  for (let line = from; line <= to; line++) {
    const position = doc.line(line).from;
    lines.add(position, position, lineMark);
    gutter.add(position, position, gutterMark);
  }
  return { lines: lines.finish(), gutter: gutter.finish() };
}

const marks = StateField.define<Marks>({
  create: () => noMarks,
  update(current, transaction) {
    let next = current;
    if (transaction.docChanged) {
      next = { lines: next.lines.map(transaction.changes), gutter: next.gutter.map(transaction.changes) };
    }
    for (const effect of transaction.effects) {
      if (effect.is(setActiveLines)) next = computeMarks(effect.value, transaction.newDoc);
    }
    return next;
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.lines),
    gutterLineClass.from(field, (value) => value.gutter),
  ],
});

/** Draws the lines of the current step on a tinted ground with a bar in the gutter. */
export function activeLineMarks(): Extension {
  return marks;
}
