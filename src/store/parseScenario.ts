import * as v from 'valibot';
import { resolveKeyType } from '../hash/resolveKeyType.ts';
import { serverEncodings, serverVersions } from '../hash/server.ts';
import { MAX_ROWS } from '../keys/keySpec.ts';
import { problem } from '../lib/problem.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { isSchemeId } from '../schemes/fields.ts';
import { MAX_NODE_NAME, MAX_NODES, nodeStates } from '../schemes/nodes.ts';
import { MAX_PARTITIONS } from '../topology/layoutSpec.ts';
import { deriveScenario } from './derive.ts';
import type { Refusal } from './edits/edit.ts';
import { MAX_COMPARED, MAX_NAME_LENGTH, MAX_ROW_BYTES, type Scenario } from './scenario.ts';
import { SCENARIO_VERSION, upgradeScenario } from './upgradeScenario.ts';

/** Longest scenario file that is read; a file of the app is under 300 kB even with 4096 mixed partitions. */
export const MAX_FILE_LENGTH = 1_000_000;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const count = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max));
const finite = v.pipe(v.number(), v.finite());

const keyType = v.pipe(
  text(1000),
  v.check((name) => resolveKeyType(name).ok, 'a key type'),
);

const sourceSchema = v.variant('kind', [
  v.object({ kind: v.literal('serial'), start: finite, stride: finite }),
  v.object({ kind: v.literal('random') }),
  v.object({ kind: v.literal('uuidv4') }),
  v.object({ kind: v.literal('uuidv7'), startMs: finite, stepMs: finite }),
  v.object({ kind: v.literal('text'), prefix: text(200), start: finite, pad: count(20) }),
  v.object({ kind: v.literal('zipf'), tenants: finite, s: finite }),
  v.object({ kind: v.literal('timestamps'), startMs: finite, stepMs: finite }),
  v.object({ kind: v.literal('pattern'), pattern: text(1000), start: finite }),
]);

const layoutSchema = v.variant('kind', [
  v.object({ kind: v.literal('uniform'), modulus: count(0x7fffffff) }),
  v.object({
    kind: v.literal('mixed'),
    bounds: v.pipe(
      v.array(v.object({ modulus: count(0x7fffffff), remainder: count(0x7fffffff) })),
      v.minLength(1),
      v.maxLength(MAX_PARTITIONS),
    ),
  }),
]);

const nodeSchema = v.object({
  name: text(MAX_NODE_NAME),
  weight: finite,
  state: v.picklist(nodeStates),
  capacityRows: v.nullable(v.pipe(count(MAX_ROWS), v.minValue(1))),
  capacityBytes: v.nullable(v.pipe(count(Number.MAX_SAFE_INTEGER), v.minValue(1))),
  rack: v.nullable(text(MAX_NODE_NAME)),
});

const comparedSchema = v.object({
  scheme: v.pipe(text(40), v.check(isSchemeId, 'a placement scheme')),
  config: v.record(text(40), v.union([finite, text(40)])),
});

const scenarioSchema = v.object({
  version: v.literal(SCENARIO_VERSION),
  name: v.pipe(text(MAX_NAME_LENGTH), v.minLength(1)),
  table: v.object({
    schema: v.nullable(text(63)),
    name: text(63),
    partitionNames: text(200),
    rowBytes: v.pipe(count(MAX_ROW_BYTES), v.minValue(1)),
  }),
  keys: v.object({
    columns: v.pipe(
      v.array(
        v.object({ name: text(63), type: keyType, operatorClass: v.exactOptional(text(63)), source: sourceSchema }),
      ),
      v.minLength(1),
      v.maxLength(32),
    ),
    rows: finite,
    seed: finite,
    server: v.exactOptional(v.object({ version: v.picklist(serverVersions), encoding: v.picklist(serverEncodings) })),
  }),
  from: layoutSchema,
  to: layoutSchema,
  recipe: v.picklist(['copy', 'keepHalf']),
  nodes: v.pipe(v.array(nodeSchema), v.minLength(1), v.maxLength(2 * MAX_NODES)),
  placed: v.pipe(
    v.array(
      v.object({
        side: v.picklist(['from', 'to']),
        modulus: count(0x7fffffff),
        remainder: count(0x7fffffff),
        node: text(MAX_NODE_NAME),
      }),
    ),
    v.maxLength(2 * MAX_PARTITIONS),
  ),
  compare: v.pipe(v.array(comparedSchema), v.maxLength(MAX_COMPARED)),
});

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
