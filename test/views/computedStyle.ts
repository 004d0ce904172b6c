const blocks = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5
  H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY UL`.split(/\s+/),
);
const tables: Readonly<Record<string, string>> = {
  TABLE: 'table',
  CAPTION: 'table-caption',
  THEAD: 'table-header-group',
  TBODY: 'table-row-group',
  TFOOT: 'table-footer-group',
  TR: 'table-row',
  TH: 'table-cell',
  TD: 'table-cell',
};
const unseen = new Set(['BASE', 'DATALIST', 'HEAD', 'LINK', 'META', 'SCRIPT', 'STYLE', 'TEMPLATE', 'TITLE']);
const known = new Map<string, CSSStyleDeclaration>();

/**
 * Stands in for jsdom's, which matches its whole style sheet against an element and those around it at every call: a
 * quarter of the time of all queries by role. No style sheet of ours is loaded here, so an element has what its own
 * attributes say, and the display that browsers give it.
 */
export function computedStyle(element: Element, pseudo?: string | null): CSSStyleDeclaration {
  const display = pseudo ? 'inline' : displayOf(element);
  const own = pseudo ? null : element.getAttribute('style');
  const key = `${display};${own ?? ''}`;
  let style = known.get(key);
  if (style === undefined) {
    style = document.createElement('i').style;
    style.cssText = `display: ${display}; visibility: visible; ${own ?? ''}`;
    known.set(key, style);
  }
  return style;
}

function displayOf(element: Element): string {
  const { tagName } = element;
  if (unseen.has(tagName) || element.hasAttribute('hidden')) return 'none';
  return tables[tagName] ?? (blocks.has(tagName) ? 'block' : 'inline');
}
