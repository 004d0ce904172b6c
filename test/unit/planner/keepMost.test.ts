import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepMost } from '../../../src/planner/keepMost.ts';
import { countedOverlap, type NodeOverlap } from '../../../src/planner/nodeOverlap.ts';
import { placeTarget } from '../../../src/planner/placeTarget.ts';
import type { Flow } from '../../../src/planner/plan.ts';
import type { NodeSpec } from '../../../src/schemes/nodes.ts';
import { createPrng } from '../../../src/lib/prng.ts';
