import { randomWord } from '../lib/prng.ts';
import { type Problem, problem } from '../lib/problem.ts';
import { err, ok, type Result } from '../lib/result.ts';

/**
 * Texts with numbers in them. `{n}` is the number of the row, `{r}` a random number from 0 to 4294967295; both take
 * arithmetic from left to right and a width, with `x` for hexadecimal digits:
 *
 *     user-{n}            user-1, user-2, ...
 *     10.0.{n/256%256}.{n%256}
 *     08002b{n%16777216:6x}
 *     [{n},{n+10})
 *
 * `{pick red|green|blue}` is one of the texts at random. Any other brace stands for itself, as JSON and array literals need it: `{"id": {n}}`, `{{n},{n*2}}`.
 * The random number of the k-th `{r}` or `{pick}` depends on seed, row and k alone.
 */
export type PatternText = (number: number, seed: number, row: number) => string;

type Part = string | PatternText;

const TOKEN = /\{pick ([^{}]+)\}|\{([nr])((?:[-+*/%]\d{1,15})*)(?::(\d{1,2})(x?)|:(x))?\}/g;

/** Most digits that a number is padded to. */
const MAX_WIDTH = 40;

/** Reads a pattern; what is wrong with it names the operation or the width. */
export function compilePattern(pattern: string): Result<PatternText, Problem> {
  const parts: Part[] = [];
  let end = 0;
  let drawn = 0;
  for (const match of pattern.matchAll(TOKEN)) {
    const [token, choices, variable, operations, width, hexWidth, hex] = match;
    parts.push(pattern.slice(end, match.index));
    end = match.index + token.length;
    if (choices !== undefined) {
      parts.push(pickOne(choices.split('|'), drawn++));
      continue;
    }
    const steps = readOperations(operations!);
    if (steps === null) return err(problem('patternDivision', { value: token }));
    const digits = Number(width ?? 0);
    if (digits > MAX_WIDTH) return err(problem('patternWidth', { value: digits, max: MAX_WIDTH }));
    const radix = hex === 'x' || hexWidth === 'x' ? 16 : 10;
    const stream = variable === 'r' ? drawn++ : null;
    parts.push((number, seed, row) =>
      steps
        .reduce((value, step) => step(value), stream === null ? number : randomWord(seed, row, stream))
        .toString(radix)
        .padStart(digits, '0'),
    );
  }
  parts.push(pattern.slice(end));
  return ok((number, seed, row) =>
    parts.map((part) => (typeof part === 'string' ? part : part(number, seed, row))).join(''),
  );
}

function pickOne(texts: readonly string[], stream: number): PatternText {
  return (_number, seed, row) => texts[randomWord(seed, row, stream) % texts.length]!;
}

/** The operations from left to right in whole numbers, or null when one divides by 0. */
function readOperations(text: string): ((value: number) => number)[] | null {
  const steps: ((value: number) => number)[] = [];
  for (const [, operator, digits] of text.matchAll(/([-+*/%])(\d+)/g)) {
    const operand = Number(digits);
    if (operand === 0 && (operator === '/' || operator === '%')) return null;
    steps.push(OPERATIONS[operator!]!(operand));
  }
  return steps;
}

const OPERATIONS: Readonly<Record<string, (operand: number) => (value: number) => number>> = {
  '+': (operand) => (value) => value + operand,
  '-': (operand) => (value) => value - operand,
  '*': (operand) => (value) => value * operand,
  '/': (operand) => (value) => Math.floor(value / operand),
  '%': (operand) => (value) => value % operand,
};
