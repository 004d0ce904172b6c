/**
 * Splits date and time input into fields: ParseDateTime() in src/backend/utils/adt/datetime.c. Each field gets the kind
 * its first characters suggest; what it means is decided later (dateTimeInput.ts).
 */
export type FieldKind = 'number' | 'date' | 'time' | 'zone' | 'word' | 'signedWord';

export interface Field {
  readonly kind: FieldKind;
  /** Lower case; without the white space that may follow a sign. */
  readonly text: string;
}

type Rule = readonly [kind: FieldKind | 'separator', pattern: RegExp];

// Tried in this order at each position, the first that matches wins.
const RULES: readonly Rule[] = [
  ['separator', /[ \t\n\v\f\r]+/y],
  ['time', /[0-9]+:[0-9:.]*/y],
  // A number with a date separator; the second separator has to be the same: 2024-02-29, 2/29/2024, 29.02.2024, 8-jan-1999
  ['date', /[0-9]+([-/.])[0-9]+\1(?:[0-9]|\1)*/y],
  ['date', /[0-9]+[-/][0-9]+/y],
  ['number', /[0-9]+\.[0-9]+/y],
  ['date', /[0-9]+([-/.])(?:[a-z0-9]|\1)*/y],
  ['number', /[0-9]+/y],
  ['number', /\.[0-9]*/y],
  // Month names with separators, and zone names such as America/New_York.
  ['date', /[a-z]+[-/.][-+/_.:a-z0-9]*/y],
  ['word', /[a-z]+/y],
  ['zone', /[-+][ \t\n\v\f\r]*[0-9][-0-9:.]*/y],
  ['signedWord', /[-+][ \t\n\v\f\r]*[a-z]+/y],
  ['separator', /[!-*,/:-@[-`{-~]/y],
];

/**
 * @param isWord tells the words of dateTimeWords.ts; any other word that runs into a digit or a plus sign is a zone name
 * @returns null for a character that no field can contain
 */
export function splitFields(text: string, isWord: (word: string) => boolean): readonly Field[] | null {
  const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const fields: Field[] = [];
  for (let i = 0; i < lower.length; ) {
    const match = matchAt(lower, i);
    if (match === null) return null;
    let [kind, part] = match;
    if (kind === 'word' && /^[+0-9]/.test(lower.slice(i + part.length)) && !isWord(part)) {
      kind = 'date';
      part = /^[-+/_.:a-z0-9]+/.exec(lower.slice(i))![0];
    }
    i += part.length;
    if (kind !== 'separator') fields.push({ kind, text: part.replace(/[ \t\n\v\f\r]+/, '') });
  }
  return fields;
}

function matchAt(text: string, index: number): [Rule[0], string] | null {
  for (const [kind, pattern] of RULES) {
    pattern.lastIndex = index;
    const match = pattern.exec(text);
    if (match !== null) return [kind, match[0]];
  }
  return null;
}
