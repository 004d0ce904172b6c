/** Joins CSS module classes; absent ones are skipped, so that `cond && styles.x` reads naturally. */
export function cx(...classes: readonly (string | false | null | undefined)[]): string {
  return classes.filter(Boolean).join(' ');
}
