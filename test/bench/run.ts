import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { compileAssemblyScript } from '../../src/engine/simd/build/compileAssemblyScript.ts';
import { startSimd } from '../../src/engine/simd/startSimd.ts';
import { MAX_ROWS } from '../../src/keys/keySpec.ts';
import { openBenchBrowser } from './browser.ts';
import { type Bench, contendersFor, names, sizes } from './contenders.ts';
import { type CReference, compileCReference } from './cReference.ts';
import { benchDrawing } from './drawing.ts';
import { benchFrames } from './frames.ts';
import { type Contender, digits, measure, type Speed, timesAsFast } from './measure.ts';
import { benchRing } from './ringDrawing.ts';
import { openSqlCounter } from './sqlCount.ts';
import { benchStart } from './startup.ts';
import { countOnThread, type WorkloadId } from './workloads.ts';

/**
 * `npm run bench`: keys per second of every way to count, in Node and in Chromium, beside the same count by SQL in PGlite
 * and in C, in turns. Fails when any two disagree on a single count; never on a speed.
 */
const ROUNDS = 15;
/** Of two contenders that share the machine's cores: short ones, and more of them. */
const CREW_ROUNDS = 25;
const crewCases: readonly (readonly [WorkloadId, number, number])[] = [
  ['int8', 4, 1_000_000_000],
  ['int8', 1024, 600_000_000],
  ['int8', 1000, 500_000_000],
  ['uuid', 1024, 100_000_000],
  ['text', 1024, 400_000_000],
];
const cases: readonly (readonly [WorkloadId, number])[] = [
  ['int8', 4],
  ['int8', 1024],
  ['int8', 1000],
  ['uuid', 1024],
  ['uuid', 1000],
  ['text', 1024],
  ['text', 1000],
];

async function openBench(): Promise<Bench> {
  const entry = fileURLToPath(new URL('../../src/engine/simd/assembly/index.ts', import.meta.url));
  const { kernel, reason } = await startSimd(async () => (await compileAssemblyScript(entry)).binary);
  if (kernel === null) throw new Error(reason ?? 'no SIMD kernel');
  return { simd: kernel, browser: await openBenchBrowser(), sql: await openSqlCounter(), c: compileCReference() };
}

/**
 * Compares counts with those of the reference for the same keys, each of which is counted once: up to as many keys as one
 * thread counts in TypeScript, from there on by the SIMD kernel, which is a contender with fewer keys before.
 */
function createCheck(
  { simd }: Bench,
  workload: WorkloadId,
  modulus: number,
): (contender: Contender, counts: readonly number[]) => void {
  const expected = new Map<number, readonly number[]>();
  return ({ name, keys }, counts) => {
    const by = keys > sizes[workload].fast ? 'simd' : 'typescript';
    const known = expected.get(keys) ?? countOnThread(by, simd, workload, modulus, keys).counts;
    expected.set(keys, known);
    const wrong = known.findIndex((rows, remainder) => rows !== counts[remainder]);
    if (counts.length === known.length && wrong < 0) return;
    throw new Error(
      `${name}, ${workload} modulus ${modulus}, remainder ${wrong}: ${counts[wrong]} rows, reference ${known[wrong]}`,
    );
  };
}

function cells(...texts: readonly (string | number)[]): string {
  return `| ${texts.join(' | ')} |`;
}

function printSpeeds(label: string, speeds: readonly Speed[]): void {
  for (const { name, keys, median, min, max } of speeds) {
    console.log(cells(`${label}: ${name}`, keys.toLocaleString('en'), digits(median), digits(min), digits(max)));
  }
}

interface Result {
  readonly label: string;
  readonly speeds: readonly Speed[];
}

