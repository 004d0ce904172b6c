import type { Painter } from '../painter.ts';
import { tag } from './svg.ts';
import { createSvgPath, type SvgPath } from './svgPath.ts';

/** A canvas context's stand-in that keeps what is painted as SVG elements. */
export interface SvgPainter extends Painter {
  readonly marks: string[];
}

export function createSvgPainter(): SvgPainter {
  const marks: string[] = [];
  let path: SvgPath = createSvgPath();
  const opacity = (alpha: number): number | undefined => (alpha >= 1 ? undefined : alpha);
  return {
    marks,
    globalAlpha: 1,
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    beginPath() {
      path = createSvgPath();
    },
    moveTo: (...point) => path.moveTo(...point),
    lineTo: (...point) => path.lineTo(...point),
    bezierCurveTo: (...points) => path.bezierCurveTo(...points),
    arc: (...circle) => path.arc(...circle),
    closePath: () => path.closePath(),
    roundRect(x, y, w, h, radii) {
      const r = Number(radii);
      path.moveTo(x + r, y);
      path.arc(x + w - r, y + r, r, -Math.PI / 2, 0);
      path.arc(x + w - r, y + h - r, r, 0, Math.PI / 2);
      path.arc(x + r, y + h - r, r, Math.PI / 2, Math.PI);
      path.arc(x + r, y + r, r, Math.PI, 1.5 * Math.PI);
      path.closePath();
    },
    fill() {
      if (path.data.length === 0) return;
      const fill = String(this.fillStyle);
      marks.push(tag('path', { d: path.data.join(''), fill, 'fill-opacity': opacity(this.globalAlpha) }));
    },
    stroke() {
      if (path.data.length === 0) return;
      const stroke = String(this.strokeStyle);
      marks.push(tag('path', { d: path.data.join(''), fill: 'none', stroke, 'stroke-width': this.lineWidth }));
    },
    fillRect(x, y, width, height) {
      const fill = String(this.fillStyle);
      marks.push(tag('rect', { x, y, width, height, fill, 'fill-opacity': opacity(this.globalAlpha) }));
    },
  };
}
