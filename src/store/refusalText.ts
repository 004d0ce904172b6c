import type { Format } from '../i18n/format.ts';
import { type TextParams, type Translate, tDynamic } from '../i18n/i18n.ts';
import type { CommandText } from './commands/command.ts';
import type { Refusal } from './edits/edit.ts';

/** A refusal as a sentence: PostgreSQL's message and DETAIL as they are, ours translated with formatted numbers. */
export function refusalText(refusal: Refusal, format: Format): string {
  if ('code' in refusal)
    return refusal.detail === undefined ? refusal.message : `${refusal.message}. ${refusal.detail}`;
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(refusal.params)) {
    if (name === 'field') params[name] = tDynamic(`source.field.${value}`);
    else if (name === 'parameter') params[name] = tDynamic(`scheme.parameter.${value}`);
    else if (name === 'scheme') params[name] = tDynamic(`scheme.${value}`);
    else if (name === 'source') params[name] = tDynamic(`source.${value}`);
    else params[name] = typeof value === 'number' && Number.isInteger(value) ? format.integer(value) : value;
  }
  return tDynamic(`problem.${refusal.id}`, params satisfies TextParams);
}

/** Why a command can't run, as a sentence. */
export function reasonText(reason: CommandText | Refusal, t: Translate, format: Format): string {
  return 'key' in reason ? commandText(reason, t) : refusalText(reason, format);
}

/** A text of a command in the reader's language. */
export function commandText({ key, params, names = {} }: CommandText, t: Translate): string {
  const said = Object.entries(names).map(([name, named]) => [name, t(named)] as const);
  return t(key, { ...params, ...Object.fromEntries(said) });
}
