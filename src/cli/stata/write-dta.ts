import { closeSync, openSync, writeSync } from 'node:fs';
import { fail } from '../../kernel/errors.js';
import type { Chunk } from '../../world/database.js';
import type { World } from '../../world/open.js';
import { identifier } from '../../world/sql.js';
import type { OutColumn, OutTable } from '../out-table.js';
import type { Written } from '../write-panel.js';
import { longestText, type StataColumn, type StataFile, type StataType, wholeNumbers } from './columns.js';
import { dtaHead, dtaTail } from './dta.js';
import { stataNames } from './names.js';
import { dtaRows } from './rows.js';

/** What a column needs to be told: SQL of its values as Stata keeps them, and its type. */
interface Kept {
  readonly sql: string;
  readonly type: StataType;
  readonly date?: boolean;
}

/**
 * Writes a table as a Stata file (format 118): each column in the smallest type that holds its values, variable and
 * value labels, unit and source as notes, rows sorted by their keys. Rows pass through in pieces. Gives the number of
 * rows and the names that Stata would not have taken. Throws `cli/text-too-long`, `cli/too-many-columns`.
 */
export async function writeDta(table: OutTable, path: string, world: World): Promise<Written> {
  const names = stataNames(table.columns.map((c) => c.name));
  if (names.length > 32_767)
    fail('cli/too-many-columns', `a Stata file holds 32,767 columns: ${names.length}`);
  const { sql } = table.query;
  // The file begins with its number of rows and the width of each column, so the rows are laid aside once.
  await world.run(`CREATE OR REPLACE TEMP TABLE written_as_dta AS ${sql}`);
  try {
    const { rows, kept } = await measured(table.columns, world);
    const columns = table.columns.map((c, i) => stataColumn(c, names[i]!, kept[i]!));
    const file: StataFile = {
      label: table.label,
      notes: table.notes,
      columns,
      rows,
      sortedBy: table.key.map((k) => names[table.columns.findIndex((c) => c.name === k)]!),
    };
    await writeFile(file, kept, path, world);
    return {
      rows,
      renamed: table.columns.map((c, i) => [c.name, names[i]!] as const).filter(([a, b]) => a !== b),
    };
  } finally {
    await world.run('DROP TABLE written_as_dta');
  }
}

async function writeFile(file: StataFile, kept: readonly Kept[], path: string, world: World): Promise<void> {
  const out = openSync(path, 'w');
  try {
    writeSync(out, dtaHead(file));
    const rows = dtaRows(file.columns);
    const select = `SELECT ${kept.map((k) => k.sql).join(', ')} FROM written_as_dta`;
    for await (const chunk of world.chunks({ sql: select, tables: [] }))
      writeSync(out, rows(kept.map((_, i) => chunk.column(i))));
    writeSync(out, dtaTail(file));
  } finally {
    closeSync(out);
  }
}

/** Number of rows, and the smallest type for each column. */
async function measured(
  columns: readonly OutColumn[],
  world: World,
): Promise<{ rows: number; kept: Kept[] }> {
  const ask = (sql: string): AsyncIterable<Chunk> => world.chunks({ sql, tables: [] }); // never from memory
  const types = new Map<string, string>();
  for await (const chunk of ask('DESCRIBE written_as_dta')) {
    const told = chunk.column(1);
    chunk.column(0).forEach((name, i) => {
      types.set(String(name), String(told[i]));
    });
  }
  const typed = columns.map(({ name }) => ({ name, x: identifier(name), type: types.get(name)! }));
  const sizes = typed.flatMap(({ x, type }) => {
    if (isWhole(type)) return [`min(${x})::DOUBLE`, `max(${x})::DOUBLE`];
    return [
      'NULL::DOUBLE',
      isNumber(type) || type === 'DATE' ? 'NULL::DOUBLE' : `max(strlen(${x}::VARCHAR))::DOUBLE`,
    ];
  });
  for await (const chunk of ask(
    `SELECT count(*)${sizes.map((s) => `, ${s}`).join('')} FROM written_as_dta`,
  )) {
    const size = (i: number): number | null => chunk.column(i)[0] as number | null;
    return {
      rows: size(0)!,
      kept: typed.map((c, i) => keptAs(c, size(2 * i + 1), size(2 * i + 2))),
    };
  }
  return fail('cli/cannot-write', 'the rows cannot be counted');
}

const isWhole = (type: string): boolean => /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|BOOLEAN)$/.test(type);
const isNumber = (type: string): boolean => /^(DOUBLE|FLOAT|DECIMAL)/.test(type);

function keptAs(
  { name, x, type }: { name: string; x: string; type: string },
  least: number | null,
  most: number | null,
): Kept {
  if (isNumber(type)) return { sql: `${x}::DOUBLE`, type: 'double' };
  if (type === 'DATE')
    return { sql: `date_diff('day', DATE '1960-01-01', ${x})::INTEGER`, type: 'long', date: true };
  if (isWhole(type)) {
    const fits = (['byte', 'int', 'long'] as const).find(
      (t) => (least ?? 0) >= wholeNumbers[t][0] && (most ?? 0) <= wholeNumbers[t][1],
    );
    return fits ? { sql: `${x}::INTEGER`, type: fits } : { sql: `${x}::DOUBLE`, type: 'double' };
  }
  if ((most ?? 0) > longestText)
    fail('cli/text-too-long', `a text of ${name} is longer than the ${longestText} bytes of a Stata column`, {
      hint: 'write .csv or .parquet',
    });
  return { sql: `${x}::VARCHAR`, type: { text: Math.max(1, most ?? 1) } };
}

function stataColumn(column: OutColumn, name: string, { type, date }: Kept): StataColumn {
  const isLabelled = column.values !== undefined && (type === 'byte' || type === 'int' || type === 'long');
  return {
    name,
    type,
    label: column.title,
    ...(date && { date }),
    ...(isLabelled && { values: column.values }),
    notes: [
      ...(column.title.length > 80 ? [column.title] : []),
      ...(column.unit ? [`unit: ${column.unit}`] : []),
      ...(column.source ? [`source: ${column.source}`] : []),
    ],
  };
}
