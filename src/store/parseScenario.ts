import * as v from 'valibot';
import { problem } from '../lib/problem.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { deriveScenario } from './derive.ts';
import type { Refusal } from './edits/edit.ts';
import type { Scenario } from './scenario.ts';
import { scenarioSchema } from './scenarioSchema.ts';
import { SCENARIO_VERSION, upgradeScenario } from './upgradeScenario.ts';

/** Longest scenario file that is read; a file of the app is under 300 kB even with 4096 mixed partitions. */
export const MAX_FILE_LENGTH = 1_000_000;

/** The text of a scenario file: readable JSON with the version in front. */
export function serialiseScenario(scenario: Scenario, indent = 0): string {
  return JSON.stringify({ format: 'shardscope', ...scenario }, null, indent);
}

/** Reads untrusted text. The whole scenario is valid or the answer names the first place that is not, and its value. */
export function parseScenarioText(source: string): Result<Scenario, Refusal> {
  if (source.length > MAX_FILE_LENGTH)
    return err(problem('fileTooLong', { value: source.length, max: MAX_FILE_LENGTH }));
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch {
    return err(problem('fileNotJson', { value: source.trim().slice(0, 40) }));
  }
  const version = isRecord(data) ? data.version : undefined;
  if (!isRecord(data) || data.format !== 'shardscope') return err(problem('fileNotScenario'));
  if (typeof version === 'number' && version > SCENARIO_VERSION) {
    return err(problem('fileNewer', { value: version, max: SCENARIO_VERSION }));
  }
  const parsed = v.safeParse(scenarioSchema, upgradeScenario(data), { abortEarly: true });
  if (!parsed.success) return err(describeIssue(parsed.issues[0]));
  const derived = deriveScenario(parsed.output);
  return derived.ok ? ok(parsed.output) : derived;
}

function describeIssue(issue: v.BaseIssue<unknown>): Refusal {
  const value = typeof issue.input === 'object' ? issue.received : (JSON.stringify(issue.input) ?? issue.received);
  return problem('fileField', {
    path: v.getDotPath(issue) ?? '',
    value: String(value).slice(0, 60),
    expected: issue.expected ?? (issue.type === 'check' ? issue.message : issue.requirement?.toString()) ?? issue.type,
  });
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
