import { type RefObject, useEffect, useMemo, useState } from 'react';
import { computeStripFrame, type StripFrame } from '../../scene/stripFrame.ts';
import { FULL_VIEW, type StripView } from '../../scene/zoom.ts';
import { loadLate } from '../../ui/late.ts';
import { useSize } from '../../ui/useSize.ts';
import type { ZoomControl } from './attachZoom.ts';

/** The stage's frame: its size and the part of the strip in view, moved by wheel, pinch, drag and `setView`. */
export function useStripView(stage: RefObject<HTMLElement | null>): {
  readonly frame: StripFrame;
  readonly setView: (view: StripView) => void;
} {
  const { width, height } = useSize(stage);
  const [view, setView] = useState<StripView>(FULL_VIEW);
  const frame = useMemo(() => computeStripFrame(width, height, view), [width, height, view]);
  const [control, setControl] = useState<ZoomControl | null>(null);
  useEffect(() => {
    const element = stage.current;
    if (element === null) return;
    let attached: ZoomControl | null = null;
    let isGone = false;
    // d3 comes right after the first picture, which is drawn without it.
    void loadLate(() => import('./attachZoom.ts')).then(({ attachZoom }) => {
      if (isGone) return;
      attached = attachZoom(element, setView);
      setControl(attached);
    });
    return () => {
      isGone = true;
      attached?.destroy();
    };
  }, [stage]);
  useEffect(() => control?.update(frame), [control, frame]);
  return { frame, setView };
}
