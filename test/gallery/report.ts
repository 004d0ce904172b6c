import { fileURLToPath } from 'node:url';
import type { Case } from './cases.ts';
import { writeFile } from './files.ts';

export interface Result {
  readonly name: string;
  readonly of: Case;
  readonly status: 'same' | 'differs' | 'new';
  /** Of the pixels. */
  readonly share: number;
}

const page = fileURLToPath(new URL('out/index.html', import.meta.url));

/** Writes out/index.html: committed picture, new picture and difference side by side, those that differ first. */
export function writeReport(results: readonly Result[]): string {
  const order = { differs: 0, new: 1, same: 2 };
  const sorted = results.toSorted((a, b) => order[a.status] - order[b.status] || b.share - a.share);
  writeFile(page, html(sorted));
  return page;
}

function html(results: readonly Result[]): string {
  const filters = [
    ['status', results.map(({ status }) => status)],
    ['view', results.map(({ of }) => of.view)],
    ['theme', results.map(({ of }) => of.theme)],
    ['locale', results.map(({ of }) => of.locale)],
    ['width', results.map(({ of }) => String(of.size.width))],
  ] as const;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Gallery</title>
<style>
  body { margin: 16px; font: 14px/1.4 system-ui, sans-serif; color-scheme: light dark; }
  form { position: sticky; top: 0; display: flex; gap: 16px; padding: 8px 0; background: Canvas; }
  article { margin-block: 16px; }
  article > div { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 8px; }
  img { max-width: 100%; border: 1px solid GrayText; }
</style>
<h1>Gallery</h1>
<form>${filters.map(([name, values]) => select(name, values)).join('')}<output></output></form>
${results.map(article).join('\n')}
<script>
  const form = document.querySelector('form');
  function show() {
    const wanted = Object.entries(Object.fromEntries(new FormData(form))).filter(([, value]) => value !== '');
    let count = 0;
    for (const article of document.querySelectorAll('article')) {
      article.hidden = wanted.some(([name, value]) => article.dataset[name] !== value);
      if (!article.hidden) count += 1;
    }
    form.querySelector('output').textContent = count + ' pictures';
  }
  form.addEventListener('change', show);
  show();
</script>
</html>
`;
}

function select(name: string, values: readonly string[]): string {
  const options = [...new Set(values)].map((value) => `<option>${value}</option>`);
  return `<label>${name} <select name="${name}"><option value="">all</option>${options.join('')}</select></label>`;
}

function article({ name, of, status, share }: Result): string {
  const { view, theme, locale, size } = of;
  const data = `data-status="${status}" data-view="${view}" data-theme="${theme}" data-locale="${locale}" data-width="${size.width}"`;
  const image = (path: string, text: string): string => `<img loading="lazy" src="${path}/${name}.png" alt="${text}">`;
  const none = '<span></span>';
  return `<article ${data}>
  <h2>${name}: ${status}${status === 'differs' ? `, ${(share * 100).toFixed(2)} % of the pixels` : ''}</h2>
  <div>${status === 'new' ? none : image('../baseline', 'committed')}<a href="full/${name}.png">${image('new', 'new')}</a>${
    status === 'differs' ? image('difference', 'difference') : none
  }</div>
</article>`;
}
