import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { hashSource, policyOf, withPolicy } from './policy.ts';

const NEW_WORKER = /new Worker\(\s*new URL\('([^']+)', import\.meta\.url\),/g;

/**
 * Vite plugin of `--mode single`: one html file that works from disk, with styles, scripts, workers and the counting
 * kernel in it. PGlite would make it ten times as long: services.ts leaves its client out, and the page says that it lacks.
 */
export function singleFile(): Plugin {
  let publicDir = '';
  return {
    name: 'single-file',
    enforce: 'pre',
    apply: (_, { command, mode }) => command === 'build' && mode === 'single',
    config: ({ build }) => ({
      build: {
        outDir: build?.outDir ?? 'dist-single',
        assetsInlineLimit: Number.MAX_SAFE_INTEGER,
        copyPublicDir: false,
        modulePreload: false,
        rolldownOptions: { output: { codeSplitting: false } },
      },
      // Chromium loads no module worker into a page from disk.
      worker: { format: 'iife', rolldownOptions: { output: { codeSplitting: false } } },
    }),
    configResolved(config) {
      publicDir = config.publicDir;
    },
    transform: (code, id) => (id.includes('/src/') && code.includes('new Worker(') ? inlineWorkers(code) : null),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const source = inlineAll(bundle, readFileSync(join(publicDir, 'icon.svg'), 'utf8'));
        for (const fileName of Object.keys(bundle)) delete bundle[fileName];
        this.emitFile({ type: 'asset', fileName: 'shardscope.html', source });
      },
    },
  };
}

/** `new Worker(new URL('x.ts', ...), options)` becomes a worker whose script is in the page's own. */
function inlineWorkers(code: string): string {
  const imports: string[] = [];
  const changed = code.replaceAll(NEW_WORKER, (_, path: string) => {
    const name = `InlineWorker${imports.length}`;
    imports.push(`import ${name} from '${path}?worker&inline';`);
    return `new ${name}(`;
  });
  return imports.join('\n') + changed;
}

function inlineAll(bundle: Rolldown.OutputBundle, icon: string): string {
  const files = Object.values(bundle);
  const assets = files.filter((file) => file.type === 'asset');
  const textOf = (end: string): string =>
    assets
      .filter(({ fileName }) => fileName.endsWith(end))
      .map(({ source }) => source.toString())
      .join('\n');
  const chunks = files.filter((file) => file.type === 'chunk');
  if (chunks.length !== 1) throw new Error(`${chunks.length} chunks, must be one: ${chunks.map((c) => c.fileName)}`);
  // Inside a script element these two end it, or begin what ends elsewhere.
  const script = chunks[0]!.code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const style = textOf('.css');
  const html = textOf('.html')
    .replaceAll(/\s*<(?:script|link)\b[^>]*\b(?:src|href)="[^"]*"[^>]*>(?:<\/script>)?/g, '')
    .replace('</head>', () => `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}" />\n</head>`)
    .replace('</head>', () => `<style>${style}</style>\n</head>`)
    .replace('</body>', () => `<script type="module">${script}</script>\n</body>`);
  return withPolicy(
    html,
    policyOf({
      scripts: [hashSource(script)],
      styles: [hashSource(style)],
      images: ['data:', 'blob:'],
      // The kernel is in the page as data.
      connect: ['data:'],
      workers: ['blob:'],
      rest: ["'none'"],
    }),
  );
}
