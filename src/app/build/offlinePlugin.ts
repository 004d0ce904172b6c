import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import { policyOf, withPolicy } from './policy.ts';

/** What the service worker is built with. Addresses are relative to its own; a revision is null where the name has one. */
export interface OfflineFiles {
  /** Kept from the first visit on. */
  readonly precached: readonly { readonly url: string; readonly revision: string | null }[];
  /** PostgreSQL's, some 16 MB: kept from their first use on. */
  readonly onUse: readonly string[];
}

const worker = fileURLToPath(new URL('../offline/service.worker.ts', import.meta.url));

/** Vite plugin: writes the page's policy into it, and the service worker that keeps the built files for use offline. */
export function offline(): Plugin {
  let publicDir = '';
  return {
    name: 'offline',
    enforce: 'post',
    apply: (_, { command, mode }) => command === 'build' && mode !== 'single',
    configResolved(config) {
      publicDir = config.publicDir;
    },
    transformIndexHtml: { order: 'post', handler: (html) => withPolicy(html, policyOf()) },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const source = await buildWorker(listFiles(bundle, publicDir));
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}

function listFiles(bundle: Rolldown.OutputBundle, publicDir: string): OfflineFiles {
  const built = Object.values(bundle).map((file) => ({
    url: file.fileName,
    isPglite: isPglite(file),
    revision: file.fileName.startsWith('assets/') ? null : hashOf(file.type === 'asset' ? file.source : file.code),
  }));
  // Another page that is built as the app is, the bench's, has no public folder.
  const copiedNames = existsSync(publicDir) ? readdirSync(publicDir) : [];
  const copied = copiedNames.map((url) => ({ url, revision: hashOf(readFileSync(join(publicDir, url))) }));
  return {
    precached: [...built.filter((file) => !file.isPglite), ...copied].map(({ url, revision }) => ({ url, revision })),
    onUse: built.filter((file) => file.isPglite).map(({ url }) => url),
  };
}

/** What workers are built of comes without its modules; there PGlite is a chunk of its own name. */
function isPglite(file: Rolldown.OutputAsset | Rolldown.OutputChunk): boolean {
  if (/^assets\/(?:chunk-)?(?:pglite|initdb)-/.test(file.fileName)) return true;
  return file.type === 'chunk' && file.moduleIds.some((id) => id.includes('/node_modules/@electric-sql/'));
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** One classic script: not every browser that has service workers lets them import. */
async function buildWorker(files: OfflineFiles): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define: {
      'process.env.NODE_ENV': '"production"',
      OFFLINE_FILES: JSON.stringify(files),
      POLICY: JSON.stringify(policyOf()),
    },
    build: {
      write: false,
      target: 'es2023',
      copyPublicDir: false,
      lib: { entry: worker, formats: ['iife'], name: 'sw', fileName: () => 'sw.js' },
    },
  });
  const [{ output }] = result as [Rolldown.RolldownOutput];
  return output[0].code;
}
