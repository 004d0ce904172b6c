import { describe, expect, it } from 'vitest';
import { computeRingModel } from '../../../src/scene/ringModel.ts';
import { prepareRingKeys } from '../../../src/scene/ringKeys.ts';
import { partitionFlow } from '../../../src/scene/flow.ts';
import { computeStripModel } from '../../../src/scene/stripModel.ts';
import { compareSvg } from '../../../src/scene/svg/compareSvg.ts';
import { flowSvg } from '../../../src/scene/svg/flowSvg.ts';
import { type PictureBody, pictureSvg } from '../../../src/scene/svg/picture.ts';
import { ringSvg } from '../../../src/scene/svg/ringSvg.ts';
import { stripSvg } from '../../../src/scene/svg/stripSvg.ts';
import { tableSvg } from '../../../src/scene/svg/tableSvg.ts';
import type { PictureTheme } from '../../../src/scene/theme.ts';
import { createTestApp, testTheme } from '../../fixtures/services.ts';
import { defaultScenario } from '../../../src/store/scenario.ts';
import { clusterCountsOf } from '../../../src/store/figures.ts';
import { hasFlows } from '../../../src/planner/cluster.ts';

/** 2 -> 4 with 40 keys on two nodes, and one that joins: few marks, all kinds of them. */
async function counted() {
  const app = createTestApp({
    ...defaultScenario,
    keys: { ...defaultScenario.keys, rows: 40 },
    from: { kind: 'uniform', modulus: 2 },
    to: { kind: 'uniform', modulus: 4 },
    nodes: [0, 1, 4].map((i) => defaultScenario.nodes[i]!),
  });
  const { derived, reply } = await app.counted();
  const { plan, cluster } = derived;
  const change = reply.changes[0]!;
  const strip = computeStripModel({ plan, change, cluster });
  const counts = clusterCountsOf({ derived, reply });
  if (!hasFlows(counts)) throw new Error('too many flows for a small plan');
  return { plan, cluster, change, strip, counts, sample: reply.sample };
}

function picture(body: (theme: PictureTheme) => PictureBody): string {
  const texts = { title: '2 → 4', lines: ['One line.'], description: 'What is seen.', legend: [] };
  return pictureSvg(testTheme, texts, body);
}

describe('pictures that leave the app', () => {
  it('the strip in the middle of its first step looks as recorded', async () => {
    const { strip, sample } = await counted();
    const words = { before: 'Before', after: 'Now', formatCount: String };
    const svg = picture((theme) => stripSvg({ model: strip, sample, t: 0.5 }, theme, words));
    await expect(svg).toMatchFileSnapshot('picture-strip.svg');
  });

  it('the ring in the middle of its second step looks as recorded', async () => {
    const { strip, sample, cluster, counts } = await counted();
    const words = {
      title: '2 → 4',
      lines: ['arcs'],
      rowFormats: [String],
      capacity: String,
      movement: () => ({ rows: '5 of 10 rows', goal: '→ node 5' }),
    };
    const model = computeRingModel(strip, cluster, counts);
    const keysOf = (count: number) => prepareRingKeys(sample, strip, cluster, count);
    const svg = picture((theme) => ringSvg({ model, keysOf, total: 40, t: 1.5 }, theme, words));
    await expect(svg).toMatchFileSnapshot('picture-ring.svg');
  });

  it('the flow looks as recorded', async () => {
    const { plan, change, cluster } = await counted();
    const svg = picture((theme) => flowSvg(partitionFlow(plan, change, cluster)!, theme, String));
    await expect(svg).toMatchFileSnapshot('picture-flow.svg');
  });

  it('the comparison looks as recorded', async () => {
    const strips = [{ name: 'jump', figure: '33 %', before: [20, 20, null], after: [14, 13, 13], arrived: [0, 0, 13] }];
    const curves = [{ id: 'jump', name: 'jump', values: [0.5, 0.33, Number.NaN, 0.25] }];
    const chart = { title: 'Moved', curves, min: 0, max: 1, maxNodes: 64, text: String };
    const svg = picture((theme) => compareSvg(strips, [chart], theme));
    await expect(svg).toMatchFileSnapshot('picture-compare.svg');
  });

  it('a table looks as recorded', async () => {
    const columns = [{ label: 'Partition', align: 'start' } as const, { label: 'Rows', align: 'end' } as const];
    const rows = [
      ['orders_2_0', '21'],
      ['orders_2_1', '19'],
    ];
    const svg = picture((theme) => tableSvg({ columns, rows }, theme));
    await expect(svg).toMatchFileSnapshot('picture-table.svg');
  });
});
