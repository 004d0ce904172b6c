import type { KeyCanvas } from './keyTimes.ts';

/** Which pixels have been covered for good by the dots that were offered so far. */
export interface StampCover {
  /** Whether any pixel of the dot that begins there is not covered yet. */
  isSeen(start: number): boolean;
  cover(start: number): void;
}

/** Round dots let through what is below their edges, so all of them are seen; they are drawn only when there are few. */
export function createStampCover({ buffer, dot }: KeyCanvas): StampCover {
  const { stampSize, square } = dot;
  const { width } = buffer;
  if (!square && stampSize > 2) return { isSeen: () => true, cover: () => undefined };
  const covered = new Uint8Array(width * buffer.height);
  return {
    isSeen(start) {
      for (let row = start, end = start + stampSize * width; row < end; row += width) {
        for (let at = row; at < row + stampSize; at++) if (covered[at] === 0) return true;
      }
      return false;
    },
    cover(start) {
      for (let row = start, end = start + stampSize * width; row < end; row += width) {
        covered.fill(1, row, row + stampSize);
      }
    },
  };
}
