import { validateKeySpec } from '../../keys/validateKeySpec.ts';
import { createPool } from '../pool.ts';
import type { EngineProgress } from '../protocol.ts';
import { createCircleRun } from './circleRun.ts';
import { type ComparePlan, createCompareRun, planComparison } from './compareRun.ts';
import { createCurvesRun } from './curvesRun.ts';
import { type CompareWorld, compareWorld } from './port.ts';
import {
  type CircleReply,
  type CircleRequest,
  type CompareReply,
  type CompareRequest,
  type CurvesReply,
  type CurvesRequest,
  type FromCompare,
  MAX_CIRCLE_KEYS,
  MAX_COMPARED,
  MAX_CURVE_KEYS,
  MAX_CURVE_NODES,
  type SchemeRequest,
  type ToCompare,
} from './protocol.ts';

/** Progress counts a key once for every scheme, of curves for every point; of a circle there is none. */
export interface CompareClient {
  /** Rejects with Superseded when another run takes over, Cancelled, or an Error that says how the engine failed. */
  run(request: CompareRequest, onProgress?: (progress: EngineProgress) => void): Promise<CompareReply>;
  run(request: CurvesRequest, onProgress?: (progress: EngineProgress) => void): Promise<CurvesReply>;
  run(request: CircleRequest): Promise<CircleReply>;
  /** Stops the current run, if any. */
  cancel(): void;
  /** Ends the workers; later runs reject. */
  dispose(): void;
}

export interface CompareOptions extends CompareWorld {
  /** Rows are handed out in multiples of so many. */
  readonly grain: number;
  /** Fewer keys, each counted once a scheme, are placed sooner by one worker than another could be told of them. */
  readonly keysPerWorker: number;
}

/** Most cells of all workers together, 8 bytes each: 400 MB. */
const MAX_CELLS = 50_000_000;

/** The page's side of comparisons: the latest run wins, and its rows are split among the workers. */
export function createCompareClient(options: Partial<CompareOptions> = {}): CompareClient {
  const { grain, keysPerWorker, ...world } = { ...compareWorld(), grain: 2 ** 13, keysPerWorker: 2 ** 16, ...options };
  const pool = createPool<ToCompare, FromCompare>(world);
  const { now } = world;
  const workersFor = (keys: number): number => Math.max(1, Math.ceil(keys / keysPerWorker));

  function compare(request: CompareRequest, onProgress?: (progress: EngineProgress) => void): Promise<CompareReply> {
    return pool.run(() => {
      assertRequest(request);
      const plan = planComparison(request);
      const schemes = request.schemes.length - plan.refused.size;
      const workers = Math.min(workersFor(request.keys.rows * schemes), mostWorkers(request, plan));
      return { workers, start: (id, hooks) => createCompareRun(id, request, plan, { grain, now, ...hooks }) };
    }, onProgress);
  }

  function drawCurves(request: CurvesRequest, onProgress?: (progress: EngineProgress) => void): Promise<CurvesReply> {
    return pool.run(() => {
      assertRequest(request);
      const keys = Math.min(request.sample, request.keys.rows) * request.maxNodes * request.schemes.length;
      return { workers: workersFor(keys), start: (id, hooks) => createCurvesRun(id, request, { now, ...hooks }) };
    }, onProgress);
  }

  function drawCircle(request: CircleRequest): Promise<CircleReply> {
    return pool.run(() => {
      assertRequest(request);
      return { workers: 1, start: (id, hooks) => createCircleRun(id, request, { now, ...hooks }) };
    }, undefined);
  }

  function run(request: CompareRequest, onProgress?: (progress: EngineProgress) => void): Promise<CompareReply>;
  function run(request: CurvesRequest, onProgress?: (progress: EngineProgress) => void): Promise<CurvesReply>;
  function run(request: CircleRequest): Promise<CircleReply>;
  function run(
    request: SchemeRequest,
    onProgress?: (progress: EngineProgress) => void,
  ): Promise<CompareReply | CurvesReply | CircleReply> {
    if (request.kind === 'circle') return drawCircle(request);
    return request.kind === 'compare' ? compare(request, onProgress) : drawCurves(request, onProgress);
  }

  return { run, cancel: pool.cancel, dispose: pool.dispose };
}

/** As many as there is memory for their matrices; rows in order need one worker only. */
function mostWorkers({ change }: CompareRequest, { lanes }: ComparePlan): number {
  const cells = change.before.length * change.after.length;
  const schemes = lanes.reduce((sum, lane) => sum + lane.schemes.length, 0);
  const memory = Math.max(1, Math.floor(MAX_CELLS / Math.max(1, cells * schemes)));
  return lanes.every(({ ordered }) => ordered) ? 1 : memory;
}

/** @throws RangeError when the request is not one that the page may make; it names the value */
function assertRequest(request: SchemeRequest): void {
  const wrong = validateKeySpec(request.keys);
  if (wrong !== null) throw new RangeError(`keys refused: ${wrong.id} ${JSON.stringify(wrong.params)}`);
  if (request.kind === 'circle') {
    assertSize('sampled keys', request.sample, MAX_CIRCLE_KEYS);
    return;
  }
  if (request.schemes.length > MAX_COMPARED) {
    throw new RangeError(`${request.schemes.length} schemes, at most ${MAX_COMPARED}`);
  }
  if (request.kind === 'compare') return;
  assertSize('nodes', request.maxNodes, MAX_CURVE_NODES);
  assertSize('sampled keys', request.sample, MAX_CURVE_KEYS);
}

function assertSize(what: string, value: number, max: number): void {
  if (Number.isInteger(value) && value >= 1 && value <= max) return;
  throw new RangeError(`${value} ${what}: not an integer from 1 to ${max}`);
}
