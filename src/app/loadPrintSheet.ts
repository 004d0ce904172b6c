import type { ComponentType } from 'react';
import { loadTexts } from '../i18n/i18n.ts';

let loaded: ComponentType | null = null;

/** The review sheet arrives once, before it is printed: the browser does not wait for it. */
export async function loadPrintSheet(): Promise<void> {
  await loadTexts();
  loaded ??= (await import('./PrintSheet.tsx')).PrintSheet;
}

/** The sheet's component, once it is there. */
export function printSheetView(): ComponentType | null {
  return loaded;
}
