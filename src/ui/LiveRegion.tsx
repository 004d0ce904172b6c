import { type ReactElement, useEffect, useState } from 'react';

export interface LiveRegionProps {
  readonly message: string;
  /** Milliseconds of rest before the message is said, so that scrubbing does not talk without end. */
  readonly delay?: number;
}

/** Says the latest message politely once it has stopped changing. Never visible. */
export function LiveRegion({ message, delay = 500 }: LiveRegionProps): ReactElement {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(message), delay);
    return () => clearTimeout(timer);
  }, [message, delay]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
      {said}
    </div>
  );
}
