import { describe, expect, it } from 'vitest';
import { cutToBytes, freeName, rebuildNames, retiredNames } from '../../../src/sql/planNames.ts';
import { orders, part, rebuildPlan, uniform } from './planFixtures.ts';

describe('rebuildNames', () => {
  it('keeps target names that no old partition has', () => {
    const names = rebuildNames(rebuildPlan(uniform('o8_', 8), uniform('o12_', 12)), orders);
    expect([names.newParent, names.oldParent]).toEqual(['orders_new', 'orders_old']);
    expect(names.partitionName(part('o12_3', 12, 3))).toBe('o12_3');
  });

  it('gives a temporary name where old and new names clash, past every name in use', () => {
    const old = [part('p0', 2, 0), part('orders_new', 2, 1)];
    const target = [part('p0', 3, 0), part('p0_new', 3, 1), part('orders_old', 3, 2)];
    const names = rebuildNames(rebuildPlan(old, target), orders);
    expect([names.newParent, names.oldParent]).toEqual(['orders_new2', 'orders_old2']);
    expect(target.map((p) => names.partitionName(p))).toEqual(['p0_new2', 'p0_new', 'orders_old']);
  });

  it('never uses a name twice', () => {
    const long = '分'.repeat(21);
    const plan = rebuildPlan(
      [part(`${long}`, 2, 0), part('b', 2, 1)],
      [part(long, 3, 0), part('b', 3, 1), part('c', 3, 2)],
    );
    const table = { ...orders, name: `${long.slice(1)}x` };
    const names = rebuildNames(plan, table);
    const all = [names.newParent, names.oldParent, table.name, ...plan.to.map((p) => names.partitionName(p))];
    all.push(...plan.from.map((p) => p.name));
    expect(new Set(all).size).toBe(all.length);
    for (const name of all) expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(63);
  });
});

describe('retiredNames', () => {
  it('gives each old partition a name that nothing in the plan has', () => {
    const plan = rebuildPlan([part('a', 2, 0), part('a_old', 2, 1)], [part('a_old2', 1, 0)]);
    expect([...retiredNames(plan, orders)]).toEqual([
      ['a', 'a_old3'],
      ['a_old', 'a_old_old'],
    ]);
  });
});

describe('freeName', () => {
  it('cuts the base at a character so that the name fits 63 bytes', () => {
    expect(freeName('é'.repeat(40), 'old', new Set())).toBe(`${'é'.repeat(29)}_old`);
    expect(freeName('x'.repeat(63), 'new', new Set([`${'x'.repeat(59)}_new`]))).toBe(`${'x'.repeat(58)}_new2`);
  });
});

describe('cutToBytes', () => {
  it.each([
    ['abc', 2, 'ab'],
    ['a🐘b', 4, 'a'],
    ['a🐘b', 5, 'a🐘'],
    ['订单', 5, '订'],
    ['éa', 1, ''],
  ])('cuts %s to %i bytes', (text, bytes, expected) => {
    expect(cutToBytes(text, bytes)).toBe(expected);
  });
});
