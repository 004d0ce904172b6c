import fuzzysort, { type Result } from 'fuzzysort';
import type { CommandFacts } from '../../store/commandFacts.ts';
import type { MenuId } from '../../store/commands/command.ts';

export interface PaletteEntry extends CommandFacts {
  readonly menu: MenuId;
  /** The menu in words. */
  readonly menuName: string;
  /** The label in English, which is searched too. */
  readonly english: string;
}

/** A piece of a label; those that match what was typed are marked. */
export interface LabelPart {
  readonly text: string;
  readonly isMatch: boolean;
}

export interface PaletteHit {
  readonly entry: PaletteEntry;
  readonly parts: readonly LabelPart[];
}

export interface PaletteSection {
  readonly id: MenuId | 'recent' | 'found';
  readonly hits: readonly PaletteHit[];
}

/** What Enter means when no entry is lit: nothing before anything was typed or ever run. */
export function firstHit(sections: readonly PaletteSection[]): PaletteEntry | null {
  const [first] = sections;
  return first?.id === 'recent' || first?.id === 'found' ? first.hits[0]!.entry : null;
}

/** Sections in their order: the partition that was chosen just now before all others. */
const MENUS: readonly MenuId[] = ['partition', 'file', 'edit', 'view', 'plan', 'help', 'panel'];
/** Weakest match that is shown, of 0 to 1; letters that are strewn over a long name are none. */
const THRESHOLD = 0.25;
/** Share of its score that a match in the menu's name or in English keeps: labels come first. */
const BESIDE_LABEL = 0.8;

/** What the palette lists: the best matches first, of equal ones those run last; for no text the recent commands, then all others by menu. */
export function findCommands(
  entries: readonly PaletteEntry[],
  recent: readonly string[],
  text: string,
): readonly PaletteSection[] {
  const sections =
    text.trim() === '' ? browse(entries, recent) : [{ id: 'found', hits: search(entries, recent, text) } as const];
  return sections.filter(({ hits }) => hits.length > 0);
}

function browse(entries: readonly PaletteEntry[], recent: readonly string[]): PaletteSection[] {
  const whole = (entry: PaletteEntry): PaletteHit => ({ entry, parts: [{ text: entry.label, isMatch: false }] });
  const first = recent.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  const others = entries.filter((entry) => !first.includes(entry));
  return [
    { id: 'recent', hits: first.map(whole) },
    ...MENUS.map((id) => ({ id, hits: others.filter(({ menu }) => menu === id).map(whole) })),
  ];
}

function search(entries: readonly PaletteEntry[], recent: readonly string[], text: string): PaletteHit[] {
  const found = fuzzysort.go(text, entries, {
    keys: [({ label }) => label, ({ menuName }) => menuName, ({ english }) => english],
    scoreFn: (result) => result.score * (result[0]!.indexes.length > 0 ? 1 : BESIDE_LABEL),
    threshold: THRESHOLD,
    limit: 0,
  });
  // Equal matches are the rule for the commands of a partition; the library has no order for them.
  const places = new Map([...recent, ...entries.map(({ id }) => id)].toReversed().map((id, place) => [id, place]));
  const placeOf = ({ obj }: (typeof found)[number]): number => places.get(obj.id) ?? 0;
  const sorted = [...found].sort((a, b) => b.score - a.score || placeOf(b) - placeOf(a));
  return sorted.map((result) => ({ entry: result.obj, parts: mark(result.obj.label, result[0]!) }));
}

/** The label cut where matching letters begin and end; it is whole when something else than the label matched. */
function mark(label: string, match: Result): readonly LabelPart[] {
  if (match.indexes.length === 0) return [{ text: label, isMatch: false }];
  const parts = match.highlight<LabelPart>((text) => ({ text, isMatch: true }));
  return parts.map((part) => (typeof part === 'string' ? { text: part, isMatch: false } : part));
}
