import { describe, expect, test } from 'vitest';
import { checkConfig, defaultConfig } from '../../src/schemes/config.ts';
import { fieldsOf, schemeFields } from '../../src/schemes/fields.ts';
import { checkChange, equalMembers, type Member, type MemberChange } from '../../src/schemes/nodes.ts';
import type { Router, Scheme } from '../../src/schemes/scheme.ts';
import { getScheme, schemes } from '../../src/schemes/schemes.ts';
import { schemeKeys, sliceKeys } from '../fixtures/schemeKeys.ts';

const KEYS = 20_000;
const keys = schemeKeys(KEYS);

function named(...members: readonly (readonly [string, number])[]): Member[] {
  return members.map(([name, weight]) => ({ name, weight }));
}

const changes: readonly (readonly [string, MemberChange])[] = [
  ['4 -> 5', { before: equalMembers(4), after: equalMembers(5) }],
  ['5 -> 4', { before: equalMembers(5), after: equalMembers(4) }],
  ['1 -> 2', { before: equalMembers(1), after: equalMembers(2) }],
  ['7 -> 7', { before: equalMembers(7), after: equalMembers(7) }],
  ['one of the middle leaves', { before: equalMembers(6), after: equalMembers(6).filter((_, index) => index !== 2) }],
  ['one joins, one leaves', { before: equalMembers(5), after: equalMembers(6).slice(1) }],
  ['all are others', { before: named(['a', 1], ['b', 1]), after: named(['c', 1], ['d', 1], ['e', 1]) }],
  ['weights', { before: named(['a', 1], ['b', 2]), after: named(['a', 1], ['b', 2], ['c', 5]) }],
];

/**
 * Members that keys can reach, where it is not all of them: of sub-partitions of the same key, those that some hash has the
 * remainders of, at the first level (P = 2 by default) and below.
 */
const reachable: Readonly<Record<string, (members: number) => number>> = {
  nested: (members) => {
    const below = [Math.ceil(members / 2), Math.floor(members / 2)];
    return new Set(Array.from({ length: 1000 }, (_, hash) => `${hash % 2}.${hash % below[hash % 2]!}`)).size;
  },
};

function routeAll(router: Router): Uint16Array {
  const out = new Uint16Array(KEYS).fill(65_535);
  router.route(keys, KEYS, out);
  return out;
}

