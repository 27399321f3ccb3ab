import { fail } from '../kernel/errors.js';

/** A result by columns: numbers, texts, booleans or null. */
export type Cell = number | string | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** Some rows of a result, by columns. */
export interface Chunk {
  readonly rows: number;
  column(index: number): readonly Cell[];
}

/** An in-memory DuckDB with one thread, so that no result depends on the order in which threads finish. */
export interface Database {
  run(sql: string): Promise<void>;
  rows<T extends Row = Row>(sql: string): Promise<T[]>;
  /** A result piece by piece, for those that are too large to hold. */
  chunks(sql: string): AsyncIterable<Chunk>;
  /** Adds rows to a table, column by column in its order: as many as the columns are long. */
  append(table: string, columns: readonly (Int32Array | Float64Array)[]): Promise<void>;
  close(): void;
}

const plain = (value: unknown): Cell => {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
};

/** As many as the database takes at once. */
const rowsOfChunk = 2048;

export async function openDatabase(threads = 1): Promise<Database> {
  const { DuckDBInstance, JSDuckDBValueConverter: asJs } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  const guarded = async <T>(sql: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      const hint = sql.replace(/\s+/g, ' ').slice(0, 400);
      return fail('world/query', `the database refused: ${said.split('\n')[0]}`, { hint });
    }
  };
  return {
    run: (sql) => guarded(sql, async () => void (await connection.run(sql))),
    rows: <T extends Row>(sql: string) =>
      guarded(sql, async () => {
        const result = await connection.run(sql);
        const names = result.columnNames();
        const rows: Record<string, Cell>[] = [];
        for (const chunk of await result.fetchAllChunks()) {
          const from = rows.length;
          for (let left = chunk.rowCount; left > 0; left--) rows.push({});
          // Column by column: the values of one are all of one kind.
          names.forEach((name, c) => {
            chunk.visitColumnValues(c, (value, i, _column, type) => {
              rows[from + i]![name] = plain(typeof value === 'object' ? asJs(value, type, asJs) : value);
            });
          });
        }
        return rows as T[];
      }),
    async *chunks(sql) {
      const result = await guarded(sql, () => connection.stream(sql));
      for (;;) {
        const chunk = await guarded(sql, () => result.fetchChunk());
        if (!chunk || chunk.rowCount === 0) return;
        yield { rows: chunk.rowCount, column: (i) => chunk.getColumnValues(i).map(plain) };
      }
    },
    append: (table, columns) =>
      guarded(`append to ${table}`, async () => {
        const { DOUBLE, DuckDBDataChunk, INTEGER } = await import('@duckdb/node-api');
        const appender = await connection.createAppender(table);
        const types = columns.map((column) => (column instanceof Int32Array ? INTEGER : DOUBLE));
        const chunk = DuckDBDataChunk.create(types, rowsOfChunk);
        for (let at = 0; at < columns[0]!.length; at += rowsOfChunk) {
          chunk.rowCount = Math.min(rowsOfChunk, columns[0]!.length - at);
          columns.forEach((column, i) => {
            const vector = chunk.getColumnVector(i) as unknown as { items: typeof column; flush(): void };
            vector.items.set(column.subarray(at, at + chunk.rowCount));
            vector.flush();
          });
          appender.appendDataChunk(chunk);
        }
        appender.closeSync();
      }),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
