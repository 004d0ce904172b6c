import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { UiGallery } from './UiGallery.tsx';

// jsdom lays nothing out, so colours are not measured here but in test/unit/ui/tokens.test.ts. An open menu belongs to
// its button, not to a landmark.
const options = { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } };

async function findViolations(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('; ')}`);
}

it('breaks no accessibility rule with every widget on one page', async () => {
  render(<UiGallery />);
  expect(screen.getAllByRole('button').length).toBeGreaterThan(40);
  expect(await findViolations()).toEqual([]);
});

it('breaks no accessibility rule with a field in error, and with a menu open', async () => {
  render(<UiGallery />);
  const user = userEvent.setup();
  const rows = screen.getByRole('spinbutton', { name: 'Rows' });
  await user.clear(rows);
  await user.type(rows, '0{Enter}');
  await user.click(screen.getByRole('button', { name: 'File' }));
  expect(screen.getByRole('menu', { name: 'File' })).toBeInTheDocument();
  expect(await findViolations()).toEqual([]);
});

it.each([
  ['Run in PostgreSQL', 'Verify'],
  ['Box', 'orders_8_6'],
])('breaks no accessibility rule with what %j opens', async (button, dialog) => {
  render(<UiGallery />);
  await userEvent.setup().click(screen.getByRole('button', { name: button }));
  expect(screen.getByRole('dialog', { name: dialog })).toBeInTheDocument();
  expect(await findViolations()).toEqual([]);
});
