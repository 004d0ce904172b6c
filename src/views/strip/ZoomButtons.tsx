import type { ReactElement } from 'react';
import { FULL_VIEW, isFullView, type StripView, zoomAround } from '../../scene/zoom.ts';
import styles from './StripStage.module.css';
import type { StripLabels } from './stripLabels.ts';

export interface ZoomButtonsProps {
  readonly view: StripView;
  readonly setView: (view: StripView) => void;
  readonly labels: StripLabels;
}

/** Zoom about the middle of the window; the third button shows the whole strip again. */
export function ZoomButtons({ view, setView, labels }: ZoomButtonsProps): ReactElement {
  const middle = (view.x0 + view.x1) / 2;
  const full = isFullView(view);
  return (
    <div className={styles.zoom}>
      <button
        type="button"
        aria-label={labels.zoomOut}
        disabled={full}
        onClick={() => setView(zoomAround(view, middle, 0.5))}
      >
        −
      </button>
      <button type="button" aria-label={labels.zoomIn} onClick={() => setView(zoomAround(view, middle, 2))}>
        +
      </button>
      <button type="button" disabled={full} onClick={() => setView(FULL_VIEW)}>
        {labels.zoomReset}
      </button>
    </div>
  );
}
