/** Runs in the page: makes every text outside of pictures 40 % longer, as German or Finnish would. */
export function lengthenTexts(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
  for (const node of nodes) {
    const text = node.data.trim();
    // Pictures measure their texts before they draw them; SQL and numbers are the same in every language.
    if (!/\p{L}{2}/u.test(text) || text.includes('~')) continue;
    if (node.parentElement?.closest('svg, .cm-editor, pre, code, script, style')) continue;
    const extra = '~'.repeat(Math.ceil(text.length * 0.4));
    // A word grows, a sentence gets more words.
    node.data = text.includes(' ')
      ? `${node.data.trimEnd()} ${extra.replaceAll('~~~~~~~~', '~~~~~~~ ')}`
      : text + extra;
  }
}

/** Runs in the page: texts that are cut off by a box that neither scrolls nor tells the whole text in a title. */
export function findClipped(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || !/\p{L}/u.test((node as Text).data)) continue;
    // What stands for the SQL editor until it is loaded shows the beginning only.
    if (element.closest('svg, .cm-editor, pre, .visually-hidden, script, style, [aria-hidden="true"]')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    if (text.width === 0 || text.height === 0) continue;
    for (let box: Element | null = element; box !== null; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.clipPath !== 'none' || (box instanceof HTMLElement && box.offsetWidth <= 1)) break;
      const x = style.overflowX;
      const y = style.overflowY;
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const isCutX = /hidden|clip/.test(x) && (text.right > right + 1 || text.left < left - 1);
      const isCutY = /hidden|clip/.test(y) && (text.bottom > bottom + 2 || text.top < top - 2);
      if ((isCutX && !(style.textOverflow === 'ellipsis' && box.closest('[title]'))) || isCutY) {
        found.push(`${box.tagName.toLowerCase()}.${box.className}: ${(node as Text).data.slice(0, 60)}`);
        break;
      }
      if (/auto|scroll/.test(x) || /auto|scroll/.test(y)) break;
    }
  }
  return found;
}
