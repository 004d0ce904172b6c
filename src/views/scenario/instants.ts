/** An instant as forms show it: UTC, without the parts that are zero at the end. 2024-01-01 or 2024-01-01T12:00:00Z. */
export function formatInstant(ms: number): string {
  const text = new Date(ms).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, -14) : text.replace('.000Z', 'Z');
}

/** Reads what formatInstant writes, and any ISO 8601 date or date and time; without a zone it is UTC. Null otherwise. */
export function parseInstant(text: string): number | null {
  const iso = /^([+-]\d{6}|\d{4})-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
  const trimmed = text.trim();
  const match = iso.exec(trimmed);
  if (match === null) return null;
  const ms = Date.parse(match[2] !== undefined && match[5] === undefined ? `${trimmed.replace(' ', 'T')}Z` : trimmed);
  return Number.isNaN(ms) ? null : ms;
}
