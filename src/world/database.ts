import { fail } from '../kernel/errors.js';

/** A result by columns: numbers, texts, booleans or null. */
export type Cell = number | string | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** An in-memory DuckDB with one thread, so that no result depends on the order in which threads finish. */
export interface Database {
  run(sql: string): Promise<void>;
  rows<T extends Row = Row>(sql: string): Promise<T[]>;
  close(): void;
}

const plain = (value: unknown): Cell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  return String(value);
};

export async function openDatabase(threads = 1): Promise<Database> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  const guarded = async <T>(sql: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      return fail('world/query', `the database refused: ${said.split('\n')[0]}`, { hint: sql.slice(0, 400) });
    }
  };
  return {
    run: (sql) => guarded(sql, async () => void (await connection.run(sql))),
    rows: <T extends Row>(sql: string) =>
      guarded(sql, async () => {
        const reader = await connection.runAndReadAll(sql);
        return reader
          .getRowObjectsJS()
          .map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, plain(v)]))) as T[];
      }),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
