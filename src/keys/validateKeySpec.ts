import { getKeyType } from '../hash/getKeyType.ts';
import { DEFAULT_SERVER } from '../hash/server.ts';
import { type Problem, problem } from '../lib/problem.ts';
import { type KeyColumnSpec, type KeySpec, MAX_KEY_COLUMNS, MAX_ROWS } from './keySpec.ts';
import { canFeed, getSource } from './sources.ts';

const MAX_SEED = 4_294_967_295;

/** Null, or the first reason why these keys cannot be made, with the value and the limit. */
export function validateKeySpec(spec: KeySpec): Problem | null {
  return (
    checkInteger('keyRows', spec.rows, 1, MAX_ROWS) ??
    checkInteger('keySeed', spec.seed, 0, MAX_SEED) ??
    checkInteger('keyColumns', spec.columns.length, 1, MAX_KEY_COLUMNS) ??
    firstOf(spec.columns, (column, index) => checkColumn(spec, column, index))
  );
}

function checkColumn(
  spec: KeySpec,
  { name, type, source, operatorClass }: KeyColumnSpec,
  index: number,
): Problem | null {
  if (spec.columns.findIndex((other) => other.name === name) < index) return problem('keyColumnTwice', { value: name });
  const { operatorClasses, sqlName } = getKeyType(type);
  if (operatorClass !== undefined && !operatorClasses.some((known) => known.name === operatorClass)) {
    return problem('operatorClassNotForType', { value: operatorClass, type: sqlName });
  }
  const member = getSource(source.kind);
  if (!canFeed(member, type)) {
    return problem('sourceNotForType', { source: source.kind, type: getKeyType(type).sqlName });
  }
  return member.validate(source, type, spec.rows, spec.server ?? DEFAULT_SERVER);
}

function checkInteger(id: string, value: number, min: number, max: number): Problem | null {
  return Number.isInteger(value) && value >= min && value <= max ? null : problem(id, { value, min, max });
}

function firstOf<T>(items: readonly T[], check: (item: T, index: number) => Problem | null): Problem | null {
  for (const [index, item] of items.entries()) {
    const wrong = check(item, index);
    if (wrong !== null) return wrong;
  }
  return null;
}
