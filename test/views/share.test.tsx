import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppDialogs } from '../../src/app/AppDialogs.tsx';
import { loadPrintSheet } from '../../src/app/loadPrintSheet.ts';
import { PrintHost } from '../../src/app/PrintHost.tsx';
import { setPlayback, setUi } from '../../src/store/createAppStore.ts';
import { decodeLink } from '../../src/store/link.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import { plain, planOf, renderApp } from '../fixtures/renderApp.tsx';

async function setup(document: Scenario = defaultScenario) {
  const app = await renderApp(<AppDialogs />, { document });
  act(() => {
    setUi(app.store, { dialog: 'share', stageView: 'ring' });
    setPlayback(app.store, { t: 2 });
  });
  const dialog = await screen.findByRole('dialog', {}, { timeout: 10_000 });
  const field = (name: string) => within(dialog).getByRole<HTMLInputElement>('textbox', { name });
  const button = (name: string) => within(dialog).getByRole('button', { name });
  const link = () => decodeLink(field('Link').value.replace('http://app.test/', ''));
  return { ...app, dialog, field, button, link };
}

/** Sizes of 1000 partitions of every second bound: a document that takes a long link. */
const long: Scenario = {
  ...defaultScenario,
  name: Array.from({ length: 80 }, (_, i) => String.fromCodePoint(0x4e00 + i * 37)).join(''),
  nodes: Array.from({ length: 1000 }, (_, i) => ({
    ...defaultScenario.nodes[0]!,
    name: `n${(i * 2_654_435_761) % 4_294_967_291}`,
  })),
};

describe('the window of ways out', () => {
  it('has the link with its length, and tells what it holds', async () => {
    const { dialog, field, link, state } = await setup();
    expect(link()).toEqual({ ok: true, value: { scenario: state().document, t: 2, view: 'ring' } });
    expect(dialog).toHaveTextContent(`${field('Link').value.length} characters`);
    expect(dialog).toHaveTextContent('It holds no keys and no results');
  });

  it('leaves out of the link what one does not want in it', async () => {
    const { user, link, dialog } = await setup();
    const box = (name: string) => within(dialog).getByRole('checkbox', { name });
    await user.click(box('Place in the plan'));
    await user.click(box('View: Ring + nodes'));
    await user.click(box('Language: English'));
    expect(link()).toMatchObject({ ok: true, value: { t: null, lang: 'en' } });
    expect(link()).not.toHaveProperty('value.view');
  });

  it('copies the link that it shows', async () => {
    const { user, world, field, button, state } = await setup();
    await user.click(button('Copy link'));
    expect(world.copied).toEqual([field('Link').value]);
    expect(state().ui.notice).toMatchObject({ key: 'notice.linkCopied' });
  });

  it('offers a file instead of a long link, with the reason', async () => {
    const { user, world, dialog, button, field } = await setup(long);
    expect(field('Link').value.length).toBeGreaterThan(8000);
    expect(plain(dialog.textContent)).toContain('cut links above 8 000');
    await user.click(button('Save'));
    expect(world.saved[0]!.name).toMatch(/\.shardscope\.json$/);
  });

  it('copies the review, and saves table and picture', async () => {
    const { user, world, button } = await setup();
    await user.click(button('Copy as Markdown'));
    await waitFor(() => expect(world.copied[0]).toMatch(/^# orders: 8 → 12\?/), { timeout: 10_000 });
    await user.click(button('Save table as CSV…'));
    await user.click(button('Save picture as SVG…'));
    await waitFor(
      () => expect(world.saved.map(({ name }) => name).sort()).toEqual(['orders-nodes.csv', 'orders-ring.svg']),
      { timeout: 10_000 },
    );
    await user.click(button('Print…'));
    expect(world.printed).toBe(1);
  });

  it('has the code of a frame with the view on screen', async () => {
    const { user, world, button } = await setup();
    await user.click(button('Copy the code'));
    expect(world.copied[0]).toMatch(
      /^<iframe src="http:\/\/app\.test\/\?embed=ring#v1\.[^"]+" title="orders · Shardscope"/,
    );
  });
});

describe('the review sheet', () => {
  it('is on the page only while it is printed, with picture, tables, steps and SQL', async () => {
    await loadPrintSheet();
    await renderApp(<PrintHost />, { document: planOf(8, 16) });
    expect(screen.queryByRole('article')).toBeNull();
    document.documentElement.dataset.theme = 'dark';
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(document.documentElement.dataset.theme).toBe('light');
    const sheet = screen.getByRole('article');
    expect(within(sheet).getByRole('heading', { level: 1 })).toHaveTextContent('8 → 16: split in place');
    expect(sheet.querySelector('svg')).not.toBeNull();
    expect(
      within(sheet)
        .getAllByRole('heading', { level: 2 })
        .map((heading) => heading.textContent),
    ).toEqual([
      'Layout',
      'Partitions after the change',
      'Steps of the plan',
      'Nodes',
      'Assumptions',
      'Verification',
      'Link',
      'SQL',
    ]);
    expect(within(sheet).getByText(/^-- Table orders/)).toHaveTextContent('PARTITION BY HASH (order_id)');
    act(() => {
      for (let twice = 0; twice < 2; twice++) window.dispatchEvent(new Event('afterprint'));
    });
    expect(document.documentElement.dataset.theme).toBe('dark');
    delete document.documentElement.dataset.theme;
    expect(screen.queryByRole('article')).toBeNull();
  });
});
