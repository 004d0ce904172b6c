import { ok } from '../../lib/result.ts';
import { formatInterval, parseInterval } from '../input/intervalValue.ts';
import { hashInterval } from '../intervalHash.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import { DEFAULT_SERVER } from '../server.ts';

/** interval_in() and interval_out() in src/backend/utils/adt/timestamp.c; 16 bytes as intervalHash.ts reads them. */
export const interval = {
  id: 'interval',
  sqlName: 'interval',
  aliases: [],
  storage: 'bytes',
  rule: 'interval',
  operatorClasses: [{ name: 'interval_ops', family: 'interval_ops', hashFunction: 'interval_hash_extended' }],
  hash: { storage: 'bytes', hash: hashInterval },
  parse(text, { version, typmod }) {
    const parsed = parseInterval(text, version, typmod);
    if (!parsed.ok) return parsed;
    const bytes = new Uint8Array(16);
    const view = new DataView(bytes.buffer);
    view.setBigInt64(0, parsed.value.micros, true);
    view.setInt32(8, parsed.value.days, true);
    view.setInt32(12, parsed.value.months, true);
    return ok({ storage: 'bytes', bytes });
  },
  format(value, { version } = DEFAULT_SERVER) {
    assertStorage(value, 'bytes');
    const view = new DataView(value.bytes.buffer, value.bytes.byteOffset);
    const parts = {
      micros: view.getBigInt64(0, true),
      days: view.getInt32(8, true),
      months: view.getInt32(12, true),
    };
    return formatInterval(parts, version);
  },
} as const satisfies KeyType;
