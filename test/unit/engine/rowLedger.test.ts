import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRowLedger, type RowRange } from '../../../src/engine/rowLedger.ts';

describe('a row ledger', () => {
  test('hands out all rows once, in chunks that begin at multiples of the grain', () => {
    const ledger = createRowLedger(1_000_003, 1000);
    const chunks: RowRange[] = [];
    for (let chunk = ledger.take(1, 7300); chunk !== null; chunk = ledger.take(1, 7300)) chunks.push(chunk);
    expect(chunks[0]).toEqual({ first: 0, rows: 7000 });
    expect(chunks.at(-1)).toEqual({ first: 994_000, rows: 6003 });
    expect(chunks.every(({ first }, i) => first === i * 7000)).toBe(true);
    expect([ledger.waiting(), ledger.heldBy(1)]).toEqual([0, 1_000_003]);
  });

  test('hands out at least one grain, however little is asked for', () => {
    expect(createRowLedger(50, 16).take(1, 0)).toEqual({ first: 0, rows: 16 });
  });

  test('takes back what a lost worker held, counted or not, also what others had given it', () => {
    const ledger = createRowLedger(400, 100);
    ledger.take(1, 100);
    ledger.take(2, 100);
    ledger.count(1, 100);
    ledger.count(2, 100);
    ledger.give(2, 1);
    expect([ledger.heldBy(1), ledger.heldBy(2), ledger.counted(), ledger.waiting()]).toEqual([200, 0, 200, 200]);
    ledger.lose(1);
    expect([ledger.heldBy(1), ledger.counted(), ledger.waiting()]).toEqual([0, 0, 400]);
    const again = [1, 2, 3, 4].map(() => ledger.take(3, 100)!.first);
    expect(again.sort()).toEqual([0, 100, 200, 300].sort());
    expect(ledger.take(3, 100)).toBeNull();
  });

  test('keeps every row in exactly one place, whatever happens', () => {
    const steps = fc.array(
      fc.record({
        what: fc.constantFrom('take', 'take', 'take', 'give', 'lose'),
        worker: fc.integer({ min: 1, max: 4 }),
        other: fc.integer({ min: 1, max: 4 }),
        rows: fc.integer({ min: 0, max: 90 }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 33 }), steps, (rows, grain, events) => {
        const ledger = createRowLedger(rows, grain);
        let holder = new Array<number>(rows).fill(0);
        for (const { what, worker, other, rows: target } of events) {
          if (what === 'take') {
            const chunk = ledger.take(worker, target);
            if (chunk === null) continue;
            const taken = holder.slice(chunk.first, chunk.first + chunk.rows);
            expect(taken.every((who) => who === 0)).toBe(true);
            holder.fill(worker, chunk.first, chunk.first + chunk.rows);
          } else if (what === 'give' && other !== worker) {
            ledger.give(worker, other);
            holder = holder.map((who) => (who === worker ? other : who));
          } else if (what === 'lose') {
            ledger.lose(worker);
            holder = holder.map((who) => (who === worker ? 0 : who));
          }
          const rowsOf = (who: number): number => holder.filter((each) => each === who).length;
          expect(ledger.waiting()).toBe(rowsOf(0));
          for (const who of [1, 2, 3, 4]) expect(ledger.heldBy(who)).toBe(rowsOf(who));
        }
      }),
      { numRuns: 200, seed: 20_270 },
    );
  });
});
