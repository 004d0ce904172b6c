import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'dist', 'index.html');
const inputs = ['src', 'public', 'index.html', 'package-lock.json', 'vite.config.ts'];

export interface BuiltApp {
  /** Ends with a slash, e.g. http://127.0.0.1:40123/ */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves dist/ on a free port of 127.0.0.1; builds it first when it is missing or older than what it is built from. */
export async function serveBuiltApp(): Promise<BuiltApp> {
  if (!isFresh()) buildApp();
  const server = await preview({ root, logLevel: 'warn', preview: { host: '127.0.0.1', port: 0 } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('vite preview gave no address');
  return { url, close: () => server.close() };
}

function isFresh(): boolean {
  return (
    existsSync(built) && statSync(built).mtimeMs >= Math.max(...inputs.map((input) => newestChange(join(root, input))))
  );
}

function newestChange(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

/** A process of its own: inside Vitest NODE_ENV is `test`, and Vite would build React's development version. */
function buildApp(): void {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, [vite, 'build'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('the app does not build: see `npm run build`');
}
