import { escapeXml } from '../scene/svg/svg.ts';
import type { StageView } from './state.ts';

/** Size of the frame that is offered, CSS px: the picture, the headline above it and the timeline below. */
const FRAME = { width: 960, height: 720 };

/** The same address as a page to be framed. */
export function embedAddress(address: string, view: StageView): string {
  const url = new URL(address);
  url.searchParams.set('embed', view);
  return url.href;
}

/** The same address as the whole app. */
export function wholeAddress(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('embed');
  return url.href;
}

/** The frame as HTML, to be pasted into a page. */
export function frameCode(address: string, title: string): string {
  const { width, height } = FRAME;
  return `<iframe src="${escapeXml(address)}" title="${escapeXml(title)}" width="${width}" height="${height}" style="border: 0" loading="lazy"></iframe>`;
}
