import { compareSlide, nodesSlide, sqlSlide, verdictSlide } from './closingSlides.ts';
import { afterSlide, beforeSlide, questionSlide } from './layoutSlides.ts';
import type { Slide, SlideInput, Texts } from './slide.ts';
import { stepSlides } from './stepSlides.ts';

/**
 * The presentation of a document: the question and its answer, the partitions before, the steps, the partitions after,
 * and then what else there is to say. Nobody writes or edits a slide; there is always at least one.
 */
export function slidesOf(input: SlideInput, texts: Texts): readonly Slide[] {
  const { plan, document } = input.counted.derived;
  const hasSteps = plan.steps.length > 0;
  return [
    questionSlide(input, texts),
    beforeSlide(input, texts),
    ...stepSlides(input, texts),
    ...(hasSteps ? [afterSlide(input, texts)] : []),
    ...nodesSlide(input, texts),
    ...(document.compare.length > 0 ? [compareSlide(input, texts)] : []),
    ...(hasSteps ? [sqlSlide(input, texts)] : []),
    verdictSlide(input, texts),
  ];
}
