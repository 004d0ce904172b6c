import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PanelBoundary } from '../../src/app/PanelBoundary.tsx';
import { Stage } from '../../src/app/Stage.tsx';
import { watchErrors } from '../../src/app/watchErrors.ts';
import { figuresOf } from '../../src/store/figures.ts';
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

describe('the parts of the stage', () => {
  it('fail one by one: the headline leaves the picture and the targets alone, the targets leave the headline', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { store, state } = await renderApp(<Stage />);
    const { results } = state();
    const poison = {
      get: () => {
        throw new Error('planted');
      },
    };
    const targets = () => screen.queryByRole('table', { name: 'Same keys, other targets' });
    const strip = () => screen.queryByRole('group', { name: /^Partitions before and after/ });
    expect([targets(), strip()]).not.toContain(null);

    const error = new Proxy({}, poison) as never;
    act(() => store.setState({ results: { ...results, status: 'failed', error } }));
    expect(screen.getByRole('alert')).toHaveTextContent('This panel stopped: planted');
    expect(screen.queryByRole('heading', { level: 1 })).not.toBeInTheDocument();
    expect([targets(), strip()]).not.toContain(null);

    act(() => store.setState({ results }));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    // Only the targets read the layout itself once the figures are computed.
    const counted = { ...results.counted!, derived: { ...results.counted!.derived } };
    figuresOf(counted);
    Object.defineProperty(counted.derived, 'from', poison);
    act(() => store.setState({ results: { ...results, counted } }));
    expect(targets()).not.toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('8 → 12?');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
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
