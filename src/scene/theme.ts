/** Colours of the drawings, as computed CSS colours: `rgb(66, 105, 208)`. */
export interface CanvasTheme {
  readonly background: string;
  readonly ribbonStays: string;
  readonly ribbonMoves: string;
  /** Rows that belong to no node, and old copies. */
  readonly stays: string;
  /** Entry 0 is the accent for moved rows, entries 1..8 the hues. */
  readonly hues: readonly string[];
}

/** What a picture needs that leaves the page: also the colours of its texts and lines. */
export interface PictureTheme extends CanvasTheme {
  readonly text: string;
  readonly textMuted: string;
  readonly border: string;
  readonly accent: string;
  readonly lock: string;
}
