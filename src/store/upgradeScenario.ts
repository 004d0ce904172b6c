import { defaultNodes } from './scenario.ts';

/** The newest version of the file format; a file of a later one is refused. */
export const SCENARIO_VERSION = 2;

type Data = Readonly<Record<string, unknown>>;

/** From each version to the next: what the next one has beyond it, as it was understood before. */
const upgrades: Readonly<Record<number, (data: Data) => Data>> = {
  // Version 1 knew no nodes: the plan is the same whatever they are.
  1: (data) => ({ ...data, version: 2, nodes: defaultNodes, placed: [], compare: [] }),
};

/** Data of any earlier version as the newest one has it. Whether it is valid is for the parser to say. */
export function upgradeScenario(data: Data): Data {
  let current = data;
  while (typeof current.version === 'number' && upgrades[current.version] !== undefined) {
    current = upgrades[current.version]!(current);
  }
  return current;
}
