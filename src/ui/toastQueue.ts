/** A short message that leaves by itself, unless it is an error or waits for an answer. */
export interface ToastMessage {
  readonly text: string;
  readonly tone: 'info' | 'ok' | 'error';
  readonly action?: { readonly label: string; readonly onAction: () => void } | undefined;
}

export interface QueuedToast extends ToastMessage {
  /** Unique within its queue, ascending. */
  readonly id: number;
}

/** Messages on show, oldest first, as an external store for React. */
export interface ToastQueue {
  readonly add: (message: ToastMessage) => number;
  readonly close: (id: number) => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly getToasts: () => readonly QueuedToast[];
}

/** A queue that shows at most `limit` messages; the oldest makes room. The same text is not shown twice at once. */
export function createToastQueue(limit = 3): ToastQueue {
  const listeners = new Set<() => void>();
  let toasts: readonly QueuedToast[] = [];
  let nextId = 1;
  const replace = (next: readonly QueuedToast[]): void => {
    toasts = next;
    for (const listener of listeners) listener();
  };
  return {
    add(message) {
      const id = nextId++;
      const others = toasts.filter((toast) => toast.text !== message.text);
      replace([...others, { ...message, id }].slice(-limit));
      return id;
    },
    close(id) {
      if (toasts.some((toast) => toast.id === id)) replace(toasts.filter((toast) => toast.id !== id));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getToasts: () => toasts,
  };
}
