import { describe, expect, it } from 'vitest';
import { randomUnit } from '../../../src/lib/prng.ts';
import { drawRingPixels, type RingMoment } from '../../../src/scene/drawRingPixels.ts';
import { computeRingFrame } from '../../../src/scene/ringFrame.ts';
import { prepareCircleKeys, prepareRingKeys, type RingKeys } from '../../../src/scene/ringKeys.ts';
import { createRingKit, type RingKit, stageSides } from '../../../src/scene/ringKit.ts';
import { computeCircleModel, type RingModel } from '../../../src/scene/ringModel.ts';
import { computeRing } from '../../../src/scene/ringScene.ts';
import type { CanvasTheme } from '../../../src/scene/theme.ts';
import type { Arcs } from '../../../src/schemes/scheme.ts';
import { growingRing, nodesOf, ringPlan, ringSample } from '../../fixtures/ringPlan.ts';

const light: CanvasTheme = {
  background: '#ffffff',
  ribbonStays: '#dddddd',
  ribbonMoves: '#886644',
  stays: '#bbbbbb',
  hues: Array.from({ length: 9 }, (_, hue) => `#${(0x102030 * (hue + 1)).toString(16).padStart(6, '0')}`),
};

interface Stage {
  readonly model: () => RingModel;
  readonly keys: RingKeys;
}

/** So many arcs that they are columns of mixed colours; the second half of the circle gets a third node. */
function denseStage(isRelaid: boolean): Stage {
  const arcs = (owner: (i: number) => number): Arcs => ({
    starts: Float64Array.from({ length: 2000 }, (_, i) => i / 2000),
    owners: Uint16Array.from({ length: 2000 }, (_, i) => owner(i)),
  });
  const change = { before: arcs((i) => i % 2), after: arcs((i) => (i > 1000 && i % 5 === 0 ? 2 : i % 2)) };
  const place = Float64Array.from({ length: 3000 }, (_, i) => randomUnit(1, i, 0));
  const at = ({ owners }: Arcs) => Array.from(place, (x) => owners[Math.floor(x * 2000)]!);
  const before = at(change.before);
  const after = at(change.after);
  const countOf = (nodes: readonly number[]) => [0, 1, 2].map((node) => nodes.filter((n) => n === node).length);
  const flows = [0, 1].map((from) => ({
    from,
    to: 2,
    rows: before.filter((node, i) => node === from && after[i] === 2).length,
  }));
  const moved = flows[0]!.rows + flows[1]!.rows;
  const counts = { before: countOf(before), after: countOf(after), moved, flows };
  const nodeOf = [0, 1, 2];
  const placeAfter = isRelaid ? place.map((x) => 1 - x) : null;
  return {
    model: () =>
      computeCircleModel({ ...change, nodeOfBefore: nodeOf, nodeOfAfter: nodeOf, isRelaid }, nodesOf(3), counts),
    keys: prepareCircleKeys({ place, placeAfter, before, after }),
  };
}

function planStage(makeRing: typeof growingRing): Stage {
  const { strip, cluster } = makeRing();
  return { model: () => makeRing().model, keys: prepareRingKeys(ringSample, strip, cluster, 2000) };
}

const stages = {
  'a scheme': denseStage(false),
  'a scheme whose keys change place': denseStage(true),
  'a plan': planStage(growingRing),
  'a rebuild': planStage(() =>
    ringPlan(
      ['8', '12'],
      nodesOf(2),
      (r) => r % 2,
      (r) => Number(r > 5),
    ),
  ),
};

/** Everything anew: nothing has been drawn with it. */
function open({ model, keys }: Stage): RingKit {
  const scene = computeRing(model(), computeRingFrame(500, 300));
  const [w, h] = stageSides(scene, 1);
  const buffer = { pixels: new Uint32Array(w * h), width: w, height: h };
  return createRingKit(scene, keys, light, { ratio: 1, diameter: 1, buffer });
}

/** The time of a moment is a share of the whole plan. */
function draw(kit: RingKit, moment: RingMoment): Uint32Array {
  drawRingPixels(kit, { ...moment, t: moment.t * kit.scene.model.steps });
  return kit.buffer.pixels.slice();
}

const at = (t: number, bend = 1, crossfade = false): RingMoment => ({ t, bend, crossfade });

/** To and fro: over the ends of steps, backwards, to the same time again, and into the strip and back at other times. */
const tour = [
  at(0),
  at(0.5),
  at(1),
  at(0.999),
  at(0.2),
  at(0.2, 0.5),
  at(0.7, 0.5),
  at(0.7),
  at(0.7, 0),
  at(0.3, 0.4, true),
  at(0.3),
  at(1, 0.4, true),
  at(1),
  at(0),
];

describe('a kit that has drawn other moments', () => {
  it.each(Object.keys(stages) as (keyof typeof stages)[])('draws those of %s as a new one does', (name) => {
    const kit = open(stages[name]);
    for (const moment of tour) {
      const expected = draw(open(stages[name]), moment);
      const isSame = draw(kit, moment).every((pixel, i) => pixel === expected[i]);
      expect({ moment, isSame }).toEqual({ moment, isSame: true });
    }
  });

  it('draws two moments of every stage differently', () => {
    for (const stage of Object.values(stages)) {
      const kit = open(stage);
      const pictures = [at(0), at(0.6), at(1)].map((moment) => draw(kit, moment).join());
      expect(new Set(pictures).size).toBe(3);
    }
  });
});
