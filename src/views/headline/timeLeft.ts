/** A remaining time in the words it is shown in: coarse, because it is an estimate, and steady to read. */
export type TimeLeft =
  | { readonly unit: 'seconds'; readonly seconds: number }
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'hours'; readonly hours: number; readonly minutes: number };

/**
 * Single seconds to 10, then steps of 5, from a minute on whole minutes, and from an hour on hours with steps of 5
 * minutes. Seconds are rounded up: it never says that none are left.
 */
export function timeLeft(seconds: number): TimeLeft {
  const step = seconds <= 10 ? 1 : 5;
  const rounded = Math.max(1, Math.ceil(seconds / step) * step);
  if (rounded < 60) return { unit: 'seconds', seconds: rounded };
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return { unit: 'minutes', minutes };
  const coarse = Math.round(seconds / 300) * 5;
  return { unit: 'hours', hours: Math.floor(coarse / 60), minutes: coarse % 60 };
}
