import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { RingPanel } from '../../src/app/RingPanel.tsx';
import { applyEdit, setPlayback, setUi, undo } from '../../src/store/createAppStore.ts';
import { setCurrent } from '../../src/store/edits/setCurrent.ts';
import { setRows } from '../../src/store/edits/setRows.ts';
import { defaultScenario, type Scenario } from '../../src/store/scenario.ts';
import { plain, planOf, renderApp } from '../fixtures/renderApp.tsx';
import { faults } from './faults.ts';

/** 8 -> 16 on six nodes: the first leaves, the last two join. */
const small: Scenario = {
  ...planOf(8, 16),
  keys: { ...defaultScenario.keys, rows: 2000 },
  nodes: defaultScenario.nodes.map((node, i) => (i === 0 ? { ...node, state: 'leaving' } : node)),
  compare: [],
};

/** Ring and nodes at a plan time. Nothing is laid out here: the stage is 800 x 420 at the corner of the page. */
async function setup(t: number, document: Scenario = small) {
  const app = await renderApp(
    <main>
      <RingPanel onFlat={vi.fn()} />
    </main>,
    { document },
  );
  act(() => {
    setUi(app.store, { stageView: 'ring' });
    setPlayback(app.store, { playing: false, t });
  });
  const drawing = await screen.findByRole('group', { name: /^Partitions as a ring/ }, { timeout: 5000 });
  const node = (name: string) => within(drawing).getByRole('img', { name: new RegExp(`^${name};`) });
  const placeOf = (name: string) => {
    const [x, y, w] = ['x', 'y', 'width'].map((key) => Number(node(name).querySelector('rect')!.getAttribute(key)));
    return { clientX: x! + w! / 2, clientY: y! + 40 };
  };
  const pointer = { pointerId: 7, buttons: 1, detail: 1 };
  const start = { ...pointer, clientX: 200, clientY: 60 };
  const arc = (name: string) => within(drawing).getByRole('button', { name: new RegExp(`^${name} `) });
  return {
    ...app,
    drawing,
    arc,
    start,
    pointer,
    placed: () => app.state().document.placed,
    nodeOf: (name: string) => / on (node \d)/.exec(plain(arc(name).getAttribute('aria-label')))![1]!,
    targets: () =>
      [...drawing.querySelectorAll('[data-drop]')].map((rect) => `node ${Number(rect.getAttribute('data-drop')) + 1}`),
    over: () => drawing.querySelector('[data-over="true"]')?.getAttribute('data-drop') ?? null,
    dragLabel: (text: RegExp) =>
      screen.queryAllByText(text).filter((element) => drawing.parentElement === element.parentElement).length > 0,
    /** Presses an arc and moves over a node. */
    lift: (name: string, onto: string) => {
      fireEvent.pointerDown(arc(name), start);
      fireEvent.pointerMove(drawing, { ...pointer, ...placeOf(onto) });
    },
    /** Lets go over a node, or anywhere else; the browser then says that the drawing was clicked. */
    letGo: async (onto: string | { readonly clientX: number; readonly clientY: number }) => {
      const place = { ...pointer, buttons: 0, ...(typeof onto === 'string' ? placeOf(onto) : onto) };
      fireEvent.pointerUp(drawing, place);
      fireEvent.click(drawing, place);
      await act(app.counted);
    },
  };
}

