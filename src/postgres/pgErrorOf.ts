import type { PgError } from '../hash/pgError.ts';

/** The server's error report behind a thrown value; null when something else was thrown. */
export function pgErrorOf(thrown: unknown): PgError | null {
  if (typeof thrown !== 'object' || thrown === null) return null;
  const { code, message, detail, hint } = thrown as Readonly<Record<string, unknown>>;
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || typeof message !== 'string') return null;
  return {
    code,
    message,
    ...(typeof detail === 'string' ? { detail } : {}),
    ...(typeof hint === 'string' ? { hint } : {}),
  };
}
