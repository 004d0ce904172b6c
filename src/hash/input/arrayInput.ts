import { err, ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';

// array_in(), ReadArrayDimensions(), ReadArrayStr(), ReadArrayToken() and array_out() in
// src/backend/utils/adt/arrayfuncs.c, version 17 and later; older versions read the same arrays.

export interface Dimension {
  readonly length: number;
  readonly lower: number;
}

export interface ArrayLiteral<T> {
  readonly dimensions: readonly Dimension[];
  /** In storage order; null is NULL. */
  readonly elements: readonly (T | null)[];
}

/** MAXDIM of src/include/utils/array.h. */
const MAX_DIMENSIONS = 6;
const SPACE = /[ \t\n\v\f\r]/;

/** Thrown inside this file alone, so that the reader need not pass errors up by hand. */
class Refused extends Error {
  readonly error: PgError;
  constructor(error: PgError) {
    super(error.message);
    this.error = error;
  }
}

/** Reads an array literal; elements are read by `parse`, in order, and their errors are the array's. */
export function parseArray<T>(
  text: string,
  parse: (item: string) => Result<T, PgError>,
): Result<ArrayLiteral<T>, PgError> {
  try {
    return ok(new Reader(text, parse).read());
  } catch (thrown) {
    if (thrown instanceof Refused) return err(thrown.error);
    throw thrown;
  }
}

type Token =
  | { readonly kind: '{' }
  | { readonly kind: '}' }
  | { readonly kind: ',' }
  | { readonly kind: 'item'; readonly text: string | null };

class Reader<T> {
  private at = 0;
  private readonly elements: (T | null)[] = [];
  private readonly text: string;
  private readonly parse: (item: string) => Result<T, PgError>;

  constructor(text: string, parse: (item: string) => Result<T, PgError>) {
    this.text = text;
    this.parse = parse;
  }

  read(): ArrayLiteral<T> {
    const declared = this.readDimensions();
    if (declared === null) {
      if (this.text[this.at] !== '{') this.refuse('Array value must start with "{" or dimension information.');
    } else {
      if (this.text[this.at] !== '=') this.refuse('Missing "=" after array dimensions.');
      this.at++;
      this.skipSpace();
      if (this.text[this.at] !== '{') this.refuse('Array contents must start with "{".');
    }
    const lengths = this.readBody(declared);
    this.skipSpace();
    if (this.at < this.text.length) this.refuse('Junk after closing right brace.');
    if (this.elements.length === 0) return { dimensions: [], elements: [] };
    return { dimensions: declared ?? lengths.map((length) => ({ length, lower: 1 })), elements: this.elements };
  }

  /** `[2:3][4]`, or null when there is none. */
  private readDimensions(): Dimension[] | null {
    const dimensions: Dimension[] = [];
    this.skipSpace();
    while (this.text[this.at] === '[') {
      if (dimensions.length === MAX_DIMENSIONS) this.tooDeep();
      this.at++;
      const first = this.readDimensionInteger();
      if (first === null) this.refuse('"[" must introduce explicitly-specified array dimensions.');
      let lower = 1;
      let upper = first;
      if (this.text[this.at] === ':') {
        this.at++;
        const second = this.readDimensionInteger();
        if (second === null) this.refuse('Missing array dimension value.');
        lower = first;
        upper = second;
      }
      if (this.text[this.at] !== ']') this.refuse('Missing "]" after array dimensions.');
      this.at++;
      if (upper < lower) throw new Refused({ code: '2202E', message: 'upper bound cannot be less than lower bound' });
      dimensions.push({ length: upper - lower + 1, lower });
      this.skipSpace();
    }
    return dimensions.length === 0 ? null : dimensions;
  }

  private readDimensionInteger(): number | null {
    const match = /^[+-]?\d+/.exec(this.text.slice(this.at));
    if (match === null) return null;
    this.at += match[0].length;
    const value = Number(match[0]);
    if (value > 2147483647 || value < -2147483648) {
      throw new Refused({ code: '54000', message: 'array bound is out of integer range' });
    }
    return value;
  }

  /** The braces and what is in them; returns the lengths of the dimensions. */
  private readBody(declared: readonly Dimension[] | null): number[] {
    const lengths: number[] = declared?.map(({ length }) => length) ?? [];
    const counts: number[] = [];
    const known = declared !== null;
    let depth = 0;
    let depthFixed = known;
    let expectDelimiter = false;
    const mismatch = (): never => {
      if (known) this.refuse('Specified array dimensions do not match array contents.');
      return this.refuse('Multidimensional arrays must have sub-arrays with matching dimensions.');
    };
    do {
      const token = this.nextToken();
      if (token.kind === '{') {
        if (expectDelimiter) this.refuse('Unexpected "{" character.');
        if (depth >= MAX_DIMENSIONS) this.tooDeep();
        counts[depth] = 0;
        depth++;
        if (depth > lengths.length) {
          if (depthFixed) mismatch();
          lengths.push(-1);
        }
      } else if (token.kind === '}') {
        const closing = depth - 1;
        if (counts[closing]! > 0 && !expectDelimiter) this.refuse('Unexpected "}" character.');
        depth--;
        if (depth > 0) counts[depth - 1]!++;
        if (lengths[depth]! < 0) lengths[depth] = counts[depth]!;
        else if (counts[depth] !== lengths[depth]) mismatch();
        // An empty sub-array fixes nothing but its own depth; only `{}` as a whole is an empty array.
        depthFixed = true;
        expectDelimiter = true;
      } else if (token.kind === ',') {
        if (!expectDelimiter) this.refuse('Unexpected "," character.');
        expectDelimiter = false;
      } else {
        if (expectDelimiter) this.refuse('Unexpected array element.');
        if (depth < lengths.length) mismatch();
        depthFixed = true;
        this.addElement(token.text);
        counts[depth - 1]!++;
        expectDelimiter = true;
      }
    } while (depth > 0);
    return lengths;
  }

  private addElement(item: string | null): void {
    if (item === null) {
      this.elements.push(null);
      return;
    }
    const value = this.parse(item);
    if (!value.ok) throw new Refused(value.error);
    this.elements.push(value.value);
  }

  private nextToken(): Token {
    this.skipSpace();
    const char = this.text[this.at];
    if (char === undefined) return this.refuse('Unexpected end of input.');
    if (char === '{' || char === '}' || char === ',') {
      this.at++;
      return { kind: char };
    }
    return char === '"' ? this.quotedItem() : this.plainItem();
  }

  private quotedItem(): Token {
    let item = '';
    for (this.at++; ; this.at++) {
      let char = this.text[this.at];
      if (char === undefined) return this.refuse('Unexpected end of input.');
      if (char === '"') break;
      if (char === '\\') {
        char = this.text[++this.at];
        if (char === undefined) return this.refuse('Unexpected end of input.');
      }
      item += char;
    }
    this.at++;
    this.skipSpace();
    const next = this.text[this.at];
    if (next === undefined) return this.refuse('Unexpected end of input.');
    if (next !== ',' && next !== '{' && next !== '}') return this.refuse('Incorrectly quoted array element.');
    return { kind: 'item', text: item };
  }

  private plainItem(): Token {
    let item = '';
    let kept = 0;
    let escaped = false;
    for (; ; this.at++) {
      let char = this.text[this.at];
      if (char === undefined) return this.refuse('Unexpected end of input.');
      if (char === '"') return this.refuse('Incorrectly quoted array element.');
      if (char === '{' || char === '}' || char === ',') break;
      const isEscape = char === '\\';
      if (isEscape) {
        char = this.text[++this.at];
        if (char === undefined) return this.refuse('Unexpected end of input.');
        escaped = true;
      }
      item += char;
      if (isEscape || !SPACE.test(char)) kept = item.length;
    }
    const text = item.slice(0, kept);
    return { kind: 'item', text: !escaped && /^null$/i.test(text) ? null : text };
  }

  private skipSpace(): void {
    while (this.at < this.text.length && SPACE.test(this.text[this.at]!)) this.at++;
  }

  private refuse(detail: string): never {
    throw new Refused({ code: '22P02', message: `malformed array literal: "${this.text}"`, detail });
  }

  private tooDeep(): never {
    const message = `number of array dimensions exceeds the maximum allowed (${MAX_DIMENSIONS})`;
    throw new Refused({ code: '54000', message });
  }
}

/** Prints an array as array_out() does: bounds only where one is not 1, quotes only where they are needed. */
export function formatArray({ dimensions, elements }: ArrayLiteral<string>): string {
  if (dimensions.length === 0) return '{}';
  const bounds = dimensions.some(({ lower }) => lower !== 1)
    ? `${dimensions.map(({ length, lower }) => `[${lower}:${lower + length - 1}]`).join('')}=`
    : '';
  let next = 0;
  const level = (depth: number): string => {
    const items = Array.from({ length: dimensions[depth]!.length }, () =>
      depth === dimensions.length - 1 ? formatItem(elements[next++] ?? null) : level(depth + 1),
    );
    return `{${items.join(',')}}`;
  };
  return bounds + level(0);
}

function formatItem(item: string | null): string {
  if (item === null) return 'NULL';
  const needsQuotes = item === '' || /^null$/i.test(item) || /["\\{}, \t\n\v\f\r]/.test(item);
  return needsQuotes ? `"${item.replaceAll(/["\\]/g, '\\$&')}"` : item;
}
