import type { Translate } from '../i18n/i18n.ts';
import { isSchemeId } from '../schemes/fields.ts';

/** The name of a compared line: a scheme, or the plan on screen. */
export function schemeName(id: string, t: Translate): string {
  return isSchemeId(id) ? t(`scheme.${id}`) : t('scenario.thisPlan');
}
