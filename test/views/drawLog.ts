/** A 2D context for jsdom, which has none: it draws nothing and remembers what it was told. */
interface DrawLog {
  /** `name(arguments)` of calls and `name = value` of assignments, in order; numbers are rounded to 2 decimals. */
  readonly entries: string[];
  pixels: ImageData | null;
}

const logs = new WeakMap<HTMLCanvasElement, DrawLog>();
const contexts = new WeakMap<HTMLCanvasElement, CanvasRenderingContext2D>();

function logOf(canvas: HTMLCanvasElement): DrawLog {
  const log = logs.get(canvas) ?? { entries: [], pixels: null };
  logs.set(canvas, log);
  return log;
}

/** What has been drawn on the canvas since it was made or since `clearDrawLog`. */
export function getDrawLog(canvas: HTMLCanvasElement): readonly string[] {
  return logOf(canvas).entries;
}

export function clearDrawLog(canvas: HTMLCanvasElement): void {
  logOf(canvas).entries.length = 0;
}

/** The pixels last put on the canvas; null when there were none. */
export function getDrawnPixels(canvas: HTMLCanvasElement): ImageData | null {
  return logOf(canvas).pixels;
}

/** jsdom has no ImageData either. */
export class FakeImageData {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  readonly colorSpace = 'srgb';

  constructor(dataOrWidth: Uint8ClampedArray | number, widthOrHeight: number, height?: number) {
    if (typeof dataOrWidth === 'number') {
      this.width = dataOrWidth;
      this.height = widthOrHeight;
      this.data = new Uint8ClampedArray(this.width * this.height * 4);
    } else {
      this.width = widthOrHeight;
      this.height = height ?? dataOrWidth.length / 4 / widthOrHeight;
      this.data = dataOrWidth;
    }
  }
}

function show(value: unknown): string {
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  return value === null || typeof value !== 'object' ? String(value) : value.constructor.name;
}

/** Answers of the methods that return something; text is 6 pixels a character wide. */
const answers: Readonly<Record<string, (...args: readonly never[]) => unknown>> = {
  measureText: (text: string) => ({ width: text.length * 6, actualBoundingBoxAscent: 8, actualBoundingBoxDescent: 2 }),
  createImageData: (width: number, height: number) => new FakeImageData(width, height),
  getImageData: (_x: number, _y: number, width: number, height: number) => new FakeImageData(width, height),
  createLinearGradient: () => ({ addColorStop: () => undefined }),
  createPattern: () => ({ setTransform: () => undefined }),
  getLineDash: () => [],
};

/** Stands in for HTMLCanvasElement.prototype.getContext. */
export function getFakeContext(this: HTMLCanvasElement, kind: string): CanvasRenderingContext2D | null {
  if (kind !== '2d') return null;
  const known = contexts.get(this);
  if (known !== undefined) return known;
  const log = logOf(this);
  const state = new Map<PropertyKey, unknown>([['canvas', this]]);
  const call = (name: string, args: readonly never[]): unknown => {
    log.entries.push(`${name}(${args.map(show).join(', ')})`);
    if (name === 'putImageData') log.pixels = args[0] ?? null;
    return answers[name]?.(...args);
  };
  const context = new Proxy({} as CanvasRenderingContext2D, {
    get: (_target, name) => (state.has(name) ? state.get(name) : (...args: never[]) => call(String(name), args)),
    set: (_target, name, value) => {
      state.set(name, value);
      log.entries.push(`${String(name)} = ${show(value)}`);
      return true;
    },
  });
  contexts.set(this, context);
  return context;
}
