import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';

/** Where pictures are: the committed ones, and below `out/` those that were just taken. */
export function pathOf(folder: 'baseline' | 'out/new' | 'out/difference' | 'out/full', name: string): string {
  return fileURLToPath(new URL(`${folder}/${name}.png`, import.meta.url));
}

export function writeFile(path: string, content: Buffer | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** The committed picture of a name; null when there is none yet. */
export function readBaseline(name: string): PNG | null {
  const path = pathOf('baseline', name);
  return existsSync(path) ? PNG.sync.read(readFileSync(path)) : null;
}

/** Names of all committed pictures. */
export function baselineNames(): readonly string[] {
  const folder = fileURLToPath(new URL('baseline/', import.meta.url));
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => (file.endsWith('.png') ? [file.slice(0, -'.png'.length)] : []));
}
