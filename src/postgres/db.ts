/** A connection to a real PostgreSQL, as little of it as verifying needs. */
export interface Db {
  /** Runs one or more statements. Rejects with the server's error, see toPgError(). */
  exec(sql: string): Promise<void>;
  /** Runs one statement and gives its rows. */
  query<T>(sql: string): Promise<readonly T[]>;
  /**
   * COPY ... FROM STDIN in text format.
   * @param tableSql quoted table name
   * @param columnsSql quoted column names, comma-separated
   */
  copyIn(tableSql: string, columnsSql: string, text: string): Promise<void>;
  /** Server version as `server_version` shows it, e.g. `18.6`. */
  version(): Promise<string>;
  close(): Promise<void>;
}
