import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** What findChromium asks the machine; tests answer in its place. */
export interface ChromiumProbes {
  /** CHROMIUM_PATH; undefined or empty when not set. */
  readonly override: string | undefined;
  isExecutable(path: string): boolean;
  /** Where Playwright would have put its browser, best first. */
  playwrightPaths(): readonly string[];
  /** First match on PATH, or null. */
  onPath(command: string): string | null;
  /** True when Debian packages can be installed without a question. */
  canInstall(): boolean;
  /** Installs the Debian package; throws when that fails. */
  install(): void;
}

export const systemCommands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;
const systemPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
] as const;

const advice =
  'install Chromium (for example `npx playwright install chromium` or `apt-get install chromium`) or set CHROMIUM_PATH to one.';

/**
 * Path of a Chromium for the tests: CHROMIUM_PATH, a Playwright install, a system Chromium or Chrome, and if there is
 * none the Debian package, installed now.
 * @throws Error of one sentence that says what to do
 */
export function findChromium(probes: ChromiumProbes = machineProbes): string {
  if (probes.override) {
    if (probes.isExecutable(probes.override)) return probes.override;
    throw new Error(`CHROMIUM_PATH is ${probes.override}, which is no executable file: correct it or unset it.`);
  }
  const found = findInstalled(probes);
  if (found !== null) return found;
  if (!probes.canInstall()) throw new Error(`The browser tests found no Chromium: ${advice}`);
  try {
    probes.install();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The browser tests found no Chromium and could not install the Debian package (${reason}): ${advice}`,
    );
  }
  const installed = findInstalled(probes);
  if (installed === null) throw new Error(`The Debian package chromium brought no browser: ${advice}`);
  return installed;
}

function findInstalled(probes: ChromiumProbes): string | null {
  const candidates = [
    ...probes.playwrightPaths(),
    ...systemCommands.map((name) => probes.onPath(name)),
    ...systemPaths,
  ];
  return candidates.find((path) => path !== null && probes.isExecutable(path)) ?? null;
}

const machineProbes: ChromiumProbes = {
  override: process.env.CHROMIUM_PATH,
  isExecutable,
  playwrightPaths: () => [chromium.executablePath(), ...cachedPlaywrightPaths()],
  onPath: (command) =>
    (process.env.PATH ?? '')
      .split(delimiter)
      .map((folder) => join(folder, command))
      .find(isExecutable) ?? null,
  canInstall: () => commandWorks('apt-get', ['--version']) && (isRoot() || commandWorks('sudo', ['-n', 'true'])),
  install: () => {
    console.log('No Chromium found: installing the Debian package chromium ...');
    runAsRoot(['apt-get', 'update']);
    runAsRoot(['apt-get', 'install', '-y', '--no-install-recommends', 'chromium']);
  },
};

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Browsers that another version of Playwright left in its cache, newest first. */
function cachedPlaywrightPaths(): string[] {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return [];
  const revision = (folder: string): number => Number(folder.split('-').at(-1));
  return readdirSync(cache)
    .filter((folder) => /^chromium(?:_headless_shell)?-\d+$/.test(folder))
    .sort((a, b) => revision(b) - revision(a))
    .flatMap((folder) =>
      ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-linux/headless_shell'].map((file) =>
        join(cache, folder, file),
      ),
    );
}

function isRoot(): boolean {
  return userInfo().uid === 0;
}

function commandWorks(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function runAsRoot(command: readonly string[]): void {
  const [program = '', ...args] = isRoot()
    ? command
    : ['sudo', '-n', 'env', 'DEBIAN_FRONTEND=noninteractive', ...command];
  execFileSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
