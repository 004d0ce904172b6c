import { type ReactElement, useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import buttonStyles from './Button.module.css';
import styles from './CopyButton.module.css';
import { copyText } from './copyText.ts';
import { cx } from './cx.ts';
import { IconGlyph } from './icons.tsx';

export interface CopyButtonProps {
  readonly label: string;
  /** The text, or how to make it when it is large. */
  readonly text: string | (() => string);
  /** Shown and said after success, as "Copied". */
  readonly copiedText: string;
  /** Shown and said when the browser refuses the clipboard. */
  readonly failedText: string;
  readonly variant?: 'primary' | 'plain' | 'quiet';
}

/** Milliseconds that the outcome stays on the button. */
const outcomeTime = 2000;

/** Copies a text and says so on itself, without changing its width. */
export function CopyButton({ label, text, copiedText, failedText, variant = 'plain' }: CopyButtonProps): ReactElement {
  const [outcome, setOutcome] = useState<{ readonly isCopied: boolean } | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), outcomeTime);
    return () => clearTimeout(timer);
  }, [outcome]);
  const said = outcome === null ? '' : outcome.isCopied ? copiedText : failedText;
  const copy = async (): Promise<void> => {
    setOutcome({ isCopied: await copyText(typeof text === 'string' ? text : text()) });
  };
  return (
    <>
      <AriaButton
        className={cx(buttonStyles.button, buttonStyles[variant])}
        aria-label={label}
        onPress={() => void copy()}
      >
        <IconGlyph name={outcome === null ? 'copy' : outcome.isCopied ? 'check' : 'warning'} />
        <span className={styles.words}>
          {[...new Set([label, copiedText, said || label])].map((each) => (
            <span key={each} data-shown={each === (said || label)}>
              {each}
            </span>
          ))}
        </span>
      </AriaButton>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}
