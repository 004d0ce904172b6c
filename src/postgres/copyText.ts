import type { KeySpec } from '../keys/keySpec.ts';
import { createKeyTexts } from '../keys/keyText.ts';

/**
 * One value in COPY's text format: backslash, tab and line ends are escaped (CopyAttributeOutText() in
 * src/backend/commands/copyto.c). An empty string stays empty; NULL, which keys never are, would be `\N`.
 */
export function copyValue(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char]!) : text;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Writes keys as lines of COPY's text format, columns separated by tabs. */
export function createCopyWriter(keys: KeySpec): (rows: Float64Array) => string {
  const textsOf = createKeyTexts(keys);
  return (rows) => {
    let text = '';
    for (const row of rows) text += `${textsOf(row).map(copyValue).join('\t')}\n`;
    return text;
  };
}
