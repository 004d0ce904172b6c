import type { Locator, Page } from 'playwright-core';

/** One way to use the app; stories are written once and told by each. */
export interface Hand {
  /** Presses a button, tab, option ..., however it is got to. */
  press(target: Locator): Promise<void>;
  /** One less in a number field, whose buttons are for the mouse and whose arrows are for the keyboard. */
  lessen(label: string): Promise<void>;
  /** Replaces the text of a field and leaves it with Enter. */
  type(field: Locator, text: string): Promise<void>;
  /** Runs a command by its name, typed into the palette. */
  command(name: string): Promise<void>;
}

export type HandKind = 'mouse' | 'keys';

const MOST_CLICKS = 3;
/** The first screen has about a hundred stops. */
const MOST_KEYS = 200;

/** @param mayType whether the story may be answered with text typed into fields */
export function createHand(kind: HandKind, page: Page, mayType: boolean): Hand {
  const hand = kind === 'mouse' ? createMouse(page) : createKeys(page);
  const checkTyping = (text: string): void => {
    if (!mayType) throw new Error(`this story needs no typing, but “${text}” was typed`);
  };
  return {
    ...hand,
    type(field, text) {
      checkTyping(text);
      return hand.type(field, text);
    },
    async command(name) {
      checkTyping(name);
      await page.keyboard.press('Control+k');
      await page.getByRole('searchbox', { name: 'Search commands' }).waitFor();
      await page.keyboard.type(name);
      await page.getByRole('dialog').locator('[role^="menuitem"]').filter({ hasText: name }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  };
}

/** What hands do differently. */
type Moves = Omit<Hand, 'command'>;

function createMouse(page: Page): Moves {
  let clicks = 0;
  const press = async (target: Locator): Promise<void> => {
    clicks++;
    if (clicks > MOST_CLICKS) throw new Error(`click ${clicks}: a story has ${MOST_CLICKS}`);
    await target.click();
  };
  return {
    press,
    lessen: (label) => press(page.getByRole('button', { name: `Fewer: ${label}`, exact: true })),
    async type(field, text) {
      await press(field);
      await replaceText(page, text);
    },
  };
}

/** F6 to the part of the window, Tab to the widget, arrows within it: focus is never set from outside. */
function createKeys(page: Page): Moves {
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let count = 0; count < MOST_KEYS; count++) {
      const key = await target.evaluate(nextKey);
      if (key === null) return;
      await page.keyboard.press(key);
    }
    throw new Error(`not reached with ${MOST_KEYS} keys: ${target}`);
  };
  return {
    async press(target) {
      await reach(target);
      // An arrow has chosen a radio button already.
      await page.keyboard.press((await target.getAttribute('type')) === 'radio' ? 'Space' : 'Enter');
    },
    async lessen(label) {
      await reach(page.getByRole('spinbutton', { name: label, exact: true }));
      await page.keyboard.press('ArrowDown');
    },
    async type(field, text) {
      await reach(field);
      await replaceText(page, text);
    },
  };
}

async function replaceText(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Runs in the page: the key that brings the focus nearer to an element; null when it is there. */
function nextKey(target: Element): string | null {
  const { activeElement } = document;
  if (activeElement === target) return null;
  const widget = target.closest(
    '[role="tablist"], [role="toolbar"], [role="menu"], [role="listbox"], [role="radiogroup"], svg',
  );
  if (widget?.contains(activeElement)) {
    const isColumn = widget.matches('[role="menu"], [role="listbox"], [aria-orientation="vertical"]');
    return isColumn ? 'ArrowDown' : 'ArrowRight';
  }
  const regionOf = (element: Element | null) => element?.closest('[data-region]') ?? null;
  const isElsewhere = regionOf(target) !== null && regionOf(activeElement) !== regionOf(target);
  if (isElsewhere) return 'F6';
  const isBehind =
    activeElement !== null && activeElement.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING;
  return isBehind && regionOf(target) !== null ? 'Shift+Tab' : 'Tab';
}
