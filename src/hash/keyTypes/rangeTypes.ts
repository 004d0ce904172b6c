import type { KeyType } from '../keyType.ts';
import { multirangeOf } from '../made/multirangeOf.ts';
import { rangeOf } from '../made/rangeOf.ts';
import { rangeSubtypes } from '../made/rangeSubtypes.ts';

/** The built-in range and multirange types. */
export const rangeTypes = [
  rangeOf('int4range', rangeSubtypes.int4),
  rangeOf('int8range', rangeSubtypes.int8),
  rangeOf('numrange', rangeSubtypes.numeric),
  rangeOf('tsrange', rangeSubtypes.timestamp),
  rangeOf('tstzrange', rangeSubtypes.timestamptz),
  rangeOf('daterange', rangeSubtypes.date),
  multirangeOf('int4multirange', rangeSubtypes.int4),
  multirangeOf('int8multirange', rangeSubtypes.int8),
  multirangeOf('nummultirange', rangeSubtypes.numeric),
  multirangeOf('tsmultirange', rangeSubtypes.timestamp),
  multirangeOf('tstzmultirange', rangeSubtypes.timestamptz),
  multirangeOf('datemultirange', rangeSubtypes.date),
] as const satisfies readonly KeyType[];
