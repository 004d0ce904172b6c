import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PanelBoundary } from '../../src/app/PanelBoundary.tsx';
import { watchErrors } from '../../src/app/watchErrors.ts';
import { Notices } from '../../src/views/notices/Notices.tsx';
import { renderApp } from '../fixtures/renderApp.tsx';

afterEach(() => void vi.restoreAllMocks());

describe('a panel that fails', () => {
  let isBroken = true;
  function Panel(): ReactElement {
    if (isBroken) throw new Error('planted');
    return <p>alive</p>;
  }

  it('says why, hands out what a report needs, and can be tried again, while the others go on', async () => {
    isBroken = true;
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const user = userEvent.setup();
    render(
      <>
        <PanelBoundary>
          <Panel />
        </PanelBoundary>
        <PanelBoundary>
          <p>another panel</p>
        </PanelBoundary>
      </>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('This panel stopped: planted');
    expect(screen.getByText('another panel')).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Copy details' }));
    const details = await navigator.clipboard.readText();
    expect(details).toMatch(/^planted\n\nError: planted\n/);
    expect(details).toContain('at Panel');
    expect(details).toMatch(/\n\nShardscope \d+\.\d+\.\d+\n/);
    expect(details).toContain(navigator.userAgent);
    expect(details).toContain(window.location.href);

    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('alive')).toBeInTheDocument();
  });
});

describe('an error that no panel catches', () => {
  async function setup() {
    const app = await renderApp(<Notices />);
    const listen = vi.spyOn(window, 'addEventListener');
    watchErrors(app.store, app.context.services.files);
    const listeners = new Map(listen.mock.calls.map(([type, listener]) => [type as string, listener as EventListener]));
    for (const [type, listener] of listeners) window.removeEventListener(type, listener);
    const happen = (type: string, event: object) => act(() => listeners.get(type)!(event as Event));
    return { ...app, happen };
  }

  it.each([
    ['error', { error: new Error('planted') }],
    ['unhandledrejection', { reason: new Error('planted') }],
    ['unhandledrejection', { reason: 'planted' }],
  ])('of the kind %s is a message, and its details can be copied', async (type, event) => {
    const { user, world, happen } = await setup();
    happen(type, event);
    expect(screen.getByRole('listitem')).toHaveTextContent('Something failed: planted');
    await user.click(screen.getByRole('button', { name: 'Copy details' }));
    expect(world.copied).toHaveLength(1);
    expect(world.copied[0]).toMatch(/^planted\n/);
    expect(world.copied[0]).toContain('Shardscope ');
    expect(await screen.findByText('Copied.')).toBeInTheDocument();
  });

  it('is no message when it is only a late resize', async () => {
    const { happen } = await setup();
    happen('error', { message: 'ResizeObserver loop completed with undelivered notifications.', error: null });
    expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
  });
});
