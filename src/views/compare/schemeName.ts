import type { TextKey, Translate } from '../../i18n/i18n.ts';
import { findScheme } from '../../schemes/schemes.ts';

/** The name of a compared line: a scheme, or the plan on screen. */
export function schemeName(id: string, t: Translate): string {
  return findScheme(id) === undefined ? t('scenario.thisPlan') : t(`scheme.${id}` as TextKey);
}
