import { createHash } from 'node:crypto';
import HashRing from 'hashring';
import { describe, expect, test } from 'vitest';
import { ketama, ketamaTable } from '../../../../src/schemes/members/ketama.ts';
import type { Member } from '../../../../src/schemes/nodes.ts';
import { findPoint } from '../../../../src/schemes/ringTable.ts';
import type { KeyBlock } from '../../../../src/schemes/scheme.ts';
import { schemeKeys } from '../../../fixtures/schemeKeys.ts';
import { textKeys } from '../../../fixtures/textKeys.ts';
import vectors from '../../../golden/vectors/rings.json' with { type: 'json' };

const config = { points: 160 };

function serversOf(pairs: readonly (readonly (string | number)[])[]): Member[] {
  return pairs.map(([name, weight]) => ({ name: String(name), weight: Number(weight) }));
}

function routerOf(members: readonly Member[]) {
  return ketama.prepare(config, { before: members, after: members }, 0).after;
}

/** libketama's test program prints `hash point server` for each key. */
function dumpLines(members: readonly Member[], keys: KeyBlock, count: number): string {
  const router = routerOf(members);
  const { points } = ketamaTable(members, 160);
  const owners = new Uint16Array(count);
  const places = new Float64Array(count);
  router.route(keys, count, owners);
  router.circle!.place(keys, count, places);
  let lines = '';
  for (let i = 0; i < count; i++) {
    const hash = places[i]! * 2 ** 32;
    lines += `${hash} ${points[findPoint(points, hash)]} ${members[owners[i]!]!.name}\n`;
  }
  return lines;
}

describe("libketama's own test", () => {
  const servers = serversOf(vectors.ketama.servers);

  test('gives each server its points', () => {
    const { owners, points } = ketamaTable(servers, 160);
    const counts = servers.map(({ name }, index) => [name, owners.filter((owner) => owner === index).length]);
    expect(Object.fromEntries(counts)).toEqual(vectors.ketama.pointsPerServer);
    expect(points.length).toBe(vectors.ketama.totalPoints);
  });

  test('gives the published sum over a million keys', () => {
    const sum = createHash('md5').update('\n');
    for (let from = 0; from < 1_000_000; from += 50_000) {
      const keys = textKeys(Array.from({ length: 50_000 }, (_, i) => String(from + i)));
      sum.update(dumpLines(servers, keys, 50_000));
    }
    expect(sum.digest('hex')).toBe(vectors.ketama.dumpMd5);
  });

  test('gives the two-server example of its Python binding', () => {
    const { servers: pairs, points, key, keyHash, point, server } = vectors.ketama.small;
    const small = serversOf(pairs);
    expect(ketamaTable(small, 160).points.length).toBe(points);
    expect(dumpLines(small, textKeys([key]), 1)).toBe(`${keyHash} ${point} ${server}\n`);
  });
});

test.each([
  ['five equal servers', ['a:1', 'b:1', 'c:1', 'd:1', 'e:1'].map((name) => [name, 1])],
  ['weights', vectors.ketama.servers],
  [
    'sixteen servers of two sizes',
    Array.from({ length: 16 }, (_, i) => [`192.168.0.${i + 1}:11212`, i % 2 === 0 ? 4 : 5]),
  ],
])('agrees with hashring on 100,000 keys: %s', (_title, pairs) => {
  const servers = serversOf(pairs);
  const other = new HashRing(Object.fromEntries(servers.map(({ name, weight }) => [name, { weight, vnodes: 0 }])));
  const count = 100_000;
  const keys = schemeKeys(count, 9);
  const owners = new Uint16Array(count);
  routerOf(servers).route(keys, count, owners);
  const decoder = new TextDecoder();
  for (let i = 0; i < count; i++) {
    const key = decoder.decode(keys.data.subarray(keys.offsets[i], keys.offsets[i + 1]));
    const expected = other.get(key);
    if (servers[owners[i]!]!.name !== expected) throw new Error(`${key}: hashring says ${expected}`);
  }
});

test('shares are C floats: 61 servers of one weight have a digest less than 60', () => {
  const digests = (count: number) =>
    ketamaTable(serversOf(Array.from({ length: count }, (_, i) => [`s${i}`, 1])), 160).points.length / count / 4;
  expect([60, 61, 62].map(digests)).toEqual([40, 39, 40]);
});

test('a server with next to no weight has no point', () => {
  const table = ketamaTable(
    serversOf([
      ['big', 1000],
      ['small', 1],
    ]),
    160,
  );
  expect(new Set(table.owners)).toEqual(new Set([0]));
});

test('refuses more than two million points, and says how many they are', () => {
  const many = serversOf(Array.from({ length: 201 }, (_, i) => [`s${i}`, 1]));
  const change = { before: many.slice(1), after: many };
  expect(ketama.check({ points: 9950 }, change)).toBeNull();
  expect(ketama.check({ points: 10_000 }, change)).toEqual({
    id: 'ringPoints',
    params: { value: 2_010_000, max: 2_000_000 },
  });
});
