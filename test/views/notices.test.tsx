import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { redoCommand } from '../../src/store/commands/redoCommand.ts';
import { undoCommand } from '../../src/store/commands/undoCommand.ts';
import { applyEdit, setUi } from '../../src/store/createAppStore.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { decodeLink } from '../../src/store/link.ts';
import type { Notice } from '../../src/store/state.ts';
import { runCommand } from '../../src/store/useApp.ts';
import { Notices } from '../../src/views/notices/Notices.tsx';
import { renderApp } from '../fixtures/renderApp.tsx';

async function setup() {
  const app = await renderApp(<Notices />);
  const region = screen.getByRole('region', { name: 'Messages' });
  const messages = () =>
    within(region)
      .queryAllByRole('listitem')
      .map((item) => item.textContent);
  const say = (notice: Notice) => act(() => setUi(app.store, { notice }));
  return { ...app, messages, say };
}

describe('messages', () => {
  it('name what was undone and redone', async () => {
    const { store, context, messages } = await setup();
    act(() => void applyEdit(store, setTarget, { spec: { kind: 'uniform', modulus: 16 } }));
    act(() => runCommand(undoCommand, context));
    expect(messages()).toEqual(['Undone: Ask for 16 partitions']);
    act(() => runCommand(redoCommand, context));
    expect(messages()).toEqual(['Undone: Ask for 16 partitions', 'Redone: Ask for 16 partitions']);
  });

  it('say why a link was not opened', async () => {
    const { say, messages } = await setup();
    const link = decodeLink('#v7.abc');
    if (link === null || link.ok) throw new Error('expected a refusal');
    say({ kind: 'error', key: 'notice.linkRefused', refusal: link.error });
    expect(messages()).toEqual([
      'The link was not opened; the scenario on screen is the one from before. ' +
        'The link has version 7; this Shardscope reads up to version 1.',
    ]);
  });

  it('quote PostgreSQL as it is', async () => {
    const { say, messages } = await setup();
    const message = 'partition "orders_4_0" would overlap partition "orders_2_0"';
    const params = { name: 'orders.json' };
    say({ kind: 'error', key: 'notice.fileRefused', params, refusal: { code: '42P17', message } });
    expect(messages()).toEqual([`orders.json was not opened. ${message}`]);
  });

  it('are read out, and taken from the state once they are shown', async () => {
    const { say, state } = await setup();
    say({ kind: 'info', key: 'notice.saved', params: { name: 'orders.json' } });
    expect(screen.getByText('Saved orders.json.').closest('[aria-live="polite"]')).not.toBeNull();
    expect(state().ui.notice).toBeNull();
  });

  it('with an action offer it, and do it once', async () => {
    const { user, say, messages } = await setup();
    let shown = 0;
    const run = () => {
      shown += 1;
    };
    say({ kind: 'note', key: 'notice.otherTab', action: { label: 'notice.showIt', run } });
    await user.click(screen.getByRole('button', { name: 'Show it' }));
    expect(shown).toBe(1);
    expect(messages()).toEqual([]);
  });

  it('close at a press', async () => {
    const { user, say, messages } = await setup();
    say({ kind: 'error', key: 'notice.copyRefused' });
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(messages()).toEqual([]);
  });
});
