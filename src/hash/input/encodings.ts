import { err, ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';
import type { ServerEncoding } from '../server.ts';

/**
 * The label under which the WHATWG decoders know an encoding. Theirs are the maps of PostgreSQL's conversion procedures
 * (src/backend/utils/mb/Unicode) for the characters that both have. LATIN1 and WIN1252 have tables here: what the web calls
 * iso-8859-1 is WIN1252, and some decoders take it for LATIN1.
 */
const LABELS: Readonly<Record<Exclude<ServerEncoding, 'UTF8' | 'LATIN1' | 'WIN1252'>, string>> = {
  LATIN9: 'iso-8859-15',
  WIN1251: 'windows-1251',
  KOI8R: 'koi8-r',
  EUC_CN: 'gbk',
  EUC_JP: 'euc-jp',
  EUC_KR: 'euc-kr',
};

/** What WIN1252 has at 0x80 to 0x9f, where LATIN1 has control characters; a blank is a byte without a character. */
const WIN1252_UPPER = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const utf8 = new TextEncoder();
// ignoreBOM keeps a leading U+FEFF, which PostgreSQL counts as part of the value.
const utf8Decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Bytes of a text in a database encoding: what client encoding UTF8 is converted to on its way into the server.
 * A character that the encoding does not have is refused as PostgreSQL does (22P05).
 */
export function encodeText(text: string, encoding: ServerEncoding): Result<Uint8Array, PgError> {
  if (encoding === 'UTF8') return ok(utf8.encode(text));
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const character of text) {
    const code = table.get(character);
    if (code === undefined) return err(noEquivalent(character, encoding));
    bytes.push(...code);
  }
  return ok(Uint8Array.from(bytes));
}

/** The text of bytes in a database encoding. */
export function decodeText(bytes: Uint8Array, encoding: ServerEncoding): string {
  if (encoding === 'UTF8') return utf8Decoder.decode(bytes);
  if (encoding === 'LATIN1' || encoding === 'WIN1252') {
    return Array.from(bytes, (byte) => singleByte(byte, encoding)).join('');
  }
  return new TextDecoder(LABELS[encoding]).decode(bytes);
}

const tables = new Map<ServerEncoding, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: Exclude<ServerEncoding, 'UTF8'>): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table =
    encoding === 'LATIN1' || encoding === 'WIN1252' ? singleByteTable(encoding) : invertDecoder(LABELS[encoding]);
  tables.set(encoding, table);
  return table;
}

function singleByteTable(encoding: 'LATIN1' | 'WIN1252'): Map<string, number[]> {
  return new Map(
    Array.from({ length: 256 }, (_, byte): [string, number[]] => [singleByte(byte, encoding), [byte]]).filter(
      ([character], byte) => byte === 32 || character !== ' ',
    ),
  );
}

function singleByte(byte: number, encoding: 'LATIN1' | 'WIN1252'): string {
  const upper = encoding === 'WIN1252' ? WIN1252_UPPER[byte - 0x80] : undefined;
  return upper ?? String.fromCharCode(byte);
}

/** Browsers only decode these encodings, so the table is read off the decoder: all single bytes, then all pairs. */
function invertDecoder(label: string): Map<string, number[]> {
  const decoder = new TextDecoder(label, { fatal: true });
  const table = new Map<string, number[]>();
  const add = (...bytes: number[]): void => {
    const character = tryDecode(decoder, bytes);
    if (character !== null && !table.has(character)) table.set(character, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  if (table.size >= 200) return table;
  // EUC puts both bytes at 0xa1 and above; half-width katakana of EUC_JP follow 0x8e, its third plane 0x8f.
  for (let lead = 0x8e; lead < 0xff; lead++) for (let trail = 0xa1; trail < 0xff; trail++) add(lead, trail);
  if (label !== 'euc-jp') return table;
  for (let lead = 0xa1; lead < 0xff; lead++) for (let trail = 0xa1; trail < 0xff; trail++) add(0x8f, lead, trail);
  return table;
}

function tryDecode(decoder: TextDecoder, bytes: readonly number[]): string | null {
  try {
    const text = decoder.decode(Uint8Array.from(bytes));
    return [...text].length === 1 ? text : null;
  } catch {
    return null;
  }
}

function noEquivalent(character: string, encoding: ServerEncoding): PgError {
  const bytes = Array.from(utf8.encode(character), (byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(' ');
  return {
    code: '22P05',
    message: `character with byte sequence ${bytes} in encoding "UTF8" has no equivalent in encoding "${encoding}"`,
  };
}
