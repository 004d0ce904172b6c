import { type ReactElement, useMemo } from 'react';
import { useT } from '../../i18n/useT.ts';
import { compareRows, leastMoved } from '../../store/compareRows.ts';
import { MAX_COMPARED_ROWS } from '../../store/effects/comparing.ts';
import { saveTable } from '../../store/export/saveTable.ts';
import { selectCounted } from '../../store/selectors.ts';
import type { AppState, Compared, Curves } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { useInTurn } from '../../ui/useInTurn.ts';
import { CitusDetail } from './CitusDetail.tsx';
import { CompareCurves } from './CompareCurves.tsx';
import { CompareProgress } from './CompareProgress.tsx';
import { CompareTable } from './CompareTable.tsx';
import styles from './CompareView.module.css';
import { SchemeChooser } from './SchemeChooser.tsx';
import { SmallStrips } from './SmallStrips.tsx';

// Not the comparison as a whole: its progress changes many times a second.
const selectDone = (state: AppState): Compared | null => state.comparison.done;
const selectCurves = (state: AppState): Curves | null => state.comparison.curves;

/** The same keys and the same change of nodes under other schemes: figures, pictures and what they cost with more nodes. */
export function CompareView(): ReactElement {
  const { t, format } = useT();
  const context = useAppContext();
  const counted = useApp(selectCounted);
  const done = useApp(selectDone);
  const curves = useApp(selectCurves);
  const rows = useMemo(() => compareRows(counted, done), [counted, done]);
  const least = useMemo(() => (counted === null ? null : leastMoved(counted)), [counted]);
  const drawn = useInTurn(3);
  const total = counted?.reply.changes[0]?.total ?? 0;
  const isPart = total > MAX_COMPARED_ROWS;
  return (
    <div className={styles.view}>
      <div className={styles.bar}>
        <CompareProgress>
          {isPart
            ? t('compare.part', { rows: format.integer(MAX_COMPARED_ROWS), total: format.integer(total) })
            : t('compare.all', { rows: format.integer(total) })}{' '}
          {least !== null && t('compare.least', { rows: format.integer(least), percent: format.percent(least, total) })}
        </CompareProgress>
        <Button
          label={t('export.csv')}
          icon="download"
          variant="quiet"
          onPress={() => void saveTable(context, 'compare')}
        />
      </div>
      <CompareTable rows={rows} />
      <CitusDetail />
      <SchemeChooser />
      {drawn > 1 && <SmallStrips rows={rows} />}
      {drawn > 2 && curves !== null && <CompareCurves curves={curves} />}
    </div>
  );
}
