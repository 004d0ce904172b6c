import { type Problem, problem } from '../lib/problem.ts';
import type { SourceSpec } from './keySpec.ts';
import type { SourceField } from './source.ts';

/** Null, or the first field of `spec` that is no number, no integer, or outside its range; text is judged by length. */
export function checkFields(spec: SourceSpec, fields: readonly SourceField[]): Problem | null {
  const values = new Map<string, unknown>(Object.entries(spec));
  for (const field of fields) {
    const wrong = checkField(spec.kind, field, values.get(field.name));
    if (wrong !== null) return wrong;
  }
  return null;
}

function checkField(source: string, field: SourceField, value: unknown): Problem | null {
  const { name, min, max } = field;
  if (field.kind === 'text') {
    const length = typeof value === 'string' ? [...value].length : Number.NaN;
    if (length >= min && length <= max) return null;
    return problem('sourceTextLength', { source, field: name, value: length, min, max });
  }
  const given = typeof value === 'number' ? value : Number.NaN;
  if (field.kind === 'integer' && !Number.isSafeInteger(given) && Math.abs(given) <= Number.MAX_SAFE_INTEGER) {
    return problem('sourceFieldNotInteger', { source, field: name, value: given, min, max });
  }
  if (given >= min && given <= max) return null;
  return problem('sourceFieldRange', { source, field: name, value: given, min, max });
}
