import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { findChromium } from '../browser/chromium.ts';
import { serveBenchPage } from './browser.ts';

/** How a play of the large ring went in Chromium without a GPU. Times in milliseconds. */
export interface PlayedFrames {
  readonly pixelRatio: number;
  /** Between two frames of the page. */
  readonly median: number;
  readonly p95: number;
  /** Frames that reached the screen a second. */
  readonly presented: number;
  /** Processor time of the page's thread for a frame: script, React, layout and painting. */
  readonly thread: number;
  readonly threadP95: number;
}

const PLAYS = 4;
const CATEGORIES = ['toplevel', 'devtools.timeline', 'viz', 'disabled-by-default-devtools.timeline'];

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time, microseconds. */
  readonly tdur?: number;
}

async function trace(session: CDPSession, run: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  await run();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  return events;
}

function rankOf(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Processor time of the page's thread from each animation frame to the next: React draws in a task of its own. */
function threadTimes(events: readonly TraceEvent[]): number[] {
  const frames = events.filter(({ name }) => name === 'FireAnimationFrame').sort((a, b) => a.ts - b.ts);
  const [page] = frames;
  const tasks = events
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === page?.pid && tid === page.tid)
    .sort((a, b) => a.ts - b.ts);
  const times: number[] = [];
  let frame = 0;
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    const before = frame;
    while (frame < frames.length && frames[frame]!.ts < ts + dur) frame++;
    // Several callbacks of one frame run in one task.
    if (frame > before) times.push(0);
    if (times.length > 0) times[times.length - 1]! += tdur / 1000;
  }
  return times;
}

async function playOnce(browser: Browser, url: string, pixelRatio: number): Promise<PlayedFrames> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: pixelRatio });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => window.bench !== undefined);
  await page.evaluate(() => window.bench.openRing());
  await page.evaluate(() => window.bench.playRing());
  const session = await context.newCDPSession(page);
  const steps: number[] = [];
  const events = await trace(session, async () => {
    for (let play = 0; play < PLAYS; play++) {
      const times = await page.evaluate(() => window.bench.playRing());
      for (let i = 1; i < times.length; i++) steps.push(times[i]! - times[i - 1]!);
    }
  });
  await context.close();
  const seconds = steps.reduce((sum, step) => sum + step, 0) / 1000;
  const thread = threadTimes(events).sort((a, b) => a - b);
  steps.sort((a, b) => a - b);
  return {
    pixelRatio,
    median: rankOf(steps, 0.5),
    p95: rankOf(steps, 0.95),
    presented: events.filter(({ name, ph }) => name === 'Display::DrawAndSwap' && ph !== 'E').length / seconds,
    thread: rankOf(thread, 0.5),
    threadP95: rankOf(thread, 0.95),
  };
}

/** Plays "a node joins" with 40,960 arcs and a million keys, four times at each number of device px a CSS px. */
export async function benchFrames(pixelRatios: readonly number[]): Promise<readonly PlayedFrames[]> {
  const served = await serveBenchPage();
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  const frames: PlayedFrames[] = [];
  for (const ratio of pixelRatios) frames.push(await playOnce(browser, served.url, ratio));
  await browser.close();
  await served.close();
  return frames;
}
