import { ok } from '../../lib/result.ts';
import { toHex } from '../input/byteaInput.ts';
import { invalidSyntax } from '../input/inputErrors.ts';
import type { KeyType } from '../keyType.ts';
import { assertStorage } from '../longValue.ts';

// A hyphen may follow any group of four digits; braces may surround the whole. No white space.
const PATTERN = /^(?:[0-9a-f]{4}-?){7}[0-9a-f]{4}$/i;

/** uuid_in(), uuid_out() and uuid_hash_extended() in src/backend/utils/adt/uuid.c: 16 bytes in the order of the text. */
export const uuid = {
  id: 'uuid',
  sqlName: 'uuid',
  aliases: [],
  storage: 'bytes',
  rule: 'bytes',
  operatorClasses: [{ name: 'uuid_ops', family: 'uuid_ops', hashFunction: 'uuid_hash_extended' }],
  parse(text) {
    const inner = text.startsWith('{') && text.endsWith('}') ? text.slice(1, -1) : text;
    if (!PATTERN.test(inner)) return invalidSyntax('uuid', text);
    const digits = inner.replaceAll('-', '');
    const bytes = Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
    return ok({ storage: 'bytes', bytes });
  },
  format(value) {
    assertStorage(value, 'bytes');
    return toHex(value.bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  },
} as const satisfies KeyType;
