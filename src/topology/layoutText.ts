import type { PgError } from '../hash/pgError.ts';
import { type Problem, problem } from '../lib/problem.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { parseBoundSpec, toHashBound } from './boundSpec.ts';
import type { HashBound } from './layout.ts';

/** One pair: (4, 1) or 4:1 or 4,1. */
const PAIR = /\(?\s*(\d+)\s*[,:]\s*(\d+)\s*\)?/g;

/** A set of bounds as one line: `(2, 0) (4, 1) (4, 3)`. */
export function formatLayoutText(bounds: readonly HashBound[]): string {
  return bounds.map(({ modulus, remainder }) => `(${modulus}, ${remainder})`).join(' ');
}

/**
 * Reads a set of bounds that somebody typed or pasted: pairs of modulus and remainder in any usual writing, or
 * PostgreSQL's own words, one bound a line or between semicolons (`FOR VALUES WITH (MODULUS 4, REMAINDER 1)`), with
 * PostgreSQL's errors. Whether the bounds go together is not checked here but where they are expanded.
 */
export function parseLayoutText(text: string): Result<readonly HashBound[], PgError | Problem> {
  if (/[a-z]/i.test(text)) return parseWords(text);
  const bounds = Array.from(text.matchAll(PAIR), ([, modulus, remainder]) => ({
    modulus: Number(modulus),
    remainder: Number(remainder),
  }));
  const rest = text.replaceAll(PAIR, '').replaceAll(/[\s;,]+/g, '');
  if (bounds.length === 0 || rest !== '') return err(problem('layoutText', { value: (rest || text).slice(0, 40) }));
  return ok(bounds);
}

function parseWords(text: string): Result<readonly HashBound[], PgError> {
  const bounds: HashBound[] = [];
  for (const line of text.split(/[;\n]/).filter((part) => part.trim() !== '')) {
    const spec = parseBoundSpec(line.trim());
    const bound = spec.ok ? toHashBound(spec.value) : spec;
    if (!bound.ok) return bound;
    bounds.push(bound.value);
  }
  return ok(bounds);
}
