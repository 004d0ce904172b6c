import type { HashBound } from './layout.ts';

/** How a document writes a layout: short for the usual case, explicit for mixed moduli. Links and files carry it. */
export type LayoutSpec =
  | { readonly kind: 'uniform'; readonly modulus: number }
  | { readonly kind: 'mixed'; readonly bounds: readonly HashBound[] };

/** Most partitions a layout of the app may have, and its greatest modulus; PostgreSQL itself allows more. */
export const MAX_PARTITIONS = 4096;
export const MAX_MODULUS = 65_536;
