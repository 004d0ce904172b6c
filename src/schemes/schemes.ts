import { anchor } from './members/anchor.ts';
import { dx } from './members/dx.ts';
import { jump } from './members/jump.ts';
import { maglev } from './members/maglev.ts';
import { memento } from './members/memento.ts';
import { modulo } from './members/modulo.ts';
import { rendezvous } from './members/rendezvous.ts';
import { weightedRendezvous } from './members/weightedRendezvous.ts';
import type { Scheme, SchemeConfig } from './scheme.ts';

/** Every placement scheme, in the order that menus list them. */
export const schemes = [
  modulo,
  jump,
  rendezvous,
  weightedRendezvous,
  maglev,
  anchor,
  memento,
  dx,
] as const satisfies readonly Scheme[];

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
