import { citus32 } from './citus32.ts';
import type { Example } from './example.ts';
import { fixedShards } from './fixedShards.ts';
import { grow1024 } from './grow1024.ts';
import { hashChain } from './hashChain.ts';
import { hotTenant } from './hotTenant.ts';
import { mixedModuli } from './mixedModuli.ts';
import { nestedSameKey } from './nestedSameKey.ts';
import { orders12 } from './orders12.ts';
import { orders16 } from './orders16.ts';
import { poc2017 } from './poc2017.ts';
import { shardGroups } from './shardGroups.ts';
import { shrink512 } from './shrink512.ts';
import { tenantAndId } from './tenantAndId.ts';
import { tenPartitions } from './tenPartitions.ts';
import { textKeys } from './textKeys.ts';
import { uuidKeys } from './uuidKeys.ts';

/** Every worked scenario, in the order of the gallery. */
export const examples: readonly Example[] = [
  orders12,
  orders16,
  mixedModuli,
  grow1024,
  shrink512,
  tenPartitions,
  hashChain,
  hotTenant,
  tenantAndId,
  uuidKeys,
  textKeys,
  nestedSameKey,
  shardGroups,
  fixedShards,
  citus32,
  poc2017,
];
