import type { KeyType } from './keyType.ts';
import { hashValue, SEED_HI, SEED_LO } from './partitionHash.ts';
import type { PgError } from './pgError.ts';
import { type ServerEncoding, type ServerVersion, serverVersions } from './server.ts';

/** What some server versions make of one text: the same error, or a value with the same hash. */
export interface VersionOutcome {
  readonly versions: readonly ServerVersion[];
  /** null when these versions read the text. */
  readonly error: PgError | null;
  /** Extended hash with the partition seed as 16 hexadecimal digits; null when the text is refused. */
  readonly hash: string | null;
}

/**
 * Where server versions differ about a text; empty when all agree. Versions 16 and 17 taught input functions new
 * spellings (0x1F, 1_000, +infinity; interval infinity), and 16 moved the grant options of an aclitem.
 */
export function versionOutcomes(type: KeyType, text: string, encoding: ServerEncoding): readonly VersionOutcome[] {
  const outcomes: { versions: ServerVersion[]; error: PgError | null; hash: string | null }[] = [];
  for (const version of serverVersions) {
    const { error, hash } = outcomeOf(type, text, version, encoding);
    const same = outcomes.find((known) => known.hash === hash && known.error?.message === error?.message);
    if (same === undefined) outcomes.push({ versions: [version], error, hash });
    else same.versions.push(version);
  }
  return outcomes.length > 1 ? outcomes : [];
}

function outcomeOf(
  type: KeyType,
  text: string,
  version: ServerVersion,
  encoding: ServerEncoding,
): Pick<VersionOutcome, 'error' | 'hash'> {
  const value = type.parse(text, { version, encoding });
  if (!value.ok) return { error: value.error, hash: null };
  const words = new Uint32Array(2);
  hashValue(type, value.value, SEED_HI, SEED_LO, words);
  return { error: null, hash: Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('') };
}
