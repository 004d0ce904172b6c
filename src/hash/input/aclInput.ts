import { err, ok, type Result } from '../../lib/result.ts';
import type { PgError } from '../pgError.ts';
import type { ServerVersion } from '../server.ts';

// aclparse(), getid(), putid() and aclitemout() in src/backend/utils/adt/acl.c.

/** One entry of a privilege list: bit n of both masks is letter n of RIGHTS. */
export interface AclItem {
  readonly grantee: number;
  readonly grantor: number;
  readonly rights: number;
  readonly grantOptions: number;
}

/** ACL_ALL_RIGHTS_STR of src/include/utils/acl.h; the last came with version 17. */
const RIGHTS = 'arwdDxtXUCTcsAm';

/** Roles that every cluster has, src/include/catalog/pg_authid.dat; `postgres` is what initdb usually names role 10. */
const ROLES: ReadonlyMap<string, number> = new Map([
  ['postgres', 10],
  ['pg_monitor', 3373],
  ['pg_read_all_settings', 3374],
  ['pg_read_all_stats', 3375],
  ['pg_stat_scan_tables', 3377],
  ['pg_signal_backend', 4200],
  ['pg_checkpoint', 4544],
  ['pg_use_reserved_connections', 4550],
  ['pg_read_server_files', 4569],
  ['pg_write_server_files', 4570],
  ['pg_execute_server_program', 4571],
  ['pg_database_owner', 6171],
  ['pg_read_all_data', 6181],
  ['pg_write_all_data', 6182],
  ['pg_create_subscription', 6304],
  ['pg_maintain', 6337],
  ['pg_signal_autovacuum_worker', 6392],
]);

const POSTGRES = 10;

/** A name, quoted or not, with blanks around it: what getid() reads. */
const NAME = /^[ \t\n\v\f\r]*((?:"(?:[^"]|"")*"|[\p{L}\p{N}_])*)[ \t\n\v\f\r]*/u;

interface Named {
  readonly name: string;
  readonly rest: string;
}

function readName(text: string): Named {
  const [whole = '', raw = ''] = NAME.exec(text) ?? [];
  const name = raw.replace(/"((?:[^"]|"")*)"/g, (_, inner: string) => inner.replaceAll('""', '"'));
  return { name, rest: text.slice(whole.length) };
}

function refuse(message: string, hint?: string): Result<never, PgError> {
  return err({ code: '22P02', message, ...(hint !== undefined && { hint }) });
}

/** Reads `grantee=rights/grantor`. Without a grantor it is role 10. */
export function parseAcl(text: string, version: ServerVersion): Result<AclItem, PgError> {
  const grantee = readGrantee(text);
  if (!grantee.ok) return grantee;
  const letters = /^[a-z*]*/i.exec(grantee.value.rest.slice(1))![0];
  const rights = readRights(letters, version);
  if (!rights.ok) return rights;
  const granteeOid = grantee.value.name === '' ? ok(0) : roleOid(grantee.value.name);
  if (!granteeOid.ok) return granteeOid;
  const rest = grantee.value.rest.slice(1 + letters.length);
  if (!rest.startsWith('/')) return finish(rest, { ...rights.value, grantee: granteeOid.value, grantor: POSTGRES });
  const grantor = readName(rest.slice(1));
  if (grantor.name === '') return refuse('a name must follow the "/" sign');
  const grantorOid = roleOid(grantor.name);
  if (!grantorOid.ok) return grantorOid;
  return finish(grantor.rest, { ...rights.value, grantee: granteeOid.value, grantor: grantorOid.value });
}

function finish(rest: string, item: AclItem): Result<AclItem, PgError> {
  return rest.trim() === '' ? ok(item) : refuse('extra garbage at the end of the ACL specification');
}

function readGrantee(text: string): Result<Named, PgError> {
  let named = readName(text);
  if (!named.rest.startsWith('=')) {
    if (named.name !== 'group' && named.name !== 'user') {
      return refuse(`unrecognized key word: "${named.name}"`, 'ACL key word must be "group" or "user".');
    }
    named = readName(named.rest);
    if (named.name === '') return refuse('missing name', 'A name must follow the "group" or "user" key word.');
  }
  return named.rest.startsWith('=') ? ok(named) : refuse('missing "=" sign');
}

function readRights(
  letters: string,
  version: ServerVersion,
): Result<Pick<AclItem, 'rights' | 'grantOptions'>, PgError> {
  const known = version < 17 ? RIGHTS.slice(0, -1) : RIGHTS;
  let rights = 0;
  let grantOptions = 0;
  let last = 0;
  for (const letter of letters) {
    if (letter === '*') {
      grantOptions |= last;
      continue;
    }
    if (!known.includes(letter)) return refuse(`invalid mode character: must be one of "${known}"`);
    last = 1 << known.indexOf(letter);
    rights |= last;
  }
  return ok({ rights, grantOptions });
}

function roleOid(name: string): Result<number, PgError> {
  const oid = ROLES.get(name);
  return oid === undefined ? err({ code: '42704', message: `role "${name}" does not exist` }) : ok(oid);
}

export function formatAcl({ grantee, grantor, rights, grantOptions }: AclItem): string {
  const letters = [...RIGHTS].map((letter, bit) => {
    if (((rights >> bit) & 1) === 0) return '';
    return ((grantOptions >> bit) & 1) === 1 ? `${letter}*` : letter;
  });
  return `${grantee === 0 ? '' : roleName(grantee)}=${letters.join('')}/${roleName(grantor)}`;
}

function roleName(oid: number): string {
  return [...ROLES].find(([, known]) => known === oid)?.[0] ?? String(oid);
}
