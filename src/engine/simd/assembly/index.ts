import { storeConstants } from './constants.ts';
import { storeTable } from './serial.ts';

storeConstants();
storeTable();

export { binRuns11, binRuns14, binRuns16 } from './binRuns.ts';
export { combine } from './combine.ts';
export {
  countBins11, countBins14, countBins16, countDivided, countExact, countMask, countPairs, remainders, remaindersDivided,
} from './count.ts';
export { maskRuns, packedRuns } from './maskRuns.ts';
export { countRandom16, hashRandom16, randomWords, scaleWords, shiftWords } from './random.ts';
export { hashLongs, hashSeries, hashWords, quotients } from './series.ts';
export { countText, hashText } from './text.ts';
export { BINS, BLOCK, HEAP, NEXT_HI, NEXT_LO, ROW_HI, ROW_LO, RUN, TEMPLATE, WORDS, WORDS_HI } from './layout.ts';
