import { err, ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';
import type { ServerSpec, ServerVersion } from '../server.ts';
import { roleOid } from './aclRoles.ts';
import { encodeText } from './encodings.ts';

/** Letters of the privileges, bit 0 first; ACL_ALL_RIGHTS_STR in src/include/utils/acl.h. MAINTAIN (m) came with 17. */
const ALL_RIGHTS = 'arwdDxtXUCTcsAm';
const RIGHTS_BEFORE_17 = 'arwdDxtXUCTcsA';

/** NAMEDATALEN - 1. */
const MAX_NAME_BYTES = 63;

/** What one role granted to another. */
export interface AclItem {
  /** Oid of a role, 0 for PUBLIC. */
  readonly grantee: number;
  readonly grantor: number;
  /** One bit a letter of ALL_RIGHTS; grantable is what the grantee may pass on. */
  readonly privileges: number;
  readonly grantable: number;
}

/**
 * aclparse() in src/backend/utils/adt/acl.c: `grantee=letters/grantor`, a * behind a letter that may be passed on. No
 * grantee is PUBLIC, no grantor the bootstrap superuser; `group` or `user` may stand before the grantee. Of role names only
 * those that every server has are known.
 */
export function parseAcl(text: string, server: ServerSpec): Result<AclItem, PgError> {
  const grantee = readGrantee(text, server);
  if (!grantee.ok) return grantee;
  const rights = readRights(grantee.value.rest.slice(1), server.version);
  if (!rights.ok) return rights;
  const { privileges, grantable, rest } = rights.value;
  const granteeOid = findRole(grantee.value.name, server.version);
  if (!granteeOid.ok) return granteeOid;
  const grantor = rest.startsWith('/') ? readName(rest.slice(1), server) : null;
  if (grantor?.ok === false) return grantor;
  if (grantor?.value.name === '') return failure('a name must follow the "/" sign');
  const grantorOid = findRole(grantor?.value.name ?? 'postgres', server.version);
  if (!grantorOid.ok) return grantorOid;
  if (!/^[ \t\n\v\f\r]*$/.test(grantor?.value.rest ?? rest)) {
    return failure('extra garbage at the end of the ACL specification');
  }
  return ok({ grantee: granteeOid.value, grantor: grantorOid.value, privileges, grantable });
}

/** aclitemout(): the letters of the privileges with their stars. */
export function formatRights(privileges: number, grantable: number): string {
  const letters = [...ALL_RIGHTS].map((letter, bit) => {
    const star = (grantable >> bit) & 1 ? '*' : '';
    return (privileges >> bit) & 1 ? `${letter}${star}` : '';
  });
  return letters.join('');
}

interface Named {
  readonly name: string;
  /** The text behind the name and its white space. */
  readonly rest: string;
}

function readGrantee(text: string, server: ServerSpec): Result<Named, PgError> {
  const first = readName(text, server);
  if (!first.ok) return first;
  if (first.value.rest.startsWith('=')) return first;
  const { name, rest } = first.value;
  if (name !== 'group' && name !== 'user') {
    return failure(`unrecognized key word: "${name}"`, 'ACL key word must be "group" or "user".');
  }
  const second = readName(rest, server);
  if (!second.ok) return second;
  if (second.value.name === '') {
    return failure('missing name', 'A name must follow the "group" or "user" key word.');
  }
  return second.value.rest.startsWith('=') ? second : failure('missing "=" sign');
}

/** getid(): letters, digits, underscores and all that is not ASCII; in double quotes, which "" stands for, anything. */
function readName(text: string, { encoding }: ServerSpec): Result<Named, PgError> {
  const match = /^[ \t\n\v\f\r]*((?:[A-Za-z0-9_\x80-\u{10ffff}]|"(?:[^"]|"")*(?:"|$))*)[ \t\n\v\f\r]*/u.exec(text)!;
  const name = match[1]!.replace(/"((?:[^"]|"")*)(?:"|$)/g, (_, quoted: string) => quoted.replaceAll('""', '"'));
  const bytes = encodeText(name, encoding);
  if (!bytes.ok) return bytes;
  if (bytes.value.length > MAX_NAME_BYTES) {
    return err({
      code: '42622',
      message: 'identifier too long',
      detail: `Identifier must be less than ${MAX_NAME_BYTES + 1} characters.`,
    });
  }
  return ok({ name, rest: text.slice(match[0].length) });
}

/** Letters and stars up to the first other character. A star makes the letter before it grantable. */
function readRights(
  text: string,
  version: ServerVersion,
): Result<{ readonly privileges: number; readonly grantable: number; readonly rest: string }, PgError> {
  const known = version < 17 ? RIGHTS_BEFORE_17 : ALL_RIGHTS;
  const letters = /^[A-Za-z*]*/.exec(text)![0];
  let [privileges, grantable, last] = [0, 0, 0];
  for (const letter of letters) {
    const bit = known.indexOf(letter);
    if (letter === '*') grantable |= last;
    else if (bit < 0) return failure(`invalid mode character: must be one of "${known}"`);
    else last = 1 << bit;
    privileges |= last;
  }
  return ok({ privileges, grantable, rest: text.slice(letters.length) });
}

/** get_role_oid(); no name is PUBLIC. */
function findRole(name: string, version: ServerVersion): Result<number, PgError> {
  const oid = name === '' ? 0 : roleOid(name, version);
  return oid === null ? err({ code: '42704', message: `role "${name}" does not exist` }) : ok(oid);
}

function failure(message: string, hint?: string): { readonly ok: false; readonly error: PgError } {
  return err({ code: '22P02', message, ...(hint !== undefined && { hint }) });
}
