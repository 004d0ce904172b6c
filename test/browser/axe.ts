import axe from 'axe-core';
import type { Page } from 'playwright-core';

const everything: axe.RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
export const onlyContrast: axe.RunOnly = { type: 'rule', values: ['color-contrast'] };

/**
 * What axe finds wrong with the page as it is, or with a part of it, a line a rule with the elements; empty when nothing is.
 */
export async function findViolations(page: Page, runOnly: axe.RunOnly = everything, part = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([only, within]) => {
      const run = (globalThis as unknown as { axe: typeof axe }).axe.run;
      const results = await run(within, { runOnly: only });
      return results.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      );
    },
    [runOnly, part] as const,
  );
}
