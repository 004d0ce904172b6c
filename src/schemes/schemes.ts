import { anchor } from './members/anchor.ts';
import { boundedLoads } from './members/boundedLoads.ts';
import { citus } from './members/citus.ts';
import { dx } from './members/dx.ts';
import { extendible } from './members/extendible.ts';
import { jump } from './members/jump.ts';
import { ketama } from './members/ketama.ts';
import { linear } from './members/linear.ts';
import { maglev } from './members/maglev.ts';
import { memento } from './members/memento.ts';
import { modulo } from './members/modulo.ts';
import { multiProbe } from './members/multiProbe.ts';
import { nested } from './members/nested.ts';
import { pathman } from './members/pathman.ts';
import { poc2017 } from './members/poc2017.ts';
import { postgres } from './members/postgres.ts';
import { redis } from './members/redis.ts';
import { rendezvous } from './members/rendezvous.ts';
import { ring } from './members/ring.ts';
import { slots } from './members/slots.ts';
import { vitess } from './members/vitess.ts';
import { weightedRendezvous } from './members/weightedRendezvous.ts';
import { yugabyte } from './members/yugabyte.ts';
import type { Scheme } from './scheme.ts';

/** Every placement scheme, in the order that menus list them. */
export const schemes = [
  postgres,
  nested,
  modulo,
  ketama,
  ring,
  boundedLoads,
  multiProbe,
  jump,
  rendezvous,
  weightedRendezvous,
  maglev,
  anchor,
  dx,
  memento,
  slots,
  redis,
  citus,
  pathman,
  poc2017,
  vitess,
  yugabyte,
  linear,
  extendible,
] as const satisfies readonly Scheme[];

export function findScheme(id: string): Scheme | undefined {
  return (schemes as readonly Scheme[]).find((scheme) => scheme.id === id);
}

/** @throws RangeError for a name that no scheme has */
export function getScheme(id: string): Scheme {
  const found = findScheme(id);
  if (found === undefined) throw new RangeError(`no scheme "${id}"`);
  return found;
}
