import type { Timed } from './workloads.ts';

/** One way to count, to be timed against the others. */
export interface Contender {
  readonly name: string;
  /** Keys that one run counts. */
  readonly keys: number;
  run(): Promise<Timed>;
}

/** Million keys a second over all rounds. */
export interface Speed {
  readonly name: string;
  readonly keys: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** In the order of the rounds. */
  readonly rounds: readonly number[];
}

/**
 * Runs all contenders in turn, round after round and every second one backwards, so that a slow moment of the machine
 * meets all of them alike. Before the rounds each runs once unmeasured; `check` sees the counts of every run.
 */
export async function measure(
  contenders: readonly Contender[],
  rounds: number,
  check: (contender: Contender, counts: readonly number[]) => void,
): Promise<Speed[]> {
  const speeds = contenders.map((): number[] => []);
  for (const contender of contenders) check(contender, (await contender.run()).counts);
  for (let round = 0; round < rounds; round++) {
    const turns = [...contenders.entries()];
    for (const [index, contender] of round % 2 === 0 ? turns : turns.reverse()) {
      const { ms, counts } = await contender.run();
      check(contender, counts);
      speeds[index]!.push(contender.keys / ms / 1000);
    }
  }
  return contenders.map(({ name, keys }, index) => {
    const own = speeds[index]!;
    return { name, keys, median: medianOf(own), min: Math.min(...own), max: Math.max(...own), rounds: own };
  });
}

/** How many times as fast one is as the other: the median of the ratios within a round, whatever the machine's pace in it. */
export function timesAsFast(above: Speed, below: Speed): number {
  return medianOf(above.rounds.map((speed, round) => speed / below.rounds[round]!));
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** Three significant digits, as much as the noise allows. */
export function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
