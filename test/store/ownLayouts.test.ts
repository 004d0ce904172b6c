import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAppStore, setUi } from '../../src/store/createAppStore.ts';
import { startAutosave } from '../../src/store/effects/autosave.ts';
import { changeLayout, openPanel } from '../../src/store/layout/changeLayout.ts';
import { defaultLayout, namedLayouts } from '../../src/store/layout/namedLayouts.ts';
import {
  addLayout,
  MAX_LAYOUT_NAME,
  MAX_LAYOUTS,
  type OwnLayout,
  removeLayout,
} from '../../src/store/layout/ownLayouts.ts';
import { resizeDock } from '../../src/store/layout/windowLayout.ts';
import { parseSaved } from '../../src/store/persistence.ts';
import { createTestServices } from '../fixtures/services.ts';

const wide = resizeDock(defaultLayout, 'right', 600);
const named = (count: number): OwnLayout[] =>
  Array.from({ length: count }, (_, i) => ({ name: `n${i}`, layout: defaultLayout }));

describe('own layouts', () => {
  it('are kept under a name without the blanks around it, and deleted by it', () => {
    const added = addLayout([], '  desk ', wide);
    expect(added).toEqual({ ok: true, value: [{ name: 'desk', layout: wide }] });
    expect(added.ok && removeLayout(added.value, 'desk')).toEqual([]);
  });

  it.each([
    ['no name', [], '  ', { id: 'layoutNameEmpty', params: {} }],
    ['a long name', [], 'x'.repeat(41), { id: 'layoutNameTooLong', params: { value: 41, max: MAX_LAYOUT_NAME } }],
    ['a name that is taken', named(2), 'n1', { id: 'layoutNameTaken', params: { value: 'n1' } }],
    ['a thirteenth', named(12), 'n12', { id: 'tooManyLayouts', params: { max: MAX_LAYOUTS } }],
  ])('are refused: %s', (_case, layouts, name, error) => {
    expect(addLayout(layouts, name, wide)).toEqual({ ok: false, error });
  });

  it('count characters, not their parts', () => {
    expect(addLayout([], '🐘'.repeat(40), wide).ok).toBe(true);
  });

  it('lose what is damaged when they are read', () => {
    const entry = { name: 'desk', layout: wide };
    const data = [entry, entry, null, 7, { name: '' }, { name: 'bare' }, { name: 3, layout: wide }, ...named(20)];
    const { layouts } = parseSaved({ layouts: data }).preferences;
    expect(layouts).toHaveLength(MAX_LAYOUTS);
    expect(layouts?.slice(0, 2)).toEqual([entry, { name: 'bare', layout: defaultLayout }]);
    expect(parseSaved({ layouts: 'desk', layout: 7 }).preferences).toEqual({});
  });
});

describe('the layout survives a reload', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('as it was left, with the own ones', async () => {
    const { services, world } = createTestServices();
    const store = createAppStore();
    const save = vi.spyOn(services.storage, 'save');
    const { stop } = startAutosave(store, services, () => undefined);
    changeLayout(store, (layout) => resizeDock(layout, 'right', 600));
    setUi(store, { layouts: [{ name: 'desk', layout: namedLayouts.review }] });
    await vi.advanceTimersByTimeAsync(250);
    await vi.dynamicImportSettled();
    expect(save).toHaveBeenCalledOnce();
    const stored: unknown = JSON.parse(JSON.stringify(world.stored?.preferences));
    expect(parseSaved(stored).preferences).toMatchObject({
      layout: wide,
      layouts: [{ name: 'desk', layout: namedLayouts.review }],
    });
    openPanel(store, 'sql');
    await vi.advanceTimersByTimeAsync(250);
    await vi.dynamicImportSettled();
    expect(save).toHaveBeenCalledOnce();
    stop();
  });
});
