import { describe, expect, it } from 'vitest';
import { type ChromiumProbes, findChromium, systemCommands } from '../../browser/chromium.ts';

interface Machine {
  readonly override?: string;
  readonly playwright?: readonly string[];
  readonly onPath?: readonly string[];
  /** Paths that look like browsers but can't be run. */
  readonly broken?: readonly string[];
  readonly canInstall?: boolean;
  /** What the Debian package brings, or the error of apt-get. */
  readonly package?: string | Error;
}

/** A pretended machine; `log` records the installs. */
function createProbes(machine: Machine): { probes: ChromiumProbes; log: string[] } {
  const log: string[] = [];
  const files = new Set<string>([
    ...(machine.playwright ?? []),
    ...(machine.onPath ?? []).map((name) => `/usr/bin/${name}`),
  ]);
  for (const path of machine.broken ?? []) files.delete(path);
  const probes: ChromiumProbes = {
    override: machine.override,
    isExecutable: (path) => files.has(path),
    playwrightPaths: () => machine.playwright ?? [],
    onPath: (command) => (files.has(`/usr/bin/${command}`) ? `/usr/bin/${command}` : null),
    canInstall: () => machine.canInstall ?? false,
    install: () => {
      log.push('install');
      if (machine.package instanceof Error) throw machine.package;
      if (machine.package !== undefined) files.add(machine.package);
    },
  };
  return { probes, log };
}

const everything: Machine = {
  playwright: ['/pw/new/chrome', '/pw/old/chrome'],
  onPath: [...systemCommands],
  canInstall: true,
  package: '/usr/bin/chromium',
};

describe('findChromium', () => {
  it('takes CHROMIUM_PATH before all others', () => {
    const { probes, log } = createProbes({ ...everything, override: '/pw/old/chrome' });
    expect(findChromium(probes)).toBe('/pw/old/chrome');
    expect(log).toEqual([]);
  });

  it('refuses a CHROMIUM_PATH that is no executable instead of taking another browser', () => {
    const { probes } = createProbes({ ...everything, override: '/nowhere' });
    expect(() => findChromium(probes)).toThrow('CHROMIUM_PATH is /nowhere, which is no executable file');
  });

  it('treats an empty CHROMIUM_PATH as not set', () => {
    expect(findChromium(createProbes({ ...everything, override: '' }).probes)).toBe('/pw/new/chrome');
  });

  it('prefers a Playwright install to the system browsers', () => {
    expect(findChromium(createProbes(everything).probes)).toBe('/pw/new/chrome');
  });

  it('takes an older Playwright install when the expected one is missing', () => {
    expect(findChromium(createProbes({ ...everything, broken: ['/pw/new/chrome'] }).probes)).toBe('/pw/old/chrome');
  });

  it.each(systemCommands.map((command, index) => ({ command, left: systemCommands.slice(index) })))(
    'takes $command when it is the first of the system browsers on PATH',
    ({ command, left }) => {
      const { probes, log } = createProbes({ onPath: left, canInstall: true, package: '/usr/bin/chromium' });
      expect(findChromium(probes)).toBe(`/usr/bin/${command}`);
      expect(log).toEqual([]);
    },
  );

  it('installs the Debian package when there is no browser', () => {
    const { probes, log } = createProbes({ canInstall: true, package: '/usr/bin/chromium' });
    expect(findChromium(probes)).toBe('/usr/bin/chromium');
    expect(log).toEqual(['install']);
  });

  it('says in one sentence what to do when nothing can be installed', () => {
    const { probes, log } = createProbes({});
    expect(() => findChromium(probes)).toThrow(
      /^The browser tests found no Chromium: install Chromium .* CHROMIUM_PATH to one\.$/,
    );
    expect(log).toEqual([]);
  });

  it('says in one sentence what to do when the install fails', () => {
    const { probes } = createProbes({ canInstall: true, package: new Error('no network') });
    expect(() => findChromium(probes)).toThrow(
      /could not install the Debian package \(no network\): install Chromium .*\.$/,
    );
  });

  it('says so when the package brings no browser', () => {
    const { probes } = createProbes({ canInstall: true });
    expect(() => findChromium(probes)).toThrow('The Debian package chromium brought no browser');
  });
});
