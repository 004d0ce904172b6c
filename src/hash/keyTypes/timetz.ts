import { ok } from '../../lib/result.ts';
import { formatTime } from '../input/dateTimeValue.ts';
import { formatZone, parseTime } from '../input/timeValue.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';
import { hashTimetz } from '../timetzHash.ts';

/** timetz_in() and timetz_out() in src/backend/utils/adt/date.c; 12 bytes as timetzHash.ts reads them. */
export const timetz = {
  id: 'timetz',
  sqlName: 'time with time zone',
  aliases: [],
  storage: 'bytes',
  rule: 'timetz',
  operatorClasses: [{ name: 'timetz_ops', family: 'timetz_ops', hashFunction: 'timetz_hash_extended' }],
  hash: { storage: 'bytes', hash: hashTimetz },
  parse(text, { version, typmod }) {
    const parsed = parseTime(text, 'time with time zone', version, typmod);
    if (!parsed.ok) return parsed;
    const bytes = new Uint8Array(12);
    const view = new DataView(bytes.buffer);
    view.setBigInt64(0, parsed.value.micros, true);
    view.setInt32(8, parsed.value.zoneWest, true);
    return ok({ storage: 'bytes', bytes });
  },
  format(value) {
    assertStorage(value, 'bytes');
    const view = new DataView(value.bytes.buffer, value.bytes.byteOffset);
    return formatTime(view.getBigInt64(0, true)) + formatZone(view.getInt32(8, true));
  },
} as const satisfies KeyType;
