/** Over the page: keys are theirs alone. */
const WINDOWS = '[role="dialog"], [role="menu"], [role="listbox"]';
/** Where characters are typed. */
const TYPED =
  'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable="true"]';
/** What Space presses or opens. */
const PRESSED =
  'button, a[href], input, summary, [role="slider"], [role="application"], [role="textbox"], [tabindex="0"]';
/** What arrows, Home and End walk or scroll; buttons of a toolbar keep their arrows from the page by themselves. */
const WALKED =
  'input, [role="slider"], [role="application"], [role="textbox"], [role="tablist"], [tabindex="0"]:not(button, a)';

/** Whether an element has a use of its own for a shortcut, in tinykeys' notation, so that no command may take it. */
export function ownsKeys(target: Element, keys: string): boolean {
  if (keys.includes('$mod')) return false;
  if (target.closest(WINDOWS) !== null) return true;
  if (/F\d/.test(keys)) return false;
  if (target.closest(TYPED) !== null) return true;
  if (keys === 'Space') return target.closest(PRESSED) !== null;
  return /^(?:Arrow|Home|End)/.test(keys) && target.closest(WALKED) !== null;
}
