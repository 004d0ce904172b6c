import type { CSSProperties, ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { applyEdit } from '../../store/createAppStore.ts';
import { chooseTarget } from '../../store/edits/chooseTarget.ts';
import { partitionCount } from '../../store/edits/layoutSpecs.ts';
import { saveTable } from '../../store/export/saveTable.ts';
import { figuresOf, type TargetFigures } from '../../store/figures.ts';
import { selectCounted } from '../../store/selectors.ts';
import { targetName } from '../../store/targetName.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './TargetsTable.module.css';

/** The same keys under other targets: what was asked for, what PostgreSQL can reach in place, and the least possible. */
export function TargetsTable(): ReactElement | null {
  const { t, format } = useT();
  const context = useAppContext();
  const counted = useApp(selectCounted);
  if (counted === null || counted.derived.plan.kind === 'none') return null;
  const { target, alternatives, lowerBound } = figuresOf(counted);
  const { from, to } = counted.derived;
  const most = Math.max(lowerBound, ...[target, ...alternatives].map(({ costs }) => costs.moved));
  return (
    <table className={styles.table} aria-label={t('targets.title')}>
      <thead>
        <tr>
          <th scope="col">{t('targets.title')}</th>
          <th scope="col" className={styles.figure}>
            {t('targets.moved')}
          </th>
          <td className={styles.save}>
            <IconButton label={t('export.csv')} icon="download" onPress={() => void saveTable(context, 'targets')} />
          </td>
          <th scope="col" className={styles.figure}>
            {t('targets.hottest')}
          </th>
          <th scope="col">{t('targets.inPlace')}</th>
        </tr>
      </thead>
      <tbody>
        {[target, ...alternatives].map((figures) => (
          <TargetRow
            key={figures.spec === null ? 'target' : partitionCount(figures.spec)}
            figures={figures}
            most={most}
          />
        ))}
        <tr>
          <th scope="row">{t('targets.lowerBoundName', { from: from.length, to: to.length })}</th>
          <td className={styles.figure}>{format.integer(lowerBound)}</td>
          <td>
            <Bar share={lowerBound / most} />
          </td>
          <td className={styles.figure}>{format.decimal(1, 3)}×</td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}

function TargetRow({ figures, most }: { readonly figures: TargetFigures; readonly most: number }): ReactElement {
  const { t, format } = useT();
  const { store } = useAppContext();
  const { spec, plan, costs, hottest } = figures;
  const name = targetName(plan, t);
  return (
    <tr className={spec === null ? styles.mine : undefined}>
      <th scope="row">
        {spec === null ? (
          name
        ) : (
          <button type="button" title={t('targets.choose')} onClick={() => applyEdit(store, chooseTarget, { spec })}>
            {name}
          </button>
        )}
      </th>
      <td className={styles.figure}>{format.integer(costs.moved)}</td>
      <td>
        <Bar share={costs.moved / most} />
      </td>
      <td className={styles.figure}>{format.decimal(hottest, 3)}×</td>
      <td>{t(plan.kind === 'rebuild' ? 'targets.refused' : 'targets.yes')}</td>
    </tr>
  );
}

function Bar({ share }: { readonly share: number }): ReactElement {
  return <span className={styles.bar} style={{ '--share': share } as CSSProperties} />;
}
