import type { ReactElement } from 'react';
import type { TextKey } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import { applyEdit } from '../../store/createAppStore.ts';
import { setCompared } from '../../store/edits/setCompared.ts';
import { defaultCompared } from '../../store/scenario.ts';
import type { AppState, Compared } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Section } from './Section.tsx';

const selectCompare = (state: AppState): AppState['document']['compare'] => state.document.compare;
const selectDone = (state: AppState): Compared | null => state.comparison.done;

/** The best-known schemes and those that are compared, each with the share of rows it moves for the same nodes. */
export function CompareSection(): ReactElement {
  const { t, format } = useT();
  const { store } = useAppContext();
  const compared = useApp(selectCompare);
  const done = useApp(selectDone);
  const chosen = new Set(compared.map(({ scheme }) => scheme));
  const offered = [...new Set([...defaultCompared, ...compared].map(({ scheme }) => scheme))];
  const shareOf = (scheme: string): string => {
    const index = done?.request.schemes.findIndex((spec) => spec.scheme === scheme) ?? -1;
    const outcome = done?.reply.schemes[index];
    if (done === null || outcome === undefined || !chosen.has(scheme)) return '';
    return outcome.ok ? format.percent(outcome.value.moved, done.request.keys.rows) : '–';
  };
  return (
    <Section title={t('scenario.compareWith')} note={t('scenario.movedColumn')}>
      {offered.map((scheme) => (
        <Checkbox
          key={scheme}
          label={t(`scheme.${scheme}` as TextKey)}
          isChecked={chosen.has(scheme)}
          onChange={(isChecked) => applyEdit(store, setCompared, { scheme, compared: isChecked })}
          end={shareOf(scheme)}
        />
      ))}
    </Section>
  );
}
