import type { Db } from './db.ts';

/** A new, empty PostgreSQL in memory. PGlite is fetched with the first call, some 10 MB; only then. */
export async function openPglite(): Promise<Db> {
  const { PGlite } = await import('@electric-sql/pglite');
  const server = await PGlite.create();
  return {
    async exec(sql) {
      await server.exec(sql);
    },
    async query<T>(sql: string) {
      return (await server.query<T>(sql)).rows;
    },
    async copyIn(tableSql, columnsSql, text) {
      // PGlite's stand-in for STDIN is a file that holds the blob of this call.
      await server.query(`COPY ${tableSql} (${columnsSql}) FROM '/dev/blob'`, [], { blob: new Blob([text]) });
    },
    async version() {
      const { rows } = await server.query<{ version: string }>("SELECT current_setting('server_version') AS version");
      return rows[0]?.version ?? '';
    },
    close: () => server.close(),
  };
}
