/** `npm run check`: every check, one after the other; a failing one prints its output and how to put it right. */
import { spawnSync } from 'node:child_process';

interface Check {
  readonly name: string;
  /** Command line of a tool in node_modules/.bin. */
  readonly command: readonly string[];
  readonly fix: string;
}

const checks: readonly Check[] = [
  { name: 'types', command: ['tsc', '-p', '.'], fix: 'correct the types; `npx tsc -p .` lists the errors again' },
  {
    name: 'format and lint',
    command: ['biome', 'check', '.'],
    fix: '`npx biome check --write .` corrects the format and what else is safe; the rest by hand',
  },
  {
    name: 'lint with types',
    command: ['oxlint', '--type-aware', '--deny-warnings'],
    fix: 'correct the lines above; the rules are in .oxlintrc.json',
  },
  {
    name: 'dead code',
    command: ['knip'],
    fix: 'delete what nothing uses, or drop its `export`; entries are listed in package.json under "knip"',
  },
  { name: 'build', command: ['vite', 'build'], fix: '`npm run build` shows the error again' },
  {
    name: 'size',
    command: ['size-limit'],
    fix: 'load the new part on demand with import(); `npm run build` lists the files, package.json holds the limit',
  },
  {
    name: 'architecture',
    command: ['vitest', 'run', '--project', 'unit', 'test/architecture.test.ts'],
    fix: 'move the file or the import; src/README.md says which layer may import which',
  },
  {
    name: 'tests',
    command: ['vitest', 'run', '--project', 'unit', '--project', 'views', '--project', 'browser', '--project', 'quiet'],
    fix: '`npx vitest run <file>` runs one file; `-u` rewrites golden files when the new output is right',
  },
];

function runCheck({ name, command, fix }: Check): boolean {
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', ...command], { encoding: 'utf8' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (status !== 0) console.log(`${stdout}${stderr}\nTo fix ${name}: ${fix}\n`);
  return status === 0;
}

const failed = checks.filter((check) => !runCheck(check));
console.log(failed.length === 0 ? 'All checks pass.' : `Failed: ${failed.map(({ name }) => name).join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
