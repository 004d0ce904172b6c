import { type Problem, problem } from '../lib/problem.ts';
import type { Scheme, SchemeConfig, SchemeField } from './scheme.ts';

/** Values that are valid for a few nodes and more. */
export function defaultConfig(fields: readonly SchemeField[]): SchemeConfig {
  return Object.fromEntries(fields.map((field) => [field.name, field.default]));
}

/** Null, or the first field whose value is missing, of the wrong kind or beyond its limits. */
export function checkConfig({ fields }: Pick<Scheme, 'fields'>, config: SchemeConfig): Problem | null {
  for (const field of fields) {
    const wrong = checkField(field, config[field.name]);
    if (wrong !== null) return wrong;
  }
  const unknown = Object.keys(config).find((name) => !fields.some((field) => field.name === name));
  return unknown === undefined ? null : problem('schemeUnknownField', { parameter: unknown });
}

function checkField(field: SchemeField, value: number | string | undefined): Problem | null {
  const shown = value ?? '';
  if (field.kind === 'choice') {
    if (field.choices.some((choice) => choice === value)) return null;
    return problem('schemeChoice', { parameter: field.name, value: shown, choices: field.choices.join(', ') });
  }
  const { name, min, max } = field;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return problem('schemeNumber', { parameter: name, value: shown });
  }
  if (field.kind === 'integer' && !Number.isSafeInteger(value)) {
    return problem('schemeInteger', { parameter: name, value });
  }
  return value >= min && value <= max ? null : problem('schemeRange', { parameter: name, value, min, max });
}

/** A number of the configuration. */
export function numberOf(config: SchemeConfig, name: string): number {
  return Number(config[name]);
}
