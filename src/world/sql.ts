/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A name as a quoted SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A path as a literal for DuckDB's readers, which would otherwise take `*`, `?` and `[` as patterns. (What it writes to is no pattern: `literal`.) */
export const pathLiteral = (path: string): string => literal(path.replace(/[[*?]/g, '[$&]'));
