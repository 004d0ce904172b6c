import { citus } from './members/citus.ts';
import { modulo } from './members/modulo.ts';
import type { Scheme, SchemeConfig } from './scheme.ts';

/** Every placement scheme, in the order that menus list them. */
export const schemes = [modulo, citus] as const satisfies readonly Scheme[];

export type SchemeId = (typeof schemes)[number]['id'];

/** A scheme with its parameters, as documents hold it. */
export interface SchemeSpec {
  readonly scheme: string;
  readonly config: SchemeConfig;
}

/** @throws RangeError for a name that no scheme has */
export function getScheme(id: string): Scheme {
  const found = (schemes as readonly Scheme[]).find((scheme) => scheme.id === id);
  if (found === undefined) throw new RangeError(`no scheme "${id}"`);
  return found;
}
