import type { ArcPath } from '../bend.ts';
import type { PathSink } from '../ribbonMarks.ts';
import { round } from './svg.ts';

/** SVG path data, written like a path of a canvas. */
export interface SvgPath extends ArcPath, PathSink {
  readonly data: string[];
}

/** An arc is written as two halves, because SVG leaves out one that ends where it begins. */
export function createSvgPath(): SvgPath {
  const data: string[] = [];
  let end = '';
  const write = (command: string, ...numbers: readonly number[]): void => {
    const digits = numbers.map(round);
    data.push(command + digits.join(' '));
    end = digits.slice(-2).join(' ');
  };
  return {
    data,
    moveTo: (x, y) => write('M', x, y),
    lineTo: (x, y) => write('L', x, y),
    bezierCurveTo: (...numbers) => write('C', ...numbers),
    closePath: () => write('Z'),
    arc(x, y, radius, from, to) {
      const sweep = to > from ? 1 : 0;
      // As a canvas does: a line leads to the start of the arc, or the path begins there.
      const first = [x + radius * Math.cos(from), y + radius * Math.sin(from)] as const;
      if (data.length === 0) write('M', ...first);
      else if (first.map(round).join(' ') !== end) write('L', ...first);
      for (const angle of [(from + to) / 2, to]) {
        write('A', radius, radius, 0, 0, sweep, x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      }
    },
  };
}
