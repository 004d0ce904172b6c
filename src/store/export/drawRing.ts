import type { NodeRows } from '../../scene/nodeLedger.ts';
import { type LegendEntry, pictureSvg } from '../../scene/svg/picture.ts';
import { type RingFacts, type RingPicture, ringFacts, ringSvg } from '../../scene/svg/ringSvg.ts';
import { ringWords } from '../pictureWords.ts';
import { ringSourceOf } from '../ringSource.ts';
import { rowsPerDot } from '../stripWords.ts';
import type { PictureContext } from './pictureContext.ts';

/** Shares of a node's colour in the background, as the ring shades what leaves and what has come. */
const LEAVING = 0.42;
const ARRIVED = 0.72;

export function drawRing(context: PictureContext): string | null {
  const { state, playhead, theme, t, format, title, sentences, isBare } = context;
  const source = ringSourceOf(state, playhead, t, format);
  if (source === null) return null;
  const { model, keysOf, total, sampled, summary } = source;
  const limit = state.ui.allDots ? { keyLimit: sampled } : {};
  const picture: RingPicture = { model, keysOf, total, t: source.t, ...limit };
  const legend = legendOf(ringFacts(picture), context);
  const words = { ...ringWords(model, t, format), rowFormats: [format.integer, format.compact] };
  const texts = { title, isBare, lines: [...sentences, summary], description: summary, legend };
  return pictureSvg(theme, texts, (colours) => ringSvg(picture, colours, words));
}

function legendOf({ rowsPerDot: perDot, rowsPerKey, rows }: RingFacts, context: PictureContext): LegendEntry[] {
  const { t, format, theme } = context;
  const asSampled = (text: string): string => t('ring.legendSampled', { text });
  const isSame = rowsPerKey !== null && Math.abs(rowsPerKey / perDot - 1) < 0.01;
  const dots: LegendEntry[] = isSame
    ? [{ swatch: 'dot', text: asSampled(t('ring.legendDot', rowsPerDot(perDot, format))) }]
    : [{ swatch: 'dot', text: t('ring.legendHeapDot', rowsPerDot(perDot, format)) }];
  if (!isSame && rowsPerKey !== null) {
    dots.push({ swatch: 'dot', text: asSampled(t('ring.legendKeyDot', rowsPerDot(rowsPerKey, format))) });
  }
  const shades: readonly (Omit<LegendEntry, 'swatch'> & { readonly part: keyof NodeRows })[] = [
    { part: 'leaving', opacity: LEAVING, text: t('ring.legendLeaving') },
    { part: 'arrived', opacity: ARRIVED, text: t('ring.legendArrived') },
    { part: 'old', opacity: 1, colour: theme.stays, text: t('ring.legendCopies') },
  ];
  return [
    ...dots,
    ...shades
      .filter(({ part }) => rows[part].some((value) => value > 0))
      .map(({ part: _, ...shade }) => ({ swatch: 'box' as const, ...shade })),
    { swatch: 'none', text: t('ring.legendOld') },
  ];
}
