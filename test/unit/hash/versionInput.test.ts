import { describe, expect, test } from 'vitest';
import { getKeyType } from '../../../src/hash/getKeyType.ts';
import { type ServerVersion, serverVersions } from '../../../src/hash/server.ts';

/** What a server of each version makes of a text: the printed value, or the message. */
function byVersion(typeName: string, text: string): Readonly<Record<ServerVersion, string>> {
  const type = getKeyType(typeName);
  const results = serverVersions.map((version) => {
    const server = { version, encoding: 'UTF8' } as const;
    const value = type.parse(text, server);
    return [version, value.ok ? type.format(value.value, server) : value.error.message];
  });
  return Object.fromEntries(results) as Record<ServerVersion, string>;
}

function refused(typeName: string, text: string): string {
  return `invalid input syntax for type ${typeName}: "${text}"`;
}

// Interval infinity, +infinity and numeric 0x are recorded from PostgreSQL 15.18, 18 is compared with a server in
// test/golden; the rest follows the release notes of 16 and 17.
describe('input that newer versions read', () => {
  test.each([
    ['date', 'date', '+infinity', 'infinity'],
    ['timestamp', 'timestamp', '+Infinity', 'infinity'],
    ['timestamptz', 'timestamp with time zone', '+infinity', 'infinity'],
    ['numeric', 'numeric', '0x10', '16'],
    ['numeric', 'numeric', '0o17', '15'],
    ['numeric', 'numeric', '-0b11', '-3'],
    ['numeric', 'numeric', '1_000.5_0', '1000.50'],
    ['numeric', 'numeric', '1e1_0', '10000000000'],
  ])('is refused before version 16: %s %s %j', (type, name, text, printed) => {
    const error = refused(name, text);
    expect(byVersion(type, text)).toEqual({ 15: error, 16: printed, 17: printed, 18: printed });
  });

  test.each([
    ['infinity', 'infinity'],
    ['-infinity', '-infinity'],
    ['+infinity', 'infinity'],
    ['1 day at 2:00', '1 day 02:00:00'],
  ])('is refused before version 17: interval %j', (text, printed) => {
    const error = refused('interval', text);
    expect(byVersion('interval', text)).toEqual({ 15: error, 16: error, 17: printed, 18: printed });
  });
});

describe('input that older versions read', () => {
  test('a numeric with white space before its exponent, up to version 15', () => {
    const error = refused('numeric', '1e 5');
    expect(byVersion('numeric', '1e 5')).toEqual({ 15: '100000', 16: error, 17: error, 18: error });
  });

  test('a numeric zero with the greatest exponent, from version 16 on', () => {
    const error = 'value overflows numeric format';
    expect(byVersion('numeric', '0e1073741823')).toEqual({ 15: error, 16: '0', 17: '0', 18: '0' });
  });

  test.each([
    ['1 day ago 2 hours', '-1 days -02:00:00'],
    ['1 day week', '1 day'],
    ['hour 1 day', '1 day'],
  ])('an interval with ago in the middle or a unit without a number, up to version 16: %j', (text, printed) => {
    const error = refused('interval', text);
    expect(byVersion('interval', text)).toEqual({ 15: printed, 16: printed, 17: error, 18: error });
  });
});

test('the greatest interval is infinite from version 17 on', () => {
  const finite = '178956970 years 7 mons 2147483647 days 2562047788:00:54.775807';
  expect(byVersion('interval', '2147483647 months 2147483647 days 9223372036854775807 us')).toEqual({
    15: finite,
    16: finite,
    17: 'infinity',
    18: 'infinity',
  });
});
