import type { ReactElement } from 'react';
import { markTexts } from '../../i18n/marks.ts';
import { useT } from '../../i18n/useT.ts';
import { applyEdit } from '../../store/createAppStore.ts';
import { chooseTarget } from '../../store/edits/chooseTarget.ts';
import { partitionCount } from '../../store/edits/layoutSpecs.ts';
import { type Figures, figuresOf, type TargetFigures } from '../../store/figures.ts';
import { headlineText } from '../../store/report/headlineText.ts';
import { selectCounted } from '../../store/selectors.ts';
import type { Counted } from '../../store/state.ts';
import { useApp, useAppContext } from '../../store/useApp.ts';
import { Button } from '../../ui/Button.tsx';
import { ExactnessMark } from '../../ui/ExactnessMark.tsx';
import { lateView } from '../../ui/lazyView.ts';
import { CountingNote } from './CountingNote.tsx';
import styles from './Headline.module.css';

const MovedFormula = lateView(async () => (await import('./MovedFormula.tsx')).MovedFormula);

/** The answer in words: what was asked, what it costs, and what to do instead. */
export function Headline(): ReactElement {
  const counted = useApp(selectCounted);
  return (
    <section className={styles.headline}>
      {counted === null ? <p className={styles.title}>&nbsp;</p> : <Answer counted={counted} />}
      <CountingNote />
    </section>
  );
}

function Answer({ counted }: { readonly counted: Counted }): ReactElement {
  const { t, format } = useT();
  const figures = figuresOf(counted);
  const { kind } = figures.target.plan;
  if (kind === 'rebuild') return <Rebuild figures={figures} />;
  const { title, sentences } = headlineText(counted, t, format);
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.detail}>
        {sentences.join(' ')}
        {kind === 'inPlace' && (
          <>
            {' '}
            <ExactnessMark {...markTexts('exact', t)} /> <Ask figures={figures.target} />
          </>
        )}
      </p>
    </>
  );
}

function Rebuild({ figures }: { readonly figures: Figures }): ReactElement {
  const { t, format } = useT();
  const { store } = useAppContext();
  const { plan, change, costs } = figures.target;
  const names = { from: plan.from.length, to: plan.to.length };
  const best = figures.alternatives[0];
  const spec = best?.spec ?? null;
  return (
    <>
      <h1 className={styles.title}>{t('headline.question', names)}</h1>
      <p className={styles.sentence}>
        {t('headline.because', names)}{' '}
        {t('headline.rebuild', {
          moved: format.integer(costs.moved),
          total: format.integer(change.total),
          percent: format.percent(costs.moved, change.total),
        })}{' '}
        <ExactnessMark {...markTexts('exact', t)} />{' '}
        {best !== undefined && spec !== null && (
          <>
            {t('headline.goingTo')} <strong>{partitionCount(spec)}</strong>{' '}
            {t('headline.alternative', {
              moved: format.integer(best.costs.moved),
              percent: format.percent(best.costs.moved, change.total),
            })}{' '}
            <Button
              label={t('headline.show', { count: partitionCount(spec) })}
              variant="primary"
              onPress={() => applyEdit(store, chooseTarget, { spec })}
            />{' '}
          </>
        )}
        <Ask figures={figures.target} />
      </p>
    </>
  );
}

/** Its popover comes right after the first picture; the words stand in their place before. */
function Ask({ figures }: { readonly figures: TargetFigures }): ReactElement {
  const { t } = useT();
  return <MovedFormula figures={figures} stand={t('formula.ask')} />;
}
