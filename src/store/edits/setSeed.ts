import { ok } from '../../lib/result.ts';
import type { Edit } from './edit.ts';

/** Seed of the random sources. */
export const setSeed: Edit<{ readonly seed: number }> = {
  id: 'setSeed',
  label: (_document, args) => ({ key: 'edit.setSeed', params: { seed: args.seed } }),
  apply: (document, args) => ok({ ...document, keys: { ...document.keys, seed: args.seed } }),
  history: 'merge',
};
