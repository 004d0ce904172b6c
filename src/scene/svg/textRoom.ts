/** Width of a character in em: Chinese and its signs fill the square, other letters are as wide as they are on average. */
function emOf(char: string): number {
  if (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60→←…]/.test(char)) return 1;
  if (/\s/.test(char)) return 0.28;
  if (/\d/.test(char)) return 0.64;
  if (/[%@mwMWжмшщыюфЖМШЩЮ]/.test(char)) return 0.9;
  return /[(),.:;'·ijl|]/.test(char) ? 0.36 : 0.6;
}

/** Width of a line of text, CSS px; rather too wide than too narrow. */
export function lineWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const char of text) em += emOf(char);
  return em * fontSize;
}

/** A text that is at most `width` CSS px wide: what has no room is left out, with "…" in its place. */
export function cutText(text: string, fontSize: number, width: number): string {
  // Sums of widths are not exact.
  if (lineWidth(text, fontSize) <= width + 0.01) return text;
  const chars = [...text];
  while (chars.length > 0 && lineWidth(`${chars.join('')}…`, fontSize) > width) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}

/** Breaks a text into lines of at most `width` CSS px, after spaces and beside Chinese characters; no word is cut. */
export function wrapText(text: string, fontSize: number, width: number): string[] {
  const pieces = text.match(/[\u2e80-\u9fff\uff00-\uff60]|[^\s\u2e80-\u9fff\uff00-\uff60]+|\s+/g) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && lineWidth(line + piece.trimEnd(), fontSize) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
