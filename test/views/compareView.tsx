import { screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
import { formatOf } from '../../src/i18n/format.ts';
import { membersOf } from '../../src/schemes/nodes.ts';
import { schemes } from '../../src/schemes/schemes.ts';
import { defaultScenario, newCompared, type Scenario } from '../../src/store/scenario.ts';
import { CompareView } from '../../src/views/compare/CompareView.tsx';
import { plain, type RenderOptions, renderApp } from '../fixtures/renderApp.tsx';
import { naiveFigures, naiveKeys } from '../unit/engine/compare/naive.ts';

export const format = formatOf('en');
export const names = {
  postgres: 'PostgreSQL hash partitions',
  modulo: 'hash mod N',
  jump: 'Jump hash',
  ring: 'Hash ring',
};
export const ids = Object.keys(names) as (keyof typeof names)[];
export const small: Scenario = {
  ...defaultScenario,
  keys: { ...defaultScenario.keys, rows: 1000 },
  compare: ids.map(newCompared),
};

/** A busy machine may need longer for thousands of points than a second. */
export const patience = { timeout: 20_000 };

/** The comparison of the small scenario; with its figures, unless its engine waits for the test. */
export async function setup(options: RenderOptions = {}) {
  const view = (
    <main>
      <CompareView />
    </main>
  );
  const app = await renderApp(view, { document: small, ...options });
  const table = () => within(screen.getByRole('table', { name: 'Schemes compared over the same keys' }));
  const chooser = () => screen.getByText(/schemes? compared; choose$/);
  const compared = () => waitFor(() => expect(app.state().comparison.status).toBe('ready'), patience);
  const choice = (name: string) =>
    within(within(chooser().parentElement!).getByRole('checkbox', { name }).closest('li')!);
  if (options.services?.compareEngine === undefined) {
    await compared();
    // Drawn some frames after the table.
    await screen.findByRole('list', { name: /^Nodes before and after/ });
  }
  return {
    ...app,
    table,
    choice,
    /** Opens the choice of schemes, so that its fields are there. */
    openChooser: async () => {
      await app.user.click(chooser());
      await waitFor(
        () => expect(chooser().parentElement!.querySelectorAll('li')).toHaveLength(schemes.length),
        patience,
      );
    },
    compared,
    /** Texts of each line by the name of its scheme. */
    lines: () =>
      Object.fromEntries(
        table()
          .getAllByRole('row')
          .slice(1)
          .map((row) => [
            plain(within(row).getByRole('rowheader').textContent),
            within(row)
              .getAllByRole('cell')
              .map((cell) => plain(cell.textContent)),
          ]),
      ),
    order: () =>
      table()
        .getAllByRole('rowheader')
        .map(({ textContent }) => plain(textContent)),
    sort: (column: string) => app.user.click(table().getByRole('button', { name: column })),
    fill: async (field: HTMLElement, text: string) => {
      await app.user.clear(field);
      await app.user.paste(text);
      await app.user.keyboard('{Enter}');
    },
    description: (element: HTMLElement) => {
      const described = element.getAttribute('aria-describedby')?.split(' ') ?? [];
      return plain(described.map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
    },
  };
}

/** What one loop over all keys says of a scheme, as the table writes it. */
export function naiveLine({ keys, nodes, compare }: Scenario, id: string): string[] {
  const block = naiveKeys(keys, [...Array(keys.rows).keys()]);
  const spec = compare.find(({ scheme }) => scheme === id)!;
  const { moved, after, theory } = naiveFigures(spec, membersOf(nodes), block);
  return [
    format.integer(moved),
    format.percent(moved, keys.rows),
    `${theory.kind === 'bound' ? '≤ ' : ''}${format.percent(theory.fraction, 1)}`,
    `${format.decimal(after.hottest, 3)}×`,
    format.percent(after.deviation, 1),
  ].map(plain);
}
