import * as v from 'valibot';
import { resolveKeyType } from '../hash/resolveKeyType.ts';
import { serverEncodings, serverVersions } from '../hash/server.ts';
import { MAX_ROWS } from '../keys/keySpec.ts';
import { isSchemeId } from '../schemes/fields.ts';
import { MAX_NODE_NAME, MAX_NODES, nodeStates } from '../schemes/nodes.ts';
import { MAX_PARTITIONS } from '../topology/layoutSpec.ts';
import { MAX_COMPARED, MAX_NAME_LENGTH, MAX_ROW_BYTES } from './scenario.ts';
import { SCENARIO_VERSION } from './upgradeScenario.ts';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const count = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max));
const positive = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max));
const finite = v.pipe(v.number(), v.finite());

const keyType = v.pipe(
  text(1000),
  v.check((name) => resolveKeyType(name).ok, 'a key type'),
  v.description('PostgreSQL type: a name, an array such as text[], or CREATE TYPE AS text; see src/README.md'),
);

const instant = v.pipe(finite, v.description('Unix milliseconds'));

const sourceSchema = v.variant('kind', [
  v.object({ kind: v.literal('serial'), start: finite, stride: finite }),
  v.object({ kind: v.literal('random') }),
  v.object({ kind: v.literal('uuidv4') }),
  v.object({ kind: v.literal('uuidv7'), startMs: instant, stepMs: finite }),
  v.object({
    kind: v.literal('text'),
    prefix: text(200),
    start: finite,
    pad: v.pipe(count(20), v.description('Digits that numbers are padded to with zeros')),
  }),
  v.object({
    kind: v.literal('zipf'),
    tenants: finite,
    s: v.pipe(finite, v.description('Tenant k has a share proportional to 1 / k^s')),
  }),
  v.object({ kind: v.literal('timestamps'), startMs: instant, stepMs: finite }),
  v.object({
    kind: v.literal('pattern'),
    pattern: v.pipe(text(1000), v.description('Text with {n}, {r} and {pick a|b}')),
    start: finite,
  }),
]);

const boundSchema = { modulus: count(0x7fffffff), remainder: count(0x7fffffff) };

const layoutSchema = v.variant('kind', [
  v.object({ kind: v.literal('uniform'), modulus: count(0x7fffffff) }),
  v.object({
    kind: v.literal('mixed'),
    bounds: v.pipe(v.array(v.object(boundSchema)), v.minLength(1), v.maxLength(MAX_PARTITIONS)),
  }),
]);

const nodeSchema = v.object({
  name: text(MAX_NODE_NAME),
  weight: v.pipe(finite, v.description('Share of the keys beside the other nodes')),
  state: v.pipe(
    v.picklist(nodeStates),
    v.description('up: before and after the change; joining: only after it; leaving: only before it'),
  ),
  capacityRows: v.nullable(positive(MAX_ROWS)),
  capacityBytes: v.nullable(positive(Number.MAX_SAFE_INTEGER)),
  rack: v.nullable(text(MAX_NODE_NAME)),
});

const comparedSchema = v.object({
  scheme: v.pipe(text(40), v.check(isSchemeId, 'a placement scheme')),
  config: v.record(text(40), v.union([finite, text(40)])),
});

const tableSchema = v.object({
  schema: v.nullable(text(63)),
  name: text(63),
  partitionNames: v.pipe(text(200), v.description('Pattern with {table}, {modulus} and {remainder}')),
  rowBytes: v.pipe(positive(MAX_ROW_BYTES), v.description('Average row width, for estimates only')),
});

const columnSchema = v.object({
  name: text(63),
  type: keyType,
  operatorClass: v.exactOptional(text(63)),
  source: v.pipe(sourceSchema, v.description('How the values of the column are made; they are never stored')),
});

const keysSchema = v.object({
  columns: v.pipe(
    v.array(columnSchema),
    v.minLength(1),
    v.maxLength(32),
    v.description('The partition key, in its order'),
  ),
  rows: v.pipe(finite, v.description(`1 to ${MAX_ROWS}`)),
  seed: v.pipe(finite, v.description('Random keys with the same seed are the same, 0 to 4294967295')),
  server: v.exactOptional(v.object({ version: v.picklist(serverVersions), encoding: v.picklist(serverEncodings) })),
});

const placedSchema = v.object({ side: v.picklist(['from', 'to']), ...boundSchema, node: text(MAX_NODE_NAME) });

/** A scenario as files, links and storage hold it. public/scenario.schema.json is made of it. */
export const scenarioSchema = v.object({
  version: v.pipe(v.literal(SCENARIO_VERSION), v.description('Of the file format')),
  name: v.pipe(text(MAX_NAME_LENGTH), v.minLength(1)),
  table: tableSchema,
  keys: keysSchema,
  from: v.pipe(layoutSchema, v.description('Partitions now')),
  to: v.pipe(layoutSchema, v.description('Partitions wanted')),
  recipe: v.pipe(
    v.picklist(['copy', 'keepHalf']),
    v.description('copy writes changed partitions anew; keepHalf keeps the old table as one of the new ones'),
  ),
  nodes: v.pipe(v.array(nodeSchema), v.minLength(1), v.maxLength(2 * MAX_NODES), v.description('Servers')),
  placed: v.pipe(
    v.array(placedSchema),
    v.maxLength(2 * MAX_PARTITIONS),
    v.description('Partitions that somebody put on a node; the planner places the others'),
  ),
  compare: v.pipe(
    v.array(comparedSchema),
    v.maxLength(MAX_COMPARED),
    v.description('Placement schemes that the same keys are compared under'),
  ),
});