describe('a partition of the new layout', () => {
  it('is pinned to the node that it is dragged onto, as one undoable edit', async () => {
    const { lift, letGo, placed, state, store, targets, over, dragLabel, nodeOf, arc } = await setup(8);
    const past = state().history.past.length;
    const goal = nodeOf('orders_16_9') === 'node 6' ? 'node 5' : 'node 6';
    lift('orders_16_9', goal);
    expect(targets()).toEqual([2, 3, 4, 5, 6].map((n) => `node ${n}`).filter((name) => name !== nodeOf('orders_16_9')));
    expect(over()).toBe(String(Number(goal.slice(5)) - 1));
    expect(dragLabel(new RegExp(`^orders_16_9 → ${goal}$`))).toBe(true);
    await letGo(goal);
    expect(placed()).toEqual([{ side: 'to', modulus: 16, remainder: 9, node: goal }]);
    expect(state().history.past).toHaveLength(past + 1);
    expect(nodeOf('orders_16_9')).toBe(goal);
    expect(arc('orders_16_9')).toHaveAccessibleName(/; pinned to its node after the change$/);
    expect(state().ui.selection).toBeNull();
    expect(targets()).toEqual([]);
    act(() => void undo(store));
    expect(placed()).toEqual([]);
  });

  it('says in mark, name and tooltip that it is pinned, and only of that one', async () => {
    const pinned = { side: 'to', modulus: 16, remainder: 9, node: 'node 6' } as const;
    const lies = { side: 'from', modulus: 8, remainder: 2, node: 'node 2' } as const;
    const { drawing, arc } = await setup(8, { ...small, placed: [pinned, lies] });
    expect([...drawing.querySelectorAll('[data-pin]')].map((mark) => mark.getAttribute('data-pin'))).toEqual([
      arc('orders_16_9').getAttribute('data-mark'),
    ]);
    expect(within(drawing).getAllByRole('button', { name: /pinned/ })).toEqual([arc('orders_16_9')]);
    act(() => arc('orders_16_9').focus());
    expect(screen.getByText('pinned to its node after the change')).toBeInTheDocument();
    act(() => arc('orders_16_8').focus());
    expect(screen.queryByText('pinned to its node after the change')).toBeNull();
    expect(screen.getByText('Drag onto a node, or press Enter')).toBeInTheDocument();
    expect(drawing).toHaveAccessibleDescription(/Drag onto a node, or press Enter$/);
  });

  it('is refused by a node that leaves, by the one that it lies on, and beside the nodes', async () => {
    const { lift, letGo, placed, state, over, dragLabel, nodeOf } = await setup(8);
    const { history } = state();
    for (const refusing of ['node 1', nodeOf('orders_16_9')]) {
      lift('orders_16_9', refusing);
      expect(over()).toBeNull();
      expect(dragLabel(/^orders_16_9$/)).toBe(true);
      await letGo(refusing);
    }
    lift('orders_16_9', 'node 6');
    await letGo({ clientX: 200, clientY: 200 });
    expect(placed()).toEqual([]);
    expect(state().history).toBe(history);
    expect(state().ui.selection).toBeNull();
  });
});

describe('a partition of the old layout that is not touched yet', () => {
  it('lies on the node that it is dragged onto, which must be there before the change', async () => {
    const { lift, letGo, placed, targets, nodeOf, drawing } = await setup(0);
    const own = nodeOf('orders_8_3');
    const goal = own === 'node 1' ? 'node 2' : 'node 1';
    lift('orders_8_3', 'node 6');
    expect(targets()).toEqual([1, 2, 3, 4].map((n) => `node ${n}`).filter((name) => name !== own));
    await letGo('node 6');
    expect(placed()).toEqual([]);
    lift('orders_8_3', goal);
    await letGo(goal);
    expect(placed()).toEqual([{ side: 'from', modulus: 8, remainder: 3, node: goal }]);
    expect(nodeOf('orders_8_3')).toBe(goal);
    expect(drawing.querySelector('[data-pin]')).toBeNull();
  });

  it('stays where it is when the plan takes it away before it is let go', async () => {
    const { lift, letGo, placed, targets, store } = await setup(0);
    lift('orders_8_3', 'node 2');
    act(() => setPlayback(store, { playing: false, t: 8 }));
    expect(targets()).toEqual([]);
    await letGo('node 2');
    expect(placed()).toEqual([]);
  });

  it('is placed only while the document still has it, when the picture lags behind', async () => {
    const { lift, letGo, placed, store } = await setup(0);
    lift('orders_8_3', 'node 2');
    applyEdit(store, setRows, { rows: 2500 });
    await letGo('node 2');
    expect(placed()).toEqual([{ side: 'from', modulus: 8, remainder: 3, node: 'node 2' }]);
    lift('orders_8_5', 'node 3');
    applyEdit(store, setCurrent, { spec: { kind: 'uniform', modulus: 4 } });
    await letGo('node 3');
    expect(placed()).toHaveLength(1);
  });
});

