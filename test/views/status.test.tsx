import { act, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { VerifyReport } from '../../src/postgres/protocol.ts';
import type { CommandContext } from '../../src/store/commands/command.ts';
import { applyEdit, createAppStore, setPlayback } from '../../src/store/createAppStore.ts';
import { setRecipe } from '../../src/store/edits/setRecipe.ts';
import { setTarget } from '../../src/store/edits/setTarget.ts';
import { startCounting } from '../../src/store/effects/counting.ts';
import { createVerifier } from '../../src/store/effects/verification.ts';
import type { Scenario } from '../../src/store/scenario.ts';
import { AppProvider } from '../../src/store/useApp.ts';
import { StatusBar } from '../../src/views/status/StatusBar.tsx';
import { createHeldEngine } from '../fixtures/heldEngine.ts';
import { createHeldVerify } from '../fixtures/heldVerify.ts';
import { planOf, renderApp } from '../fixtures/renderApp.tsx';
import { createTestApp } from '../fixtures/services.ts';

async function setup(document: Scenario = planOf(8, 16)) {
  const held = createHeldVerify();
  const app = await renderApp(<StatusBar />, {
    document,
    rewire: ({ store }) => ({ verifier: createVerifier(store, held) }),
  });
  const verified = async (report: Partial<VerifyReport>) => {
    act(() => app.context.verifier.start());
    await act(async () => held.runs.at(-1)!.finish(report));
  };
  return { ...app, bar: () => screen.getByRole('contentinfo'), verified };
}

const withPolicy = ({ services }: CommandContext, policy: string) => ({ services: { ...services, policy } });

describe('the status bar', () => {
  it('says what was counted, how evenly, and that nothing leaves', async () => {
    const { bar } = await setup();
    expect(bar()).toHaveTextContent('100 000 keys, all counted');
    expect(bar()).toHaveTextContent('χ² p = 0.739');
    expect(bar()).toHaveTextContent(/hashed in [\d.]+ (ms|sec)/);
    expect(bar()).toHaveTextContent('nothing leaves this browser');
  });

  it('speaks of one partition in the singular', async () => {
    const { bar } = await setup(planOf(1, 2));
    expect(bar()).toHaveTextContent('1 partition now, 2 wanted');
  });

  it('says that no policy enforces it where there is none', async () => {
    const { user } = await setup();
    await user.click(screen.getByRole('button', { name: 'nothing leaves this browser How this is enforced' }));
    expect(screen.getByRole('dialog')).toHaveTextContent('This page carries no Content-Security-Policy');
  });

  it("tells the page's policy in words", async () => {
    const policy = "default-src 'none'; connect-src 'self' https://example.org; worker-src blob:";
    const { user } = await renderApp(<StatusBar />, { rewire: ({ context }) => withPolicy(context, policy) });
    await user.click(screen.getByRole('button', { name: /^nothing leaves this browser/ }));
    const dialog = screen.getByRole('dialog', { name: 'How this is enforced' });
    expect(dialog).toHaveTextContent("Requests, socketsthis page's own address, https://example.org");
    expect(dialog).toHaveTextContent('Formsanything');
    expect(dialog).toHaveTextContent('Workers are made by the page and inherit its policy.');
  });

  it('says that a build has no PostgreSQL', async () => {
    const { store, bar } = await setup();
    act(() => store.setState({ hasPostgres: false }));
    expect(bar()).toHaveTextContent('no PostgreSQL in this build');
  });

  it('explains the p value to those who reach it by keyboard', async () => {
    const { user } = await setup();
    await user.tab();
    expect(screen.getByRole('button', { name: 'χ² p = 0.739' })).toHaveFocus();
    expect(screen.getByRole('tooltip')).toHaveTextContent('χ² = 4.35 with 7 degrees of freedom');
  });

  it('says what counted the keys, and what its time is', async () => {
    const { user } = await setup();
    await user.tab();
    await user.tab();
    expect(screen.getByRole('button', { name: /^hashed in .* keys\/s$/ })).toHaveFocus();
    expect(screen.getByRole('tooltip')).toHaveTextContent('TypeScript, 1 worker. Wall time from the first key');
  });

  it('gives keys a second as all keys over the time shown', async () => {
    const { store, bar } = await setup();
    act(() =>
      store.setState(({ results }) => ({
        results: {
          ...results,
          counted: {
            ...results.counted!,
            reply: { ...results.counted!.reply, elapsedMs: 250, workers: 2, kernels: ['simd', 'typescript'] },
          },
        },
      })),
    );
    expect(bar()).toHaveTextContent('hashed in 250 ms · 400 K keys/s');
  });

  it('counts the wished partitions that exist at the playhead', async () => {
    const { bar, store } = await setup();
    expect(bar()).toHaveTextContent('8 partitions now, 16 wanted');
    act(() => setPlayback(store, { playing: false, t: 3.5 }));
    expect(bar()).toHaveTextContent('11 partitions now, 16 wanted');
    act(() => setPlayback(store, { t: 8 }));
    expect(bar()).toHaveTextContent('16 partitions now, 16 wanted');
  });

  it('names the partitions when nothing changes', async () => {
    const { bar } = await setup(planOf(8, 8));
    expect(bar()).toHaveTextContent('8 partitions');
    expect(bar()).not.toHaveTextContent('of 8');
  });

  it('shows how far a count is', async () => {
    const engine = createHeldEngine();
    const { store } = await renderApp(<StatusBar />, {
      rewire: ({ store, counting, context }) => {
        counting.stop();
        return { counting: startCounting(store, { ...context.services, engine }) };
      },
    });
    await act(() => engine.runs[0]!.finish());
    act(() => void applyEdit(store, setTarget, { spec: { kind: 'uniform', modulus: 9 } }));
    act(() => engine.runs[1]!.progress({ done: 1, total: 4 }));
    expect(screen.getByRole('contentinfo')).toHaveTextContent('counting, 25.0 %');
    await act(() => engine.runs[1]!.finish());
    expect(screen.getByRole('contentinfo')).toHaveTextContent('100 000 keys, all counted');
  });

  it('is empty until the first count', () => {
    const { context } = createTestApp();
    render(
      <AppProvider value={{ ...context, store: createAppStore() }}>
        <StatusBar />
      </AppProvider>,
    );
    expect(screen.getByRole('contentinfo')).toBeEmptyDOMElement();
  });
});

describe('the verdict of PostgreSQL', () => {
  it('is missing, under way, then there with what it is about', async () => {
    const { bar, context, verified } = await setup();
    expect(bar()).toHaveTextContent('not run in PostgreSQL yet');
    act(() => context.verifier.start());
    expect(bar()).toHaveTextContent('PostgreSQL is running the plan');
    await verified({});
    expect(bar()).toHaveTextContent('PostgreSQL 18.6 agrees on 132 partition counts and 2 000 keys');
  });

  it('is a difference', async () => {
    const { bar, verified } = await setup();
    await verified({ verdict: 'fail' });
    expect(bar()).toHaveTextContent('PostgreSQL 18.6 differs');
  });

  it.each(['cancelled', 'error'] as const)('is none when the run ended as %s', async (verdict) => {
    const { bar, verified } = await setup();
    await verified({ verdict, version: '' });
    expect(bar()).toHaveTextContent('not run in PostgreSQL yet');
    expect(bar()).not.toHaveTextContent('differs');
  });

  it('is outdated once the scenario changes', async () => {
    const { bar, verified, edit } = await setup();
    await verified({});
    await edit(setRecipe, { recipe: 'keepHalf' });
    expect(bar()).toHaveTextContent('verified before the last change');
    expect(bar()).not.toHaveTextContent('agrees');
  });
});
