import { type Problem, problem } from '../../lib/problem.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { normaliseLayout } from './normaliseLayout.ts';
import type { WindowLayout } from './windowLayout.ts';

export const MAX_LAYOUTS = 12;
/** In characters. */
export const MAX_LAYOUT_NAME = 40;

/** A layout that the reader kept under a name. */
export interface OwnLayout {
  readonly name: string;
  readonly layout: WindowLayout;
}

/** The list with a layout more, or why it can't be kept. Blanks around the name don't count. */
export function addLayout(
  layouts: readonly OwnLayout[],
  text: string,
  layout: WindowLayout,
): Result<readonly OwnLayout[], Problem> {
  const name = text.trim();
  const length = [...name].length;
  if (length === 0) return err(problem('layoutNameEmpty'));
  if (length > MAX_LAYOUT_NAME) return err(problem('layoutNameTooLong', { value: length, max: MAX_LAYOUT_NAME }));
  if (layouts.some((other) => other.name === name)) return err(problem('layoutNameTaken', { value: name }));
  if (layouts.length >= MAX_LAYOUTS) return err(problem('tooManyLayouts', { max: MAX_LAYOUTS }));
  return ok([...layouts, { name, layout }]);
}

export function removeLayout(layouts: readonly OwnLayout[], name: string): readonly OwnLayout[] {
  return layouts.filter((own) => own.name !== name);
}

/** What is valid of untrusted data; an entry without a good name of its own is left out. */
export function normaliseLayouts(data: readonly unknown[]): readonly OwnLayout[] {
  return data.reduce<readonly OwnLayout[]>((layouts, entry) => {
    const { name, layout } = (entry ?? {}) as { readonly name?: unknown; readonly layout?: unknown };
    if (typeof name !== 'string') return layouts;
    const added = addLayout(layouts, name, normaliseLayout(layout));
    return added.ok ? added.value : layouts;
  }, []);
}
