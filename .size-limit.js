import { readFileSync } from 'node:fs';

/** What the page itself asks for: index.html names the entry, its style sheets and every chunk it needs at once. */
function firstLoad() {
  const html = readFileSync(new URL('dist/index.html', import.meta.url), 'utf8');
  return Array.from(html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g), ([, path]) => `dist/${path}`);
}

export default [{ name: 'first load', path: firstLoad(), limit: '250 kB', gzip: true }];
