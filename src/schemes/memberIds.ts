import type { MemberChange } from './nodes.ts';

/** A number for each member of a change; a member that stays has the same number on both sides. */
export interface MemberIds {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Members of before have their position there, new ones the numbers that follow. */
export function memberIds({ before, after }: MemberChange): MemberIds {
  const ids = new Map(before.map(({ name }, index) => [name, index]));
  for (const { name } of after) if (!ids.has(name)) ids.set(name, ids.size);
  return { before: before.map((_, index) => index), after: after.map(({ name }) => ids.get(name)!) };
}

/** Position in `after` of each member of before; -1 for those that leave. */
export function placesAfter({ before, after }: MemberChange): number[] {
  const places = new Map(after.map(({ name }, index) => [name, index]));
  return before.map(({ name }) => places.get(name) ?? -1);
}
