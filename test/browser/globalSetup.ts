import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium.ts';
import { serveBuiltApp } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built app, with a slash at its end. */
    readonly appUrl: string;
    readonly chromiumPath: string;
  }
}

/** Once a run of the browser project: finds a browser, serves dist/, and stops serving at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromiumPath = findChromium();
  const app = await serveBuiltApp();
  project.provide('chromiumPath', chromiumPath);
  project.provide('appUrl', app.url);
  return () => app.close();
}
