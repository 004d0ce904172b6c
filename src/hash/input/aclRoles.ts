import type { ServerVersion } from '../server.ts';

interface Role {
  readonly name: string;
  readonly oid: number;
  /** The first version that has it, when 15 does not. */
  readonly since?: ServerVersion;
}

/** Roles with the same oid on every server, src/include/catalog/pg_authid.dat; the first is who ran initdb. */
const ROLES: readonly Role[] = [
  { name: 'postgres', oid: 10 },
  { name: 'pg_database_owner', oid: 6171 },
  { name: 'pg_read_all_data', oid: 6181 },
  { name: 'pg_write_all_data', oid: 6182 },
  { name: 'pg_monitor', oid: 3373 },
  { name: 'pg_read_all_settings', oid: 3374 },
  { name: 'pg_read_all_stats', oid: 3375 },
  { name: 'pg_stat_scan_tables', oid: 3377 },
  { name: 'pg_read_server_files', oid: 4569 },
  { name: 'pg_write_server_files', oid: 4570 },
  { name: 'pg_execute_server_program', oid: 4571 },
  { name: 'pg_signal_backend', oid: 4200 },
  { name: 'pg_checkpoint', oid: 4544 },
  { name: 'pg_use_reserved_connections', oid: 4550, since: 16 },
  { name: 'pg_create_subscription', oid: 6304, since: 16 },
  { name: 'pg_maintain', oid: 6337, since: 17 },
  { name: 'pg_signal_autovacuum_worker', oid: 6392, since: 18 },
];

/** The oid of a role, null for a role that is not the same on every server of that version. */
export function roleOid(name: string, version: ServerVersion): number | null {
  const role = ROLES.find((known) => known.name === name && (known.since ?? 15) <= version);
  return role?.oid ?? null;
}

/** The name of a role; its number when there is none. */
export function roleName(oid: number): string {
  return ROLES.find((known) => known.oid === oid)?.name ?? String(oid);
}
