import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeChange } from '../../src/store/layout/describeChange.ts';
import { fitLayout, resizeFitted } from '../../src/store/layout/fitLayout.ts';
import { defaultLayout, namedLayouts } from '../../src/store/layout/namedLayouts.ts';
import { normaliseLayout } from '../../src/store/layout/normaliseLayout.ts';
import {
  closePanel,
  dockIds,
  dockOf,
  dockSizes,
  equalLayouts,
  isShown,
  movePanel,
  openPanels,
  panelIds,
  resizeDock,
  showPanel,
  toggleCollapsed,
  type WindowLayout,
} from '../../src/store/layout/windowLayout.ts';

const panel = fc.constantFrom(...panelIds);
const dock = fc.constantFrom(...dockIds);
const change: fc.Arbitrary<(layout: WindowLayout) => WindowLayout> = fc.oneof(
  fc.tuple(panel, dock, fc.option(fc.nat(7), { nil: undefined })).map(
    ([id, to, index]) =>
      (layout: WindowLayout) =>
        movePanel(layout, id, to, index),
  ),
  panel.map((id) => (layout: WindowLayout) => showPanel(layout, id)),
  panel.map((id) => (layout: WindowLayout) => closePanel(layout, id)),
  dock.map((id) => (layout: WindowLayout) => toggleCollapsed(layout, id)),
  fc.tuple(dock, fc.double({ min: -5000, max: 5000, noNaN: true })).map(
    ([id, size]) =>
      (layout: WindowLayout) =>
        resizeDock(layout, id, size),
  ),
);
/** What a reader can make of the window. */
const reached = fc
  .array(change, { maxLength: 12 })
  .map((changes) => changes.reduce((layout, next) => next(layout), defaultLayout));

function expectValid(layout: WindowLayout): void {
  const open = openPanels(layout);
  expect(new Set(open).size).toBe(open.length);
  for (const id of dockIds) {
    const { panels, active, size, collapsed } = layout[id];
    expect(panels).toEqual(panels.filter((name) => panelIds.includes(name)));
    expect(active === null ? panels.length : panels.indexOf(active)).toBeGreaterThanOrEqual(0);
    expect(active === null).toBe(panels.length === 0);
    expect(Number.isInteger(size) && size >= dockSizes[id].min && size <= dockSizes[id].max).toBe(true);
    expect(collapsed && panels.length === 0).toBe(false);
  }
  expect(layout.front === null ? open.length === 0 : open.includes(layout.front)).toBe(true);
}

