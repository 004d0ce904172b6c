import { loadTexts } from '../i18n/i18n.ts';

type SheetModule = typeof import('./PrintSheet.tsx');

let loaded: SheetModule | null = null;

/** The review sheet arrives once, before it is printed: the browser does not wait for it. */
export async function loadPrintSheet(): Promise<void> {
  await loadTexts();
  loaded ??= await import('./PrintSheet.tsx');
}

/** The sheet's component, once it is there. */
export function printSheetView(): SheetModule['PrintSheet'] | null {
  return loaded?.PrintSheet ?? null;
}
