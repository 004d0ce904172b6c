import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/i18n.ts';
import type { Plan } from '../planner/plan.ts';
import { describeModuli } from '../scene/headline.ts';
import { distinctModuli } from '../topology/boundOrder.ts';
import type { Layout } from '../topology/layout.ts';

/**
 * Captions of the two rows of the strip, when so many steps are done. A plan that only fills gaps is on its way to more
 * partitions, not to another modulus.
 */
export function stripCaptions(
  { from, to, steps }: Plan,
  done: number,
  t: Translate,
): { readonly before: string; readonly after: string } {
  const isOnWay = done < steps.length;
  const keepsModuli = distinctModuli(from).join() === distinctModuli(to).join();
  const moduli = (layout: Layout): string => {
    const { id, params } = describeModuli(layout);
    return t(id === 'strip.modulus' ? 'strip.modulus' : 'strip.moduli', params);
  };
  const counted = (layout: Layout): string =>
    t('strip.moduli', { moduli: distinctModuli(layout).join(', '), partitions: layout.length });
  return {
    before: t('strip.before', { moduli: moduli(from) }),
    after: isOnWay
      ? t('strip.after', { moduli: keepsModuli ? counted(to) : moduli(to) })
      : t('strip.reached', { moduli: moduli(to) }),
  };
}

/** What a dot stands for, as the parameters of its sentence; a small number keeps its fraction. */
export function rowsPerDot(rows: number, format: Format): { readonly rows: string; readonly count: number } {
  const isPart = rows < 10 && !Number.isInteger(rows);
  return isPart
    ? { rows: format.decimal(rows, 1), count: rows }
    : { rows: format.integer(rows), count: Math.round(rows) };
}
