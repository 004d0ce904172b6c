import type { ReactElement } from 'react';
import { useT } from '../../i18n/useT.ts';
import { applyEdit } from '../../store/createAppStore.ts';
import { chooseTarget } from '../../store/edits/chooseTarget.ts';
import { partitionCount } from '../../store/edits/layoutSpecs.ts';
import { figuresOf } from '../../store/figures.ts';
import { selectCounted } from '../../store/selectors.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import styles from './ScenarioPanel.module.css';
import { Section } from './Section.tsx';

/** Share of rows that change table: this plan, its neighbours, and the least possible. */
export function CostSection(): ReactElement | null {
  const { t, format } = useT();
  const { store } = useAppContext();
  const counted = useApp(selectCounted);
  if (counted === null || counted.derived.plan.kind === 'none') return null;
  const { target, alternatives, lowerBound } = figuresOf(counted);
  const { total } = target.change;
  return (
    <Section title={t('scenario.reach')} note={t('scenario.movedColumn')}>
      <ul className={styles.costs}>
        <li className={styles.mine}>
          <span>{t('scenario.thisPlan')}</span>
          <span>{format.percent(target.costs.moved, total)}</span>
        </li>
        {alternatives.map(({ spec, plan, costs }) => (
          <li key={plan.to.length}>
            <button type="button" onClick={() => spec !== null && applyEdit(store, chooseTarget, { spec })}>
              {t('scenario.goTo', {
                from: plan.from.length,
                to: spec === null ? plan.to.length : partitionCount(spec),
              })}
            </button>
            <span>{format.percent(costs.moved, total)}</span>
          </li>
        ))}
        <li title={t('scenario.lowerBoundHelp')}>
          <span>{t('scenario.lowerBound')}</span>
          <span>{format.percent(lowerBound, total)}</span>
        </li>
      </ul>
    </Section>
  );
}
