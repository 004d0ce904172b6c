import type { BrowserContext } from 'playwright-core';

export interface HeldFile {
  /** For `OpenOptions.prepare`. */
  prepare(context: BrowserContext): Promise<void>;
  /** Lets the file come once the page has asked for it, which it must: a test that holds nothing back proves nothing. */
  release(): Promise<void>;
}

/** Keeps a file of the built app from its page. @param pattern as Playwright takes it */
export function holdFile(pattern: string): HeldFile {
  const asked = signal();
  const released = signal();
  return {
    prepare: async (context) => {
      await context.route(pattern, async (route) => {
        asked.give();
        await released.given;
        await route.continue();
      });
    },
    async release() {
      await asked.given;
      released.give();
    },
  };
}

function signal() {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}
