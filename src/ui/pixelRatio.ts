import { createContext, useContext } from 'react';

/** How much larger everything below is shown than its CSS px say, by the `zoom` of a style; 1 without. */
export const ScaleContext = createContext(1);

/** Device px a CSS px, for canvases. */
export function usePixelRatio(): number {
  return (globalThis.devicePixelRatio || 1) * useContext(ScaleContext);
}
