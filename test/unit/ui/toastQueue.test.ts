import { describe, expect, it, vi } from 'vitest';
import { createToastQueue } from '../../../src/ui/toastQueue.ts';

const message = (text: string) => ({ text, tone: 'info' }) as const;
const textsOf = (queue: ReturnType<typeof createToastQueue>) => queue.getToasts().map((toast) => toast.text);

describe('createToastQueue', () => {
  it('shows the newest three, oldest first', () => {
    const queue = createToastQueue();
    for (const text of ['a', 'b', 'c', 'd']) queue.add(message(text));
    expect(textsOf(queue)).toEqual(['b', 'c', 'd']);
  });

  it('shows a repeated text once, as the newest', () => {
    const queue = createToastQueue();
    for (const text of ['a', 'b', 'a']) queue.add(message(text));
    expect(textsOf(queue)).toEqual(['b', 'a']);
  });

  it('closes by id and tells its listeners only when something changed', () => {
    const queue = createToastQueue();
    const listener = vi.fn();
    const unsubscribe = queue.subscribe(listener);
    const id = queue.add(message('a'));
    queue.close(id);
    queue.close(id);
    expect(textsOf(queue)).toEqual([]);
    expect(listener).toHaveBeenCalledTimes(2);
    unsubscribe();
    queue.add(message('b'));
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('gives the same list until it changes, as an external store must', () => {
    const queue = createToastQueue();
    queue.add(message('a'));
    expect(queue.getToasts()).toBe(queue.getToasts());
  });
});
