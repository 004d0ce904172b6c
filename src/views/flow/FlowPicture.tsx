import { type CSSProperties, type ReactElement, useMemo, useRef } from 'react';
import { useT } from '../../i18n/useT.ts';
import { computeFlow, FLOW_BAR, type FlowItem, type FlowModel } from '../../scene/flow.ts';
import { useSize } from '../../ui/useSize.ts';
import styles from './FlowView.module.css';

interface FlowPictureProps {
  readonly model: FlowModel;
  readonly label: string;
  readonly marked: number | null;
  readonly onMark: (link: number | null) => void;
}

/** Room for the labels on both sides, CSS px. */
const SIDE = 132;
const NARROW_SIDE = 104;

/** Bars before on the left, after on the right, and a ribbon for each pair that shares rows. */
export function FlowPicture({ model, label, marked, onMark }: FlowPictureProps): ReactElement {
  const { format } = useT();
  const ref = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(ref);
  const side = width < 560 ? NARROW_SIDE : SIDE;
  const inner = Math.max(60, width - 2 * side);
  const scene = useMemo(() => computeFlow(model, inner, Math.max(40, height - 8)), [model, inner, height]);
  const text = ({ label: name, rows }: FlowItem): string => `${name} · ${format.integer(rows)}`;
  return (
    <div ref={ref} className={styles.picture}>
      <svg width={width} height={height} role="img" aria-label={label} onPointerLeave={() => onMark(null)}>
        <g transform={`translate(${side} 4)`}>
          {scene.ribbons.map((path, index) => (
            <path
              key={index}
              className={styles.ribbon}
              d={path}
              data-moves={model.links[index]!.moves || undefined}
              data-marked={index === marked || undefined}
              onPointerEnter={() => onMark(index)}
            />
          ))}
          {[
            { bars: scene.left, items: model.left, x: -8, anchor: 'end' as const },
            { bars: scene.right, items: model.right, x: FLOW_BAR + 8, anchor: 'start' as const },
          ].map(({ bars, items, x, anchor }) =>
            bars.map((bar, index) => (
              <g key={`${anchor}${index}`} style={{ '--hue': `var(--hue-${items[index]!.hue})` } as CSSProperties}>
                <rect className={styles.item} x={bar.x} y={bar.y} width={bar.width} height={Math.max(1, bar.height)} />
                {bar.isLabelled && (
                  <text className={styles.label} x={bar.x + x} y={bar.y + bar.height / 2} textAnchor={anchor}>
                    {text(items[index]!)}
                  </text>
                )}
              </g>
            )),
          )}
        </g>
      </svg>
    </div>
  );
}
