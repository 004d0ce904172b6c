import { extendible } from './members/extendible.ts';
import { linear } from './members/linear.ts';
import { modulo } from './members/modulo.ts';
import { pathman } from './members/pathman.ts';
import { poc2017 } from './members/poc2017.ts';
import { postgres } from './members/postgres.ts';
import { redis } from './members/redis.ts';
import { slots } from './members/slots.ts';
import { vitess } from './members/vitess.ts';
import { yugabyte } from './members/yugabyte.ts';
import type { Scheme, SchemeConfig } from './scheme.ts';

/** Every placement scheme, in the order that menus list them. */
export const schemes = [
  postgres,
  modulo,
  slots,
  redis,
  pathman,
  poc2017,
  vitess,
  yugabyte,
  linear,
  extendible,
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
