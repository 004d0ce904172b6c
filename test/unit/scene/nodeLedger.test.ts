import { describe, expect, it } from 'vitest';
import {
  computePlanLedger,
  computeWholeLedger,
  movedBetweenNodes,
  nodeRowsAt,
  rowsOn,
} from '../../../src/scene/nodeLedger.ts';
import { computeStripModel } from '../../../src/scene/stripModel.ts';
import { growingRing, nodesOf, type RingPlan, ringPlan } from '../../fixtures/ringPlan.ts';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const allRows = ({ model }: RingPlan, t: number): number[] => {
  const rows = nodeRowsAt(model.ledger, t);
  return model.nodes.map((_, node) => rowsOn(rows, node));
};

describe('the ledger of a split', () => {
  const ring = growingRing();

  it('begins and ends with the exact counts of the cluster', () => {
    expect(allRows(ring, 0)).toEqual(ring.counts.before);
    expect(allRows(ring, 8)).toEqual(ring.counts.after);
  });

  it('keeps the sum of all rows at every moment', () => {
    for (const t of [0, 0.3, 1, 2.5, 3.99, 7.5, 8]) expect(sum(allRows(ring, t))).toBe(10_000);
  });

  it('moves exactly the rows that change node', () => {
    expect(movedBetweenNodes(ring.model.ledger, 0)).toEqual({ moved: 0, total: ring.counts.moved });
    expect(movedBetweenNodes(ring.model.ledger, 8)).toEqual({ moved: ring.counts.moved, total: ring.counts.moved });
  });

  it('moves the rows of a step in that step and of no other', () => {
    // Nothing else goes to node 6 in the step that splits (8, 1).
    const half = ring.strip.to.find(({ remainder }) => remainder === 9)!;
    const arrived = (t: number) => nodeRowsAt(ring.model.ledger, t).arrived[5]!;
    const step = half.firstStep;
    const already = arrived(step);
    expect(arrived(step + 0.5) - already).toBe(Math.floor(half.rows / 2));
    expect(arrived(step + 1) - already).toBe(half.rows);
    expect(ring.strip.input.plan.steps[step]!.to.map(({ remainder }) => remainder)).toContain(9);
  });

  it('tells rows that will leave from those that stay', () => {
    const rows = nodeRowsAt(ring.model.ledger, 0);
    const leaving = ring.counts.flows.filter(({ from, to }) => from === 0 && to !== 0);
    expect(rows.leaving[0]).toBe(sum(leaving.map((flow) => flow.rows)));
    expect(sum(nodeRowsAt(ring.model.ledger, 8).leaving)).toBe(0);
  });

  it('knows the most rows of each node', () => {
    const moments = Array.from({ length: 81 }, (_, i) => allRows(ring, i / 10));
    for (const [node, peak] of ring.model.ledger.peak.entries()) {
      expect(peak).toBe(Math.max(...moments.map((rows) => rows[node]!)));
    }
  });

  it('takes partitions to their new node that keep their table', () => {
    const still = ringPlan(
      ['8', '8'],
      nodesOf(2),
      () => 0,
      (r) => r % 2,
    );
    expect(allRows(still, 0)).toEqual([10_000, 0]);
    expect(allRows(still, 1)).toEqual([...still.counts.after]);
    expect(movedBetweenNodes(still.model.ledger, 1)).toEqual({ moved: still.counts.moved, total: still.counts.moved });
  });
});

describe('the ledger of a rebuild', () => {
  const ring = ringPlan(
    ['8', '12'],
    nodesOf(3),
    (r) => r % 2,
    (r) => r % 3,
  );
  const drop = ring.strip.input.plan.steps.length - 1;

  it('keeps old copies until the old table is dropped', () => {
    const copied = nodeRowsAt(ring.model.ledger, drop);
    expect(Array.from(copied.old)).toEqual(ring.counts.before);
    expect(allRows(ring, drop)).toEqual(ring.counts.before.map((rows, node) => rows + ring.counts.after[node]!));
    expect(allRows(ring, drop + 1)).toEqual(ring.counts.after);
  });

  it('counts them into the most rows of a node', () => {
    expect(Array.from(ring.model.ledger.peak)).toEqual(allRows(ring, drop));
  });

  it('moves rows evenly when their flows are too many to list', () => {
    const strip = computeStripModel({
      plan: ring.strip.input.plan,
      change: { ...ring.strip.input.change, flows: null },
    });
    const ledger = computePlanLedger(strip, ring.cluster, ring.counts);
    const rowsAt = (t: number) => nodeRowsAt(ledger, t);
    expect(Array.from(rowsAt(1).stay).map((stay, node) => stay + rowsAt(1).leaving[node]!)).toEqual(ring.counts.before);
    expect(movedBetweenNodes(ledger, 5).moved / ring.counts.moved).toBeCloseTo(0.5, 2);
    expect(movedBetweenNodes(ledger, 9)).toEqual({ moved: ring.counts.moved, total: ring.counts.moved });
  });
});

describe('the ledger of a change without steps', () => {
  it('moves all rows from 0 to 1', () => {
    const { counts } = growingRing();
    const ledger = computeWholeLedger(counts);
    expect(movedBetweenNodes(ledger, 1)).toEqual({ moved: counts.moved, total: counts.moved });
    const rows = nodeRowsAt(ledger, 0.5);
    expect(sum(counts.before.map((_, node) => rowsOn(rows, node)))).toBe(10_000);
  });
});
