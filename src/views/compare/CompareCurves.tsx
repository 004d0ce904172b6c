import { type CSSProperties, memo, type ReactElement, useId, useState } from 'react';
import { useT } from '../../i18n/useT.ts';
import { type Curve, type CurveFrame, curveDash, curvePath, curveTicks, curveX } from '../../scene/curves.ts';
import { schemeName } from '../../store/schemeName.ts';
import type { Curves } from '../../store/state.ts';
import { Slider } from '../../ui/Slider.tsx';
import styles from './CompareView.module.css';

const HUES = 8;
const WIDTH = 300;
const HEIGHT = 130;
/** Room for the figures of the axis. */
const AXIS = 44;

/** What one more node moves, and how uneven nodes are, for 1 to 64 nodes; the slider reads the figures of one number. */
export const CompareCurves = memo(function CompareCurves({ curves }: { readonly curves: Curves }): ReactElement {
  const { t, format } = useT();
  const { request, reply } = curves;
  const [nodes, setNodes] = useState(8);
  const lines = reply.schemes.map((line, index) => ({
    ...line,
    id: request.schemes[index]!.scheme,
    style: lineStyle(index),
  }));
  const most = Math.max(1.5, ...lines.flatMap(({ hottest }) => [...hottest].filter(Number.isFinite)));
  return (
    <section className={styles.curves} aria-label={t('compare.curves')}>
      <p className={styles.note}>{t('compare.curvesNote', { keys: format.integer(reply.keysUsed) })}</p>
      <Slider
        label={t('compare.nodes')}
        value={nodes}
        onChange={setNodes}
        min={1}
        max={request.maxNodes}
        step={1}
        format={(value) => t('compare.nodesValue', { count: value })}
      />
      <div className={styles.charts}>
        <Chart
          title={t('compare.curveMoved')}
          curves={lines.map(({ id, moved }) => ({ id, values: moved }))}
          frame={{ width: WIDTH, height: HEIGHT, min: 0, max: 1 }}
          nodes={nodes}
          maxNodes={request.maxNodes}
          text={(value) => format.percent(value, 1)}
        />
        <Chart
          title={t('compare.curveHottest')}
          curves={lines.map(({ id, hottest }) => ({ id, values: hottest }))}
          frame={{ width: WIDTH, height: HEIGHT, min: 1, max: Math.min(4, most) }}
          nodes={nodes}
          maxNodes={request.maxNodes}
          text={(value) => `${format.decimal(value, 2)}×`}
        />
      </div>
      <table className={styles.legend}>
        <caption className="visually-hidden">{t('compare.curves')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.scheme')}</th>
            <th scope="col">{t('compare.curveMoved')}</th>
            <th scope="col">{t('compare.curveHottest')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, style, moved, hottest }) => (
            <tr key={id} style={style}>
              <th scope="row">
                <span className={styles.key}>
                  <svg data-swatch="" width={28} height={10} aria-hidden="true">
                    <path className={styles.curve} d="M0 5h28" />
                  </svg>
                  {schemeName(id, t)}
                </span>
              </th>
              <td>{figureAt(moved, nodes, (value) => format.percent(value, 1))}</td>
              <td>{figureAt(hottest, nodes, (value) => `${format.decimal(value, 3)}×`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

function lineStyle(index: number): CSSProperties {
  return { '--hue': `var(--hue-${(index % HUES) + 1})`, '--dash': curveDash(index) } as CSSProperties;
}

function figureAt(values: Float64Array, nodes: number, text: (value: number) => string): string {
  const value = values[nodes - 1];
  return value === undefined || Number.isNaN(value) ? '–' : text(value);
}

interface ChartProps {
  readonly title: string;
  readonly curves: readonly Curve[];
  readonly frame: CurveFrame;
  readonly nodes: number;
  readonly maxNodes: number;
  readonly text: (value: number) => string;
}

function Chart({ title, curves, frame, nodes, maxNodes, text }: ChartProps): ReactElement {
  const id = useId();
  const x = curveX(nodes, maxNodes, frame);
  return (
    <figure className={styles.chart} aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH + AXIS + 8} ${HEIGHT + 22}`} role="presentation">
        <g transform={`translate(${AXIS} 6)`}>
          {curveTicks(frame).map(({ value, y }) => (
            <g key={value}>
              <line className={styles.grid} x1={0} x2={WIDTH} y1={y} y2={y} />
              <text className={styles.axis} x={-6} y={y} textAnchor="end">
                {text(value)}
              </text>
            </g>
          ))}
          <line className={styles.cursor} x1={x} x2={x} y1={0} y2={HEIGHT} />
          {curves.map((curve, index) => (
            <path key={curve.id} className={styles.curve} d={curvePath(curve, frame)} style={lineStyle(index)} />
          ))}
          {[1, 16, 32, 48, maxNodes].map((count) => (
            <text
              key={count}
              className={styles.axis}
              x={curveX(count, maxNodes, frame)}
              y={HEIGHT + 12}
              textAnchor="middle"
            >
              {count}
            </text>
          ))}
        </g>
      </svg>
    </figure>
  );
}
