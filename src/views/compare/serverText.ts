import type { PgError } from '../../hash/pgError.ts';
import type { CitusNotice } from '../../schemes/citus/notices.ts';

/** A server's refusal word for word. */
export function errorText(error: PgError): string {
  return withDetails('ERROR', error);
}

/** What a server says beside its result, word for word. */
export function noticeText(notice: CitusNotice): string {
  return withDetails(notice.level, notice);
}

function withDetails(level: string, { message, detail, hint }: Omit<PgError, 'code'>): string {
  const lines = [`${level}: ${message}`];
  if (detail !== undefined) lines.push(`DETAIL: ${detail}`);
  if (hint !== undefined) lines.push(`HINT: ${hint}`);
  return lines.join('\n');
}
