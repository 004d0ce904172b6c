import type { ReactElement } from 'react';
import type { Format } from '../../i18n/format.ts';
import type { TextKey } from '../../i18n/i18n.ts';
import { useT } from '../../i18n/useT.ts';
import { problem } from '../../lib/problem.ts';
import { setUi } from '../../store/createAppStore.ts';
import { refusalText } from '../../store/refusalText.ts';
import { selectRingScheme } from '../../store/ringScheme.ts';
import { type AppState, type Compared, PLAN_RING } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { Select } from '../../ui/Select.tsx';
import { RingStatus } from './RingStatus.tsx';
import styles from './SchemeRing.module.css';

const selectCompare = (state: AppState): AppState['document']['compare'] => state.document.compare;
const selectDone = (state: AppState): Compared | null => state.comparison.done;

/** What the ring is of: the plan on screen or a compared scheme. Those without a ring say why. */
export function RingChooser(): ReactElement | null {
  const { t, format } = useT();
  const { store } = useAppContext();
  const compared = useApp(selectCompare);
  const chosen = useApp(selectRingScheme);
  const done = useApp(selectDone);
  if (compared.length === 0) return null;
  const schemes = [...new Set(compared.map(({ scheme }) => scheme))];
  return (
    <div className={styles.bar}>
      <Select
        label={t('ring.of')}
        options={[
          { id: PLAN_RING, label: t('scenario.thisPlan') },
          ...schemes.map((id) => ({
            id,
            label: t(`scheme.${id}` as TextKey),
            disabledReason: reasonAgainst(id, done, format),
          })),
        ]}
        value={chosen?.scheme ?? PLAN_RING}
        onSelect={(ringOf) => setUi(store, { ringOf })}
      />
      {chosen !== null && <RingStatus scheme={chosen.scheme} />}
    </div>
  );
}

/** Null, or why the scheme can't be drawn; a scheme whose figures are still under way can be chosen. */
function reasonAgainst(scheme: string, done: Compared | null, format: Format): string | null {
  const index = done?.request.schemes.findIndex((spec) => spec.scheme === scheme) ?? -1;
  const outcome = done?.reply.schemes[index];
  if (outcome === undefined) return null;
  if (!outcome.ok) return refusalText(outcome.error, format);
  return outcome.value.hasCircle ? null : refusalText(problem('schemeNoCircle', { scheme }), format);
}
