/** What a report of an error needs: what, where, in which version and browser, and the link to what was on screen. */
export function errorDetails(error: unknown, componentStack = ''): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const parts = [
    messageOf(error),
    stack,
    componentStack.trim(),
    `Shardscope ${import.meta.env.APP_VERSION}`,
    navigator.userAgent,
    window.location.href,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