describe.each(schemes.map((scheme: Scheme) => [scheme.id, scheme] as const))('scheme %s', (id, scheme) => {
  const config = defaultConfig(scheme.fields);
  /** Changes that the scheme can follow; the others it must refuse with a problem, never by throwing. */
  const possible = changes.filter(([, change]) => scheme.check(config, change) === null);

  test('is found by its id, and its defaults are valid', () => {
    expect(getScheme(scheme.id)).toBe(scheme);
    expect(fieldsOf(scheme.id)).toBe(scheme.fields);
    expect(checkConfig(scheme, config)).toBeNull();
    expect(possible.length).toBeGreaterThan(2);
  });

  test.each(possible)('places every key on a member, the same one each time: %s', (_title, change) => {
    expect(checkChange(change).ok).toBe(true);
    const pair = scheme.prepare(config, change, KEYS);
    const again = scheme.prepare(config, change, KEYS);
    for (const [side, members] of [
      ['before', change.before],
      ['after', change.after],
    ] as const) {
      const owners = routeAll(pair[side]);
      const most = owners.reduce((max, owner) => Math.max(max, owner), 0);
      expect(most).toBeLessThan(members.length);
      expect(new Set(owners).size).toBe(reachable[id]?.(members.length) ?? members.length);
      expect(Buffer.from(routeAll(again[side]).buffer).equals(Buffer.from(owners.buffer))).toBe(true);
      expect(pair[side].memoryBytes).toBeGreaterThanOrEqual(0);
      expect(pair[side].lookupSteps).toBeGreaterThan(0);
    }
  });

  test.each(possible)('gives the same key by key as block by block: %s', (_title, change) => {
    const whole = scheme.prepare(config, change, KEYS);
    const pieces = scheme.prepare(config, change, KEYS);
    for (const side of ['before', 'after'] as const) {
      const expected = routeAll(whole[side]);
      const out = new Uint16Array(KEYS);
      for (let from = 0, size = 1; from < KEYS; from += size, size = size < 500 ? size + 1 : size) {
        const count = Math.min(size, KEYS - from);
        pieces[side].route(sliceKeys(keys, from, count), count, out.subarray(from));
      }
      expect(out.findIndex((owner, i) => owner !== expected[i])).toBe(-1);
    }
  });

  test.each(possible)('moves as many keys as theory expects: %s', (_title, change) => {
    const { before, after, theory } = scheme.prepare(config, change, KEYS);
    const [old, now] = [routeAll(before), routeAll(after)];
    const moved = old.reduce(
      (sum, owner, i) => sum + (change.before[owner]!.name === change.after[now[i]!]!.name ? 0 : 1),
      0,
    );
    const { kind, fraction } = theory;
    const deviation = kind === 'limit' ? theory.deviation : Math.sqrt((fraction * (1 - fraction)) / KEYS);
    expect(fraction).toBeGreaterThanOrEqual(0);
    expect(fraction).toBeLessThanOrEqual(1);
    if (kind === 'bound') expect(moved / KEYS).toBeLessThanOrEqual(fraction + 4.5 * deviation);
    else expect(Math.abs(moved / KEYS - fraction)).toBeLessThanOrEqual(4.5 * deviation + 1e-9);
  });

  test.each(possible)(
    'the circle, if there is one, covers everything and agrees with the router: %s',
    (_title, change) => {
      const { after } = scheme.prepare(config, change, KEYS);
      if (after.circle === null) return;
      const { starts, owners } = after.circle.arcs;
      expect(starts[0]).toBe(0);
      expect(owners.length).toBe(starts.length);
      expect(starts.every((start, i) => start < 1 && (i === 0 || start > starts[i - 1]!))).toBe(true);
      const places = new Float64Array(KEYS);
      after.circle.place(keys, KEYS, places);
      const routed = routeAll(after);
      for (let i = 0; i < KEYS; i++) {
        if (!(places[i]! >= 0 && places[i]! < 1)) throw new Error(`key ${i} lies at ${places[i]}`);
        let arc = 0;
        for (let step = 2 ** 20; step >= 1; step /= 2) if (starts[arc + step]! <= places[i]!) arc += step;
        if (owners[arc] !== routed[i])
          throw new Error(`key ${i} at ${places[i]} is drawn on ${owners[arc]}, not ${routed[i]}`);
      }
    },
  );

  test('refuses values that its fields do not allow, and names them', () => {
    for (const field of scheme.fields) {
      const bad =
        field.kind === 'choice'
          ? ['nonsense', 3]
          : [field.min - 1, field.max + 1, Number.NaN, Infinity, '7', 10_000_000_000];
      for (const value of bad) {
        const wrong = checkConfig(scheme, { ...config, [field.name]: value });
        expect(wrong?.params.parameter, `${field.name} = ${value}`).toBe(field.name);
      }
    }
    expect(checkConfig(scheme, { ...config, nonsense: 1 })?.id).toBe('schemeUnknownField');
  });

  test('its configuration survives JSON', () => {
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
  });
});

test.each([
  ['nodesNone', []],
  ['nodeNameTwice', named(['a', 1], ['a', 1])],
  ['nodeNameEmpty', named([' ', 1])],
  ['nodeNameLong', named(['x'.repeat(64), 1])],
  ['nodeWeight', named(['a', 0])],
  ['nodeWeight', named(['a', -1])],
  ['nodeWeight', named(['a', Number.NaN])],
  ['nodesTooMany', equalMembers(1025)],
] as const)('nonsense nodes are refused: %s', (id, members) => {
  const change = checkChange({ before: equalMembers(2), after: members });
  expect(change.ok ? null : change.error.id).toBe(id);
});

test('no two schemes share an id', () => {
  expect(new Set(schemes.map(({ id }) => id)).size).toBe(schemes.length);
  expect(schemes.map(({ id }) => id)).toEqual(Object.keys(schemeFields));
});
