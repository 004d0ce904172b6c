import { type ComponentType, lazy, type ReactElement, Suspense, useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useT } from '../i18n/useT.ts';
import { compareRows } from '../store/compareRows.ts';
import { selectSql } from '../store/planSql.ts';
import type { SlideView } from '../store/presenter/slide.ts';
import { slidesOf } from '../store/presenter/slides.ts';
import { selectCounted } from '../store/selectors.ts';
import type { AppState, Compared, Verification } from '../store/state.ts';
import { useApp } from '../store/useApp.ts';
import { CompareTable } from '../views/compare/CompareTable.tsx';
import { SmallStrips } from '../views/compare/SmallStrips.tsx';
import { Notices } from '../views/notices/Notices.tsx';
import { PresenterView } from '../views/presenter/PresenterView.tsx';
import { SqlPicture } from '../views/presenter/SqlPicture.tsx';
import { StripPanel } from './StripPanel.tsx';
import { useGlide } from './useGlide.ts';

const selectCompared = (state: AppState): Compared | null => state.comparison.done;
const selectVerification = (state: AppState): Verification => state.verification;
const selectDocument = (state: AppState): AppState['document'] => state.document;
const selectSlide = (state: AppState): number => state.ui.presenting?.slide ?? 0;

const pictures: Readonly<Record<SlideView, ComponentType | null>> = {
  words: null,
  strip: StripPanel,
  nodes: lazy(async () => {
    const { PlanRing } = await import('./RingPanel.tsx');
    return { default: () => <PlanRing bend={1} nodesAt={1} /> };
  }),
  compare: ComparePicture,
  sql: SqlPicture,
};

function ComparePicture(): ReactElement {
  const counted = useApp(selectCounted);
  const compared = useApp(selectCompared);
  const rows = useMemo(() => compareRows(counted, compared), [counted, compared]);
  return (
    <>
      <CompareTable rows={rows} />
      <SmallStrips rows={rows} />
    </>
  );
}

/** The document as slides, instead of the app. */
export function Presenter(): ReactElement {
  const { t, format, locale } = useT();
  const counted = useApp(selectCounted);
  const compared = useApp(selectCompared);
  const verification = useApp(selectVerification);
  const document = useApp(selectDocument);
  const sql = useApp(selectSql);
  const slides = useMemo(
    () => (counted === null ? [] : slidesOf({ counted, compared, verification, document, sql }, { t, format })),
    [counted, compared, verification, document, sql, t, format],
  );
  // The document may have changed since, by undo or in another window.
  const index = Math.min(useApp(selectSlide), slides.length - 1);
  const slide = slides[index];
  useGlide(slide?.t ?? 0);
  useTitle(t('presenter.region'));
  const Picture = slide === undefined ? null : pictures[slide.view];
  return (
    <I18nProvider locale={locale}>
      <PresenterView slides={slides} index={index}>
        {Picture !== null && (
          <Suspense fallback={null}>
            <Picture />
          </Suspense>
        )}
      </PresenterView>
      <Notices />
    </I18nProvider>
  );
}

/** Names the window while it presents. */
function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · ${before}`;
    return () => {
      document.title = before;
    };
  }, [title]);
}
