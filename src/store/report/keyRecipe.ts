import type { Translate } from '../../i18n/i18n.ts';
import type { KeySpec, SourceSpec } from '../../keys/keySpec.ts';
import { getSource } from '../../keys/sources.ts';

/** A key column in words. */
export interface KeyRecipe {
  readonly name: string;
  readonly type: string;
  /** The generator and its parameters, e.g. "Serial (Start 1, Stride 1)". */
  readonly recipe: string;
}

/** How the keys of a scenario are made: together with rows and seed it gives the same keys anywhere. */
export function keyRecipes({ columns }: KeySpec, t: Translate): KeyRecipe[] {
  return columns.map(({ name, type, operatorClass, source }) => ({
    name,
    type: operatorClass === undefined ? type : `${type} ${operatorClass}`,
    recipe: recipeOf(source, t),
  }));
}

function recipeOf(source: SourceSpec, t: Translate): string {
  const values: Readonly<Record<string, unknown>> = { ...source };
  const fields = getSource(source.kind).fields.map(({ name, unit }) => {
    const value = values[name];
    const text = unit === 'instant' ? new Date(Number(value)).toISOString() : String(value);
    return `${t(`source.field.${name}` as 'source.field.start')} ${text}`;
  });
  return `${t(`source.${source.kind}`)}${fields.length === 0 ? '' : ` (${fields.join(', ')})`}`;
}
