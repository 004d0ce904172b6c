/** Major versions whose rules are known, oldest first. */
export const serverVersions = [15, 16, 17, 18] as const;
export type ServerVersion = (typeof serverVersions)[number];

/** Database encodings whose bytes can be hashed; PostgreSQL hashes text in the encoding of the database. */
export const serverEncodings = [
  'UTF8',
  'LATIN1',
  'LATIN9',
  'WIN1251',
  'WIN1252',
  'KOI8R',
  'EUC_CN',
  'EUC_JP',
  'EUC_KR',
] as const;
export type ServerEncoding = (typeof serverEncodings)[number];

/** The server that a key is meant for: what its version reads and how its database writes text. */
export interface ServerSpec {
  readonly version: ServerVersion;
  readonly encoding: ServerEncoding;
}

/** The newest version with the encoding nearly every database has; also what PGlite is. */
export const DEFAULT_SERVER: ServerSpec = { version: 18, encoding: 'UTF8' };