describe('a press that is no drag', () => {
  it('selects the partition and opens its actions, also when the pointer trembles', async () => {
    const { arc, start, drawing, state, placed } = await setup(8);
    fireEvent.pointerDown(arc('orders_16_9'), start);
    fireEvent.pointerMove(drawing, { ...start, clientX: start.clientX + 5, clientY: start.clientY + 3 });
    expect(drawing.querySelector('[data-drop]')).toBeNull();
    fireEvent.pointerUp(arc('orders_16_9'), { ...start, buttons: 0 });
    fireEvent.click(arc('orders_16_9'), start);
    expect(state().ui.selection).toMatchObject({ side: 'to', name: 'orders_16_9' });
    expect(placed()).toEqual([]);
  });

  it('is not made of other buttons, of nodes, or of a pointer that was let go elsewhere', async () => {
    const { arc, start, drawing, targets, pointer } = await setup(8);
    const move = (buttons: number) =>
      fireEvent.pointerMove(drawing, { ...pointer, buttons, clientX: 600, clientY: 100 });
    fireEvent.pointerDown(arc('orders_16_9'), { ...start, button: 2, buttons: 2 });
    move(2);
    expect(targets()).toEqual([]);
    fireEvent.pointerDown(within(drawing).getByRole('img', { name: /^node 2;/ }), start);
    move(1);
    expect(targets()).toEqual([]);
    fireEvent.pointerDown(arc('orders_16_9'), start);
    move(1);
    expect(targets()).not.toEqual([]);
    move(0);
    expect(targets()).toEqual([]);
    move(1);
    expect(targets()).toEqual([]);
  });
});

describe('a drag', () => {
  it('is cancelled by Escape, and what is let go afterwards neither drops nor clicks', async () => {
    const { lift, letGo, placed, state, targets, user } = await setup(8);
    lift('orders_16_9', 'node 6');
    await user.keyboard('{Escape}');
    expect(targets()).toEqual([]);
    await letGo('node 6');
    expect(placed()).toEqual([]);
    expect(state().ui.selection).toBeNull();
  });

  it('is cancelled when the pointer is taken away, and by a second finger', async () => {
    const { lift, letGo, placed, targets, drawing, pointer, arc, start } = await setup(8);
    lift('orders_16_9', 'node 6');
    fireEvent.pointerCancel(drawing, pointer);
    expect(targets()).toEqual([]);
    lift('orders_16_9', 'node 6');
    fireEvent.pointerDown(arc('orders_16_8'), { ...start, pointerId: 8 });
    expect(targets()).toEqual([]);
    await letGo('node 6');
    expect(placed()).toEqual([]);
  });

  it('follows one pointer only', async () => {
    const { lift, placed, targets, drawing, pointer } = await setup(8);
    lift('orders_16_9', 'node 6');
    fireEvent.pointerUp(drawing, { ...pointer, pointerId: 9, buttons: 0, clientX: 200, clientY: 200 });
    expect(targets()).not.toEqual([]);
    expect(placed()).toEqual([]);
  });

  it('has no fault that axe finds', async () => {
    const { lift, letGo } = await setup(8);
    lift('orders_16_9', 'node 6');
    expect(await faults()).toEqual([]);
    await letGo('node 6');
    expect(await faults()).toEqual([]);
  });
});