function printRatios(results: readonly Result[]): void {
  console.log('\nTimes as fast: medians of the ratios within a round; the best C is the faster of the two.\n');
  console.log(
    cells(
      'keys',
      'SIMD / best C, Node',
      'SIMD / best C, Chromium',
      'SIMD / C -O2',
      'SIMD / SQL',
      'the app / SQL',
      'SIMD / TypeScript',
      'SIMD / BigInt',
    ),
  );
  console.log(`|---|${'---:|'.repeat(7)}`);
  for (const { label, speeds } of results) {
    const speedOf = (name: string): Speed | undefined => speeds.find((speed) => speed.name === name);
    const ratio = (above: Speed | undefined, below: Speed | undefined): string =>
      above === undefined || below === undefined ? '' : digits(timesAsFast(above, below));
    const [simd, plain, blocked] = [names.simdNode, names.cPlain, names.cBlocked].map(speedOf);
    const best = (plain?.median ?? 0) > (blocked?.median ?? 0) ? plain : blocked;
    console.log(
      cells(
        label,
        ratio(simd, best),
        ratio(speedOf(names.simdWeb), best),
        ratio(simd, plain),
        ratio(simd, speedOf(names.sql)),
        ratio(speedOf(names.pool), speedOf(names.sql)),
        ratio(simd, speedOf(names.typescriptNode)),
        ratio(simd, speedOf(names.bigint)),
      ),
    );
  }
}

/**
 * What a second worker is worth: counts of about half a second, the app's own engine with one worker and with all. Beside
 * it what the machine gives to programs that share nothing: the same count in C, once and once on every core.
 */
async function benchWorkers({ browser, c }: Bench): Promise<void> {
  console.log('\nThe app in Chromium, million keys a second; medians of the ratios within a round:\n');
  console.log('| keys, modulus | keys a run | one worker | all workers | ratio | C on every core / on one |');
  console.log(`|---|${'---:|'.repeat(5)}`);
  for (const [workload, modulus, keys] of crewCases) {
    const ofEngine = (['one', 'all'] as const).map(
      (workers): Contender => ({
        name: workers,
        keys,
        run: () => browser.countByEngine(workload, modulus, keys, workers),
      }),
    );
    const ofC = c === null ? [] : [1, cpus().length].map((copies) => copiesOfC(c, workload, modulus, keys / 2, copies));
    // All must agree; that they are right is checked on fewer keys above.
    const first = new Map<number, readonly number[]>();
    const [one, all, cOne, cAll] = await measure([...ofEngine, ...ofC], CREW_ROUNDS, ({ name }, counts) => {
      const total = counts.reduce((sum, rows) => sum + rows, 0);
      const known = first.get(total) ?? counts;
      first.set(total, known);
      const wrong = known.findIndex((rows, remainder) => rows !== counts[remainder]);
      if (wrong >= 0) throw new Error(`${name}, ${workload} modulus ${modulus}, remainder ${wrong}: counts differ`);
    });
    const row = [digits(one!.median), digits(all!.median), digits(timesAsFast(all!, one!))];
    const ofMachine = cOne && cAll ? digits(timesAsFast(cAll, cOne)) : '';
    console.log(cells(`${workload}, m = ${modulus}`, keys.toLocaleString('en'), ...row, ofMachine));
  }
}

/** The count in C so many times at once; done when the last one is. */
function copiesOfC(c: CReference, workload: WorkloadId, modulus: number, keys: number, copies: number): Contender {
  return {
    name: `${copies} of C`,
    keys: keys * copies,
    async run() {
      const runs = await Promise.all(Array.from({ length: copies }, () => c.count('blocked', workload, modulus, keys)));
      return { ms: Math.max(...runs.map(({ ms }) => ms)), counts: runs[0]!.counts };
    },
  };
}

