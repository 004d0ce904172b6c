/** Before every view test: matchers, and what jsdom lacks of a browser's layout, canvas and media queries. */
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { loadTexts } from '../../src/i18n/i18n.ts';
import { computedStyle } from './computedStyle.ts';
import { FakeImageData, getFakeContext } from './drawLog.ts';
import { fakeMatchMedia, resetMedia } from './media.ts';

if (process.env.TZ !== 'UTC')
  throw new Error(`view tests need TZ=UTC, not ${process.env.TZ}: run them through Vitest's config`);

/** Nothing is laid out in jsdom, so no size ever changes. */
class FakeResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

function define(target: object, properties: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(properties)) {
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
  }
}

define(globalThis, {
  ResizeObserver: FakeResizeObserver,
  ImageData: FakeImageData,
  matchMedia: fakeMatchMedia,
  getComputedStyle: computedStyle,
  CSS: { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&'), supports: () => false },
});
define(HTMLCanvasElement.prototype, { getContext: getFakeContext });
define(Element.prototype, {
  scrollIntoView: () => undefined,
  setPointerCapture: () => undefined,
  releasePointerCapture: () => undefined,
  hasPointerCapture: () => false,
});
// CodeMirror measures text by ranges.
define(Range.prototype, { getClientRects: () => [], getBoundingClientRect: () => new DOMRect() });

// A busy machine is no fault; what never comes fails all the same.
configure({ asyncUtilTimeout: 10_000 });

// React's development build makes an Error for every element, and Vitest keeps a hundred lines of each.
Error.stackTraceLimit = 10;

await loadTexts();

afterEach(() => {
  cleanup();
  resetMedia();
  localStorage.clear();
});
