let picture: Promise<void> = Promise.resolve();
let open: () => void = () => undefined;

/** From now on what comes late waits for `releaseLate`. Where nobody calls this, nothing waits. */
export function holdLate(): void {
  picture = new Promise((resolve) => {
    open = resolve;
  });
}

/** Lets what waits come as soon as the page has been drawn as it is now. */
export function releaseLate(): void {
  requestAnimationFrame(() => setTimeout(open));
  // A tab in the background draws nothing.
  setTimeout(open, 100);
}

/** Loads what is there from the start on, but not part of the first picture. */
export async function loadLate<T>(load: () => Promise<T>): Promise<T> {
  await picture;
  return load();
}
