import { err, ok, type Result } from '../../lib/result.ts';
import type { KeyValue } from '../keyType.ts';
import type { PgError } from '../pgError.ts';

const encoder = new TextEncoder();
const HEX = /^[0-9a-fA-F]$/;

/** byteain() in src/backend/utils/adt/varlena.c: hexadecimal input begins with \x, everything else is escape format. */
export function parseBytea(text: string): Result<KeyValue, PgError> {
  return text.startsWith('\\x') ? parseHex(Array.from(text.slice(2))) : parseEscape(text);
}

/** hex_decode_safe() in src/backend/utils/adt/encode.c: white space may stand between bytes, not inside one. */
function parseHex(characters: readonly string[]): Result<KeyValue, PgError> {
  const bytes: number[] = [];
  for (let i = 0; i < characters.length; i++) {
    const first = characters[i]!;
    if (/^[ \n\t\r]$/.test(first)) continue;
    if (!HEX.test(first)) return hexError(`invalid hexadecimal digit: "${first}"`);
    i += 1;
    const second = characters[i];
    if (second === undefined) return hexError('invalid hexadecimal data: odd number of digits');
    if (!HEX.test(second)) return hexError(`invalid hexadecimal digit: "${second}"`);
    bytes.push(Number.parseInt(first + second, 16));
  }
  return ok({ storage: 'bytes', bytes: Uint8Array.from(bytes) });
}

function hexError(message: string): Result<never, PgError> {
  return err({ code: '22023', message });
}

/** A backslash stands before another one or before three octal digits up to \377; every other byte stands for itself. */
function parseEscape(text: string): Result<KeyValue, PgError> {
  const bytes: number[] = [];
  for (const [part] of text.matchAll(/\\[0-3][0-7][0-7]|\\\\|[^\\]+|\\/g)) {
    if (part === '\\') return err({ code: '22P02', message: 'invalid input syntax for type bytea' });
    if (part === '\\\\') bytes.push(0x5c);
    else if (part.startsWith('\\')) bytes.push(Number.parseInt(part.slice(1), 8));
    else for (const byte of encoder.encode(part)) bytes.push(byte);
  }
  return ok({ storage: 'bytes', bytes: Uint8Array.from(bytes) });
}

/** Lower-case hexadecimal digits, two a byte. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