/** A billion keys through the app's own engine, with its progress on the page, beside C on one thread. */
async function benchBillion(bench: Bench): Promise<void> {
  const { browser, c } = bench;
  const keys = Math.min(1_000_000_000, MAX_ROWS);
  const [modulus, workload] = [1024, 'int8'] as const;
  const contenders: Contender[] = [
    { name: names.pool, keys, run: () => browser.countByEngine(workload, modulus, keys) },
    ...(c === null ? [] : [{ name: names.cBlocked, keys, run: () => c.count('blocked', workload, modulus, keys) }]),
  ];
  const speeds = await measure(contenders, ROUNDS, createCheck(bench, workload, modulus));
  console.log(`\n${keys.toLocaleString('en')} int8 keys over 1024 partitions, seconds:\n`);
  console.log('| | median | best | worst |\n|---|---:|---:|---:|');
  const seconds = (speed: number): string => (keys / speed / 1e6).toFixed(3);
  for (const { name, median, min, max } of speeds) {
    console.log(cells(name, seconds(median), seconds(max), seconds(min)));
  }
}

function printDrawing(): void {
  console.log('\nScript of one frame with 100,000 dots, milliseconds:\n');
  console.log('| change | median | 95 % are below |');
  console.log('|---|---:|---:|');
  for (const ratio of [1, 2]) {
    for (const [from, to] of [
      [1, 2],
      [8, 16],
      [8, 12],
      [63, 64],
      [2048, 4096],
    ] as const) {
      const { name, median, p95 } = benchDrawing(from, to, ratio);
      console.log(cells(name, median.toFixed(1), p95.toFixed(1)));
    }
  }
}

function printRing(): void {
  console.log('\nScript of one frame with 40,960 arcs and 1,000,000 keys, milliseconds:\n');
  console.log('| frame | median | 95 % are below |');
  console.log('|---|---:|---:|');
  for (const ratio of [1, 2]) {
    for (const { name, median, p95 } of benchRing(ratio)) console.log(cells(name, median.toFixed(1), p95.toFixed(1)));
  }
}

async function printFrames(): Promise<void> {
  console.log(
    '\nA node joins that ring in Chromium without a GPU, milliseconds from frame to frame, and of its thread:\n',
  );
  console.log(
    '| device px a CSS px | median | 95 % are below | frames shown a second | thread, median | 95 % are below |',
  );
  console.log(`|---:|${'---:|'.repeat(5)}`);
  for (const { pixelRatio, median, p95, presented, thread, threadP95 } of await benchFrames([1, 2])) {
    const times = [median, p95, presented, thread, threadP95].map((value) => value.toFixed(1));
    console.log(cells(pixelRatio, ...times));
  }
}

async function printStart(): Promise<void> {
  const { contentful, shell, picture, bytes } = await benchStart();
  console.log('\nStart with nothing cached and a processor slowed down four times, medians of 5 loads:\n');
  console.log('| first contentful paint, ms | shell, ms | first picture, ms | kB until then, not compressed |');
  console.log('|---:|---:|---:|---:|');
  console.log(cells(...[contentful, shell, picture, bytes / 1000].map((value) => value.toFixed(0))));
}

const bench = await openBench();
console.log(`${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} cores`);
console.log(
  `Node ${process.version}, Chromium ${bench.browser.version}, C: ${bench.c?.compiler ?? 'no compiler found'}`,
);
console.log(`PGlite: ${bench.sql.version}`);
console.log(`Medians of ${ROUNDS} interleaved rounds in million keys a second; all counts agree.\n`);
console.log('| keys, modulus: how | keys a run | median | min | max |');
console.log('|---|---:|---:|---:|---:|');
const results: Result[] = [];
for (const [workload, modulus] of cases) {
  const label = `${workload}, m = ${modulus}`;
  const speeds = await measure(contendersFor(bench, workload, modulus), ROUNDS, createCheck(bench, workload, modulus));
  printSpeeds(label, speeds);
  results.push({ label, speeds });
}
printRatios(results);
await benchWorkers(bench);
await benchBillion(bench);
printDrawing();
printRing();
await printFrames();
await printStart();
await bench.browser.close();
// PGlite keeps the process alive.
process.exit(0);
