import { describe, expect, it } from 'vitest';
import { thinCircleKeys } from '../../../src/scene/circleKeys.ts';
import { prepareCircleKeys } from '../../../src/scene/ringKeys.ts';
import { computeCircleModel } from '../../../src/scene/ringModel.ts';
import { NO_MEMBER } from '../../../src/schemes/scheme.ts';
import { nodesOf } from '../../fixtures/ringPlan.ts';

/** Members 0 and 1 before are nodes 0 and 1; members 0 and 1 after are nodes 0 and 2. */
const nodeOf = { nodeOfBefore: [0, 1], nodeOfAfter: [0, 2] };
const sample = {
  place: Float64Array.of(0.1, 0.2, 0.3, 0.4, 0.5),
  placeAfter: null,
  before: Uint16Array.of(0, 0, 1, 1, NO_MEMBER),
  after: Uint16Array.of(0, 1, 1, 0, NO_MEMBER),
};

describe('keys of a circle', () => {
  it('have the nodes that their members are, and none where they have no member', () => {
    expect(thinCircleKeys(sample, nodeOf, 100)).toEqual({
      place: sample.place,
      placeAfter: null,
      before: Int16Array.of(0, 0, 1, 1, -1),
      after: Int16Array.of(0, 2, 2, 0, -1),
    });
  });

  it('are thinned evenly, all their arrays alike', () => {
    const placeAfter = sample.place.map((place) => place + 0.5);
    expect(thinCircleKeys({ ...sample, placeAfter }, nodeOf, 2)).toEqual({
      place: Float64Array.of(0.1, 0.3),
      placeAfter: Float64Array.of(0.6, 0.8),
      before: Int16Array.of(0, 1),
      after: Int16Array.of(0, 2),
    });
  });

  it('cross the ring where the new circle is another one', () => {
    const keys = { place: Float64Array.of(0.7, 0.2), before: [0, 1], after: [0, 2] };
    expect(prepareCircleKeys(keys).moves).toBe(false);
    const { moves, xFrom, xTo } = prepareCircleKeys({ ...keys, placeAfter: Float64Array.of(0.25, 0.5) });
    expect(moves).toBe(true);
    expect([...xFrom]).toEqual([0.2, 0.7].map(Math.fround));
    expect([...xTo]).toEqual([0.5, 0.25]);
  });
});

describe('arcs of a circle', () => {
  const change = {
    before: { starts: Float64Array.of(0, 0.5), owners: Uint16Array.of(0, 1) },
    after: { starts: Float64Array.of(0, 0.25), owners: Uint16Array.of(0, 1) },
    ...nodeOf,
  };
  const counts = { before: [1, 1, 0], after: [1, 0, 1], moved: 0, flows: [] };

  it('keep what keeps its node, and fill up with the new node what changes it', () => {
    const { node, rest, filled, x0 } = computeCircleModel(change, nodesOf(3), counts).arcsAt(0.5);
    expect([...x0]).toEqual([0, 0.25, 0.5]);
    expect([...node]).toEqual([0, 2, 2]);
    expect([...rest]).toEqual([0, 0, 1]);
    expect([...filled]).toEqual([1, 0.5, 0.5]);
  });

  it('fill up from nothing where the new circle is another one', () => {
    const model = computeCircleModel({ ...change, isRelaid: true }, nodesOf(3), counts);
    const { node, rest, filled, x0 } = model.arcsAt(0.5);
    expect([...x0]).toEqual([0, 0.25]);
    expect([...node]).toEqual([0, 2]);
    expect([...rest]).toEqual([-1, -1]);
    expect([...filled]).toEqual([0.5, 0.5]);
    expect(model.arcsAt(1).filled.every((share) => share === 1)).toBe(true);
  });

  it('of no member are of no node', () => {
    const gap = { starts: Float64Array.of(0, 0.5), owners: Uint16Array.of(0, NO_MEMBER) };
    expect([...computeCircleModel({ ...change, before: gap }, nodesOf(3), counts).old.node]).toEqual([0, -1]);
  });
});
