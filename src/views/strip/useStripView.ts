import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { computeStripFrame, type StripFrame } from '../../scene/stripFrame.ts';
import { FULL_VIEW, type StripView } from '../../scene/zoom.ts';
import { useSize } from '../../ui/useSize.ts';
import { attachZoom, type ZoomControl } from './attachZoom.ts';

/** The stage's frame: its size and the part of the strip in view, moved by wheel, pinch, drag and `setView`. */
export function useStripView(stage: RefObject<HTMLElement | null>): {
  readonly frame: StripFrame;
  readonly setView: (view: StripView) => void;
} {
  const { width, height } = useSize(stage);
  const [view, setView] = useState<StripView>(FULL_VIEW);
  const frame = useMemo(() => computeStripFrame(width, height, view), [width, height, view]);
  const control = useRef<ZoomControl | null>(null);
  useEffect(() => {
    if (stage.current === null) return;
    control.current = attachZoom(stage.current, setView);
    return () => control.current?.destroy();
  }, [stage]);
  useEffect(() => control.current?.update(frame), [frame]);
  return { frame, setView };
}
