import { err } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';

type Failure = { readonly ok: false; readonly error: PgError };

/** 22P02 of the type input functions (`invalid input syntax for type integer: "x"`). */
export function invalidSyntax(typeName: string, text: string): Failure {
  return err({ code: '22P02', message: `invalid input syntax for type ${typeName}: "${text}"` });
}

/** 22003 of the integer input functions. */
export function outOfRange(typeName: string, text: string): Failure {
  return err({ code: '22003', message: `value "${text}" is out of range for type ${typeName}` });
}
