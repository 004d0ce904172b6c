import { type KeyboardEvent, useState } from 'react';

/** Text that is being edited and is not the value yet. */
export interface Draft {
  readonly text: string;
  /** The text is not committed yet. */
  readonly isPending: boolean;
  /** Why the text was refused; null when there is nothing to say. */
  readonly error: string | null;
  readonly setText: (text: string) => void;
  readonly commit: () => void;
  /** Commits a text that was chosen instead of typed. */
  readonly commitText: (text: string) => void;
  /** Shows a refusal without touching the text, as when a stepper reaches the end of the range. */
  readonly refuse: (error: string) => void;
  /** Enter commits; Escape goes back to the value. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface Pending {
  readonly text: string;
  readonly error: string | null;
  /** What the field showed when editing began; when the value changes from outside, the draft is dropped. */
  readonly shown: string;
}

/**
 * A field's text between two commits. shown: the value as text; accept: takes the text over and returns null, or returns
 * why not, in which case the last good value stays and the text is kept for correction.
 */
export function useDraft(shown: string, accept: (text: string) => string | null): Draft {
  const [pending, setPending] = useState<Pending | null>(null);
  const current = pending !== null && pending.shown === shown ? pending : null;
  const commitText = (text: string): void => {
    const error = accept(text);
    setPending(error === null ? null : { text, error, shown });
  };
  const commit = (): void => {
    if (current !== null) commitText(current.text);
  };
  return {
    text: current?.text ?? shown,
    isPending: current !== null,
    error: current?.error ?? null,
    setText: (text) => setPending({ text, error: null, shown }),
    commit,
    commitText,
    refuse: (error) => setPending({ text: shown, error, shown }),
    onKeyDown: (event) => {
      if (event.key === 'Enter') commit();
      if (event.key === 'Escape' && current !== null) {
        // The first Escape belongs to the text; only the next one closes a surrounding dialog.
        event.stopPropagation();
        setPending(null);
      }
    },
  };
}
