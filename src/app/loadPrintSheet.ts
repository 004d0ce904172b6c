import type { ComponentType } from 'react';

let loaded: ComponentType | null = null;

/** The review sheet arrives once, before it is printed: the browser does not wait for it. */
export async function loadPrintSheet(): Promise<void> {
  loaded ??= (await import('./PrintSheet.tsx')).PrintSheet;
}

/** The sheet's component, once it is there. */
export function printSheetView(): ComponentType | null {
  return loaded;
}