describe('a layout', () => {
  it('stays valid whatever is done to it, and is its own repaired form (seed 3)', () => {
    fc.assert(
      fc.property(reached, (layout) => {
        expectValid(layout);
        expect(normaliseLayout(JSON.parse(JSON.stringify(layout)))).toEqual(layout);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('has a moved panel in front, at the place asked for, and the others as before (seed 4)', () => {
    fc.assert(
      fc.property(reached, panel, dock, fc.nat(5), (layout, id, to, index) => {
        const next = movePanel(layout, id, to, index);
        expect(isShown(next, id)).toBe(true);
        expect(next.front).toBe(id);
        const others = layout[to].panels.filter((other) => other !== id);
        expect(next[to].panels).toEqual(others.toSpliced(index, 0, id));
        for (const other of panelIds) if (other !== id) expect(dockOf(next, other)).toBe(dockOf(layout, other));
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('opens a closed panel again, and each in its dock (seed 5)', () => {
    fc.assert(
      fc.property(reached, panel, (layout, id) => {
        const without = closePanel(layout, id);
        expect(dockOf(without, id)).toBeNull();
        expect(isShown(showPanel(without, id), id)).toBe(true);
        expect(dockOf(showPanel(without, id), id)).toBe(id === 'scenario' ? 'left' : 'right');
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('opens the dock of a panel that is asked for, and is left alone when that is on screen', () => {
    const collapsed = toggleCollapsed(defaultLayout, 'right');
    expect(isShown(collapsed, 'sql')).toBe(false);
    expect(isShown(showPanel(collapsed, 'verify'), 'verify')).toBe(true);
    expect(showPanel(defaultLayout, 'sql')).toBe(defaultLayout);
    expect(toggleCollapsed(defaultLayout, 'bottom')).toBe(defaultLayout);
    expect(resizeDock(defaultLayout, 'left', dockSizes.left.usual + 0.3)).toBe(defaultLayout);
  });

  it('shows the neighbour of a closed panel', () => {
    const steps = showPanel(defaultLayout, 'steps');
    expect(closePanel(steps, 'steps')).toMatchObject({ right: { active: 'verify' }, front: 'verify' });
    expect(closePanel(showPanel(steps, 'inspect'), 'inspect').right.active).toBe('verify');
    expect(closePanel(steps, 'sql')).toMatchObject({ right: { active: 'steps' }, front: 'steps' });
  });
});

describe('a stored layout', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', [1]],
    ['a text', 'plan'],
  ])('is the usual one when it is %s', (_case, data) => {
    expect(normaliseLayout(data)).toEqual(defaultLayout);
  });

  it('loses what is wrong with it: unknown and repeated panels, wrong sizes, an active one that is not there', () => {
    const data = {
      left: { panels: ['sql', 'map', 'sql', 7], active: 'verify', size: 1e9, collapsed: 'yes' },
      right: { panels: ['sql', 'steps'], active: 'steps', size: Number.NaN, collapsed: true },
      bottom: { panels: 'inspect', collapsed: true },
      front: 'inspect',
    };
    expect(normaliseLayout(data)).toEqual({
      left: { panels: ['sql'], active: 'sql', size: dockSizes.left.max, collapsed: false },
      right: { panels: ['steps'], active: 'steps', size: dockSizes.right.usual, collapsed: true },
      bottom: { panels: [], active: null, size: dockSizes.bottom.usual, collapsed: false },
      front: 'sql',
    });
  });

  it('becomes a valid one, whatever it is (seed 6)', () => {
    const loose = fc.record({
      left: fc.anything(),
      right: fc.record({
        panels: fc.array(fc.oneof(panel, fc.anything())),
        active: fc.anything(),
        size: fc.anything(),
      }),
      bottom: fc.record({ panels: fc.array(panel), collapsed: fc.anything() }),
      front: fc.anything(),
    });
    fc.assert(
      fc.property(fc.oneof(loose, fc.anything()), (data) => expectValid(normaliseLayout(data))),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe('the named layouts', () => {
  it.each(Object.entries(namedLayouts))('%s is valid, has every panel and differs from the others', (_name, layout) => {
    expectValid(layout);
    expect(openPanels(layout).toSorted()).toEqual([...panelIds].toSorted());
    expect(Object.values(namedLayouts).filter((other) => equalLayouts(other, layout))).toHaveLength(1);
  });
});

describe('the room for docks', () => {
  it('is what they ask for where there is enough, and always leaves some to the stage (seed 7)', () => {
    fc.assert(
      fc.property(reached, fc.integer({ min: 920, max: 3840 }), fc.integer({ min: 600, max: 2160 }), (layout, w, h) => {
        const sizes = fitLayout(layout, w, h);
        const shown = (id: 'left' | 'right') => (isOpen(layout, id) ? sizes[id].size : 0);
        expect(w - shown('left') - shown('right')).toBeGreaterThanOrEqual(480);
        for (const id of dockIds) {
          if (!isOpen(layout, id)) continue;
          expect(sizes[id].size).toBeGreaterThanOrEqual(dockSizes[id].min);
          expect(sizes[id].size).toBeLessThanOrEqual(Math.min(layout[id].size, sizes[id].max));
        }
      }),
      { seed: 7, numRuns: 300 },
    );
    expect(fitLayout(defaultLayout, 1440, 900)).toMatchObject({ left: { size: 268 }, right: { size: 372 } });
    expect(fitLayout(defaultLayout, 1024, 700)).toMatchObject({ left: { size: 227 }, right: { size: 317 } });
  });

  it('gives a dock that is resized what it asks for, and leaves the others as they are (seed 8)', () => {
    fc.assert(
      fc.property(reached, dock, fc.nat(1000), fc.integer({ min: 920, max: 2000 }), (layout, id, more, width) => {
        const before = fitLayout(layout, width, 900);
        if (before[id].size === 0) return;
        const size = Math.min(before[id].max, dockSizes[id].min + more);
        const after = fitLayout(resizeFitted(layout, before, id, size), width, 900);
        for (const each of dockIds) expect(after[each].size).toBe(each === id ? size : before[each].size);
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});

function isOpen(layout: WindowLayout, id: 'left' | 'right' | 'bottom'): boolean {
  return layout[id].panels.length > 0 && !layout[id].collapsed;
}

describe('a change of the window', () => {
  it.each([
    ['a move', movePanel(defaultLayout, 'steps', 'bottom'), { kind: 'moved', panel: 'steps', dock: 'bottom' }],
    ['an end', closePanel(defaultLayout, 'sql'), { kind: 'closed', panel: 'sql' }],
    ['a collapse', toggleCollapsed(defaultLayout, 'left'), { kind: 'collapsed', dock: 'left' }],
    [
      'a new order',
      movePanel(defaultLayout, 'verify', 'right', 0),
      { kind: 'reordered', panel: 'verify', place: 1, places: 4 },
    ],
    ['another layout', namedLayouts.verify, { kind: 'arranged', panels: ['verify', 'steps'] }],
    ['another tab', showPanel(defaultLayout, 'steps'), null],
    ['another size', resizeDock(defaultLayout, 'left', 300), null],
  ])('is said: %s', (_case, after, expected) => {
    expect(describeChange(defaultLayout, after)).toEqual(expected);
  });

  it('is said backwards too', () => {
    expect(describeChange(closePanel(defaultLayout, 'sql'), defaultLayout)).toEqual({ kind: 'opened', panel: 'sql' });
    const collapsed = toggleCollapsed(defaultLayout, 'left');
    expect(describeChange(collapsed, defaultLayout)).toEqual({ kind: 'expanded', dock: 'left' });
  });
});
