import { DEFAULT_SERVER } from '../../src/hash/server.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { int8 } from '../../src/hash/keyTypes/int8.ts';
import { partitionRowHash } from '../../src/hash/partitionHash.ts';
import { compareBounds } from '../../src/topology/boundOrder.ts';
import { isLegalLayout } from '../../src/topology/expandLayout.ts';
import { addPartition, type HashTable } from '../../src/topology/hashTable.ts';
import { buildRouter, routeHash } from '../../src/topology/routing.ts';

interface Step {
  readonly name: string;
  readonly modulus: number;
  readonly remainder: number;
  readonly via: 'create' | 'attach';
  readonly result: 'ok' | { readonly code: string; readonly message: string; readonly detail?: string };
}

interface RoutingCase {
  readonly layout: readonly (readonly [string, number, number])[];
  readonly rows: readonly (readonly [string, string | null])[];
}

function readVectors<T>(name: string): T[] {
  const text = readFileSync(new URL(`./vectors/${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

/** Recorded on PostgreSQL 15.18 and 18.6, which agreed on every row. */
const sequences = readVectors<{ readonly steps: readonly Step[] }>('ddl_bounds');
const routings = readVectors<RoutingCase>('layout_routing_int8');

describe('recorded CREATE and ATTACH sequences', () => {
  test('there are sixty of each kind', () => {
    expect([sequences.length, routings.length]).toEqual([60, 60]);
  });

  test.each(sequences.map((sequence, i) => [i, sequence.steps] as const))('sequence %i gets the server’s verdicts', (_, steps) => {
    let table: HashTable = { name: 'h', partitions: [] };
    for (const { name, modulus, remainder, via, result } of steps) {
      const next = addPartition(table, { name, modulus, remainder }, via);
      expect(next.ok ? 'ok' : next.error, `${via} ${name} (${modulus}, ${remainder})`).toEqual(result);
      if (next.ok) table = next.value;
    }
    expect(isLegalLayout(table.partitions)).toBe(true);
  });

  test('a bound that the server refuses makes the set illegal', () => {
    for (const { steps } of sequences) {
      const accepted = steps.filter(({ result }) => result === 'ok');
      for (const refused of steps.filter(({ result }) => result !== 'ok')) {
        expect(isLegalLayout([...accepted, refused].sort(compareBounds)), JSON.stringify(refused)).toBe(false);
      }
    }
  });
});

test.each(routings.map((routing, i) => [i, routing] as const))('routing %i puts every key where the server did', (_, routing) => {
  const layout = routing.layout
    .map(([name, modulus, remainder]) => ({ name, modulus, remainder }))
    .sort(compareBounds);
  const router = buildRouter(layout);
  const hash = new Uint32Array(2);
  const found = routing.rows.map(([key]) => {
    const value = int8.parse(key, DEFAULT_SERVER);
    if (!value.ok) throw new Error(value.error.message);
    partitionRowHash([{ type: int8, value: value.value }], hash);
    return [key, layout[routeHash(router, hash[0]!, hash[1]!)]?.name ?? null];
  });
  expect(found).toEqual(routing.rows);
});
