import { describe, expect, test } from 'vitest';
import { getKeyType } from '../../../src/hash/getKeyType.ts';
import { parseKey } from '../../../src/hash/parseKey.ts';
import { hash32, hashValue, SEED_HI, SEED_LO } from '../../../src/hash/partitionHash.ts';
import type { PgError } from '../../../src/hash/pgError.ts';
import { type ServerSpec, type ServerVersion, serverVersions } from '../../../src/hash/server.ts';
import { rowHash } from '../../../src/hash/textEntry.ts';
import { traceRowHash } from '../../../src/hash/trace.ts';

function on(version: ServerVersion): ServerSpec {
  return { version, encoding: 'UTF8' };
}

function readValue(type: string, text: string, server: ServerSpec) {
  const key = parseKey([type], [text], server);
  return key.ok ? key.value[0]!.value! : expect.fail(`${type} ${text}: ${key.error.error.message}`);
}

/** What a server prints for a text, or its error. */
function read(type: string, text: string, server: ServerSpec): string | PgError {
  const key = parseKey([type], [text], server);
  return key.ok ? key.value[0]!.type.format(key.value[0]!.value!, server) : key.error.error;
}

/** Extended hash with the partition seed, signed as PostgreSQL prints it. */
function extendedHash(type: string, text: string, server: ServerSpec): string {
  const out = new Uint32Array(2);
  hashValue(getKeyType(type), readValue(type, text, server), SEED_HI, SEED_LO, out);
  return String(BigInt.asIntN(64, (BigInt(out[0]!) << 32n) | BigInt(out[1]!)));
}

// Recorded from PostgreSQL 15.18 on a 64-bit Linux with glibc.
describe('version 15', () => {
  test.each([
    ['xid', 'x', '0'],
    ['xid', '', '0'],
    ['xid', '010 x', '8'],
    ['xid', '4294967297', '1'],
    ['xid', '99999999999999999999999', '4294967295'],
    ['cid', '0b11', '0'],
    ['xid8', 'x', '0'],
    ['xid8', '-1', '18446744073709551615'],
    ['xid8', '-99999999999999999999999', '18446744073709551615'],
    ['oid', '010', '10'],
    ['oid', '08', '8'],
    ['oidvector', '08 010', '8 10'],
    ['regclass', '010', '10'],
    ['aclitem', 'postgres=r*w/postgres', 'postgres=r*w/postgres'],
  ])('reads %s %j as %s', (type, text, printed) => {
    expect(read(type, text, on(15))).toBe(printed);
  });

  test('takes no hexadecimal oid and does not know MAINTAIN', () => {
    expect(read('oid', '0x10', on(15))).toMatchObject({ message: 'invalid input syntax for type oid: "0x10"' });
    expect(read('aclitem', '=m/postgres', on(15))).toEqual({
      code: '22P02',
      message: 'invalid mode character: must be one of "arwdDxtXUCTcsA"',
    });
  });
});

describe('a 64-bit server', () => {
  // PGlite is a 32-bit program with another C library and differs here.
  test.each([
    ['tid', '(18446744073709551615,1)', '(4294967295,1)'],
    ['oid', '18446744073709551615', '4294967295'],
    ['macaddr', '0x:1:2:3:4:5', '00:01:02:03:04:05'],
    ['macaddr', '43620X6e55d', '43:62:00:6e:55:0d'],
  ])('reads %s %j as %s', (type, text, printed) => {
    for (const version of serverVersions) expect(read(type, text, on(version))).toBe(printed);
  });

  test.each([
    ['tid', '(-4294967295,1)', '22P02'],
    ['xid', '-2147483649', '22003'],
    ['xid', '0x', '22P02'],
    ['xid', '4294967296x', '22P02'],
  ])('refuses %s %j with %s', (type, text, code) => {
    expect(read(type, text, on(18))).toMatchObject({ code });
  });
});

describe('an access right', () => {
  // vectors/postgres-version-differences.json; 16 and 17 store it as 18 does.
  test.each<[string, ServerVersion, number, string]>([
    ['postgres=r/postgres', 15, 22, '8771950881497095620'],
    ['postgres=r/postgres', 16, 22, '8771950881497095620'],
    ['postgres=r*/postgres', 15, 131094, '2104747178167781809'],
    ['postgres=r*/postgres', 16, 22, '8771950881497095620'],
    ['postgres=r*/postgres', 18, 22, '8771950881497095620'],
    ['postgres=m/postgres', 17, 16404, '-5619973169783849787'],
  ])('%s hashes on version %i as %i and %s', (text, version, short, extended) => {
    expect(hash32(getKeyType('aclitem'), readValue('aclitem', text, on(version)))).toBe(short);
    expect(extendedHash('aclitem', text, on(version))).toBe(extended);
  });

  test.each<[string, ServerVersion]>([
    ['pg_use_reserved_connections', 16],
    ['pg_maintain', 17],
    ['pg_signal_autovacuum_worker', 18],
  ])('can name %s from version %i on', (role, since) => {
    for (const version of serverVersions) {
      const text = `${role}=r/postgres`;
      const missing = { code: '42704', message: `role "${role}" does not exist` };
      expect(read('aclitem', text, on(version))).toEqual(version < since ? missing : text);
    }
  });

  test('shows one call of lookup3, for the sum', () => {
    const trace = traceRowHash(['aclitem'], ['postgres=r/postgres']);
    expect(trace.ok && trace.value.columns[0]?.hashed?.calls.map(({ bytes }) => [...bytes])).toEqual([[22, 0, 0, 0]]);
  });
});

describe('a name', () => {
  test('is cut to 63 bytes of the database encoding', () => {
    const text = 'я'.repeat(70);
    expect(read('name', text, on(18))).toBe('я'.repeat(31));
    expect(read('name', text, { version: 18, encoding: 'WIN1251' })).toBe('я'.repeat(63));
  });

  test('hashes like the text of the same bytes', () => {
    expect(rowHash(['name'], ['a '])).toBe(rowHash(['text'], ['a ']));
  });
});

test('"char" keeps the first byte of the database encoding', () => {
  expect(read('"char"', 'é', on(18))).toBe('\\303');
  expect(read('"char"', 'é', { version: 18, encoding: 'LATIN1' })).toBe('\\351');
  expect(rowHash(['"char"'], ['\\377'])).toBe(rowHash(['int4'], ['-1']));
});

test('an inet differs from the same address with another prefix length, and a cidr is its inet', () => {
  expect(rowHash(['inet'], ['10.0.0.0'])).not.toBe(rowHash(['inet'], ['10.0.0.0/8']));
  expect(rowHash(['cidr'], ['10'])).toBe(rowHash(['inet'], ['10.0.0.0/8']));
});

test('the name of an object is refused with the query that gives its OID', () => {
  expect(read('regclass', "pg_cl'ass", on(18))).toEqual({
    code: '0A000',
    message: 'names of type regclass are not looked up here; give the OID',
    hint: "On your server: SELECT 'pg_cl''ass'::regclass::oid",
  });
  expect(read('regoper', '-', on(18))).toMatchObject({ code: '0A000' });
});

test('an alias of oid hashes as the oid', () => {
  for (const type of ['regclass', 'regtype', 'regrole'])
    expect(rowHash([type], ['1259'])).toBe(rowHash(['oid'], ['1259']));
});
