/** Marks a branch that the type system has ruled out; names the value if data from outside reaches it all the same. */
export function assertNever(value: never, what: string): never {
  throw new Error(`unexpected ${what}: ${JSON.stringify(value)}`);
}
