import { cpus } from 'node:os';
import { countKeys } from '../../src/engine/countKeys.ts';
import type { KeyColumnSpec, KeySpec } from '../../src/keys/keySpec.ts';
import { countWithBigInt } from './bigintCount.ts';
import { benchDrawing } from './drawing.ts';
import { type Contender, digits, measure, type Speed } from './measure.ts';
import { openSqlCounter, type SqlCounter } from './sqlCount.ts';

/**
 * `npm run bench`: keys per second of what the worker runs, beside the same count in BigInt and by SQL in PGlite, in one
 * process and in turns. Fails when any two disagree on a single count; never on a speed.
 */
const ROUNDS = 7;
const KERNEL_KEYS = 20_000_000;
const SQL_KEYS = 1_000_000;
const BIGINT_KEYS = 200_000;
const BYTES_KEYS = 2_000_000;
const MODULI = [4, 1000, 1024];

const serial: KeyColumnSpec = { name: 'id', type: 'int8', source: { kind: 'serial', start: 1, stride: 1 } };

/** The worker's own way through a request, without its pauses. */
function countByEngine(column: KeyColumnSpec, rows: number, modulus: number): readonly number[] {
  const keys: KeySpec = { columns: [column], rows, seed: 1 };
  const layout = Array.from({ length: modulus }, (_, remainder) => ({ modulus, remainder }));
  const work = countKeys({ kind: 'count', keys, from: layout, to: [layout], sample: 0 });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value.changes[0]!.to;
  }
}

function kernel(name: string, column: KeyColumnSpec, keys: number, modulus: number): Contender {
  return { name, keys, run: async () => countByEngine(column, keys, modulus) };
}

async function benchSerial(modulus: number, sql: SqlCounter): Promise<Speed[]> {
  const contenders: Contender[] = [
    kernel('kernel', serial, KERNEL_KEYS, modulus),
    { name: 'BigInt', keys: BIGINT_KEYS, run: async () => countWithBigInt(BIGINT_KEYS, modulus) },
    { name: 'PGlite SQL', keys: SQL_KEYS, run: () => sql.count(SQL_KEYS, modulus) },
  ];
  return measure(contenders, ROUNDS, ({ name, keys }, counts) => {
    const expected = countByEngine(serial, keys, modulus);
    const wrong = counts.findIndex((rows, remainder) => rows !== expected[remainder]);
    if (counts.length === expected.length && wrong < 0) return;
    throw new Error(
      `${name}, modulus ${modulus}, remainder ${wrong}: ${counts[wrong]} rows, kernel ${expected[wrong]}`,
    );
  });
}

async function benchBytes(): Promise<Speed[]> {
  const uuid: KeyColumnSpec = { name: 'id', type: 'uuid', source: { kind: 'uuidv4' } };
  const text: KeyColumnSpec = { name: 'id', type: 'text', source: { kind: 'text', prefix: 'user_', start: 1, pad: 0 } };
  const contenders = [1000, 1024].flatMap((modulus) => [
    kernel(`uuid v4, m = ${modulus}`, uuid, BYTES_KEYS, modulus),
    kernel(`text user_1 ..., m = ${modulus}`, text, BYTES_KEYS, modulus),
  ]);
  return measure(contenders, ROUNDS, () => {});
}

function row(label: string, speed: Speed, ratio: string): string {
  const { keys, median, min, max } = speed;
  return `| ${label} | ${keys.toLocaleString('en')} | ${digits(median)} | ${digits(min)} | ${digits(max)} | ${ratio} |`;
}

const sql = await openSqlCounter();
console.log(`${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} cores, Node ${process.version}`);
console.log(`PGlite: ${sql.version}`);
console.log(`Medians of ${ROUNDS} interleaved rounds in million keys a second; all counts agree.\n`);
console.log('| count | keys a run | median | min | max | kernel is faster by |');
console.log('|---|---:|---:|---:|---:|---:|');
for (const modulus of MODULI) {
  const speeds = await benchSerial(modulus, sql);
  for (const speed of speeds) {
    const ratio = speed.name === 'kernel' ? '' : `${digits(speeds[0]!.median / speed.median)} x`;
    console.log(row(`int8 1, 2, ..., m = ${modulus}: ${speed.name}`, speed, ratio));
  }
}
for (const speed of await benchBytes()) console.log(row(`${speed.name}: kernel`, speed, ''));

console.log('\nScript of one frame with 100,000 dots, milliseconds:\n');
console.log('| change | median | 95 % are below |');
console.log('|---|---:|---:|');
for (const ratio of [1, 2]) {
  for (const [from, to] of [
    [1, 2],
    [8, 16],
    [8, 12],
  ] as const) {
    const { name, median, p95 } = benchDrawing(from, to, ratio);
    console.log(`| ${name} | ${median.toFixed(1)} | ${p95.toFixed(1)} |`);
  }
}
// PGlite keeps the process alive.
process.exit(0);
