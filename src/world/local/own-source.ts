import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { States } from '../../kernel/states.js';
import type { Years } from '../../kernel/years.js';
import type { TableCard } from '../cards.js';
import type { Reading, Source } from '../sources/source.js';
import { identifier, literal, pathLiteral } from '../sql.js';
import { type OwnColumns, ownColumns } from './own-columns.js';
import type { OwnLevel, OwnRequest } from './own-request.js';
import { type OwnRow, type OwnRows, ownRows } from './own-rows.js';
import { ownText } from './own-text.js';
import { checkNames, variableCards } from './own-variables.js';
import { type SeparatedText, separatedText } from './separated-text.js';

const keysOf: Readonly<Record<OwnLevel, readonly string[]>> = {
  'state-year': ['ccode', 'year'],
  'dyad-year': ['ccode1', 'ccode2', 'year'],
  'system-year': ['year'],
};

/** What was found in a user's file, for telling the user. */
export interface OwnFindings {
  readonly table: SeparatedText;
  readonly encoding: string;
  readonly columns: OwnColumns;
  readonly rows: OwnRows;
}

/** A name of a user's table, what is asked of its file, and who the states are. */
export interface OwnTable {
  readonly name: string;
  /** As the user typed it; messages name it so. */
  readonly file: string;
  readonly path: string;
  readonly request: OwnRequest;
  readonly states: States;
  readonly system: Years;
  /** Is told what was found, before the table is written. */
  tell(found: OwnFindings): void;
}

/**
 * A table of the user's own as a source of the house: read, resolved and checked, it is written, covered and cited as
 * every other is. Its table is called `own_NAME`, its variables `NAME_COLUMN`. Throws `world/own-…` when it is read.
 */
export function ownSource(own: OwnTable): Source {
  const { name, file, path, request } = own;
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  const title = request.title ?? `${basename(file)}, the user’s own file`;
  const tables: TableCard[] = [];
  return {
    folder: 'local',
    card: {
      name,
      title,
      version: `sha256 ${sha256.slice(0, 12)}`,
      citation: request.citation ?? `The user’s own file ${basename(file)}, sha256 ${sha256}.`,
      terms: 'local',
      files: [file],
    },
    tables,
    async read(reading) {
      const { columns, rows } = await readOwn(own, reading);
      const card: TableCard = {
        name: `own_${name}`,
        level: request.level,
        key: keysOf[request.level],
        says: `${title}.`,
        years: spanOf(rows.rows),
        variables: variableCards(own, columns, rows.rows),
      };
      await checkNames(reading, card.variables, file);
      tables.push(card);
      for (const [reason, n] of rows.lost) reading.lose(reason, n);
      await load(reading, card, rows.rows);
    },
  };
}

async function readOwn(own: OwnTable, reading: Reading): Promise<OwnFindings> {
  const { file, request, states, system } = own;
  const { text, encoding } = await ownText(reading, file);
  const table = separatedText(text, file);
  const columns = ownColumns(table, request, file);
  const members = await membership(reading);
  const isMember = (ccode: number, year: number): boolean => members.has(`${ccode} ${year}`);
  const rows = ownRows(table, columns, request, { states, system, isMember }, file);
  const found = { table, encoding, columns, rows };
  own.tell(found);
  return found;
}

function spanOf(rows: readonly OwnRow[]): Years {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { keys } of rows) {
    const year = keys[keys.length - 1]!;
    from = Math.min(from, year);
    to = Math.max(to, year);
  }
  return { from, to };
}

async function membership(reading: Reading): Promise<ReadonlySet<string>> {
  const rows = await reading.rows('SELECT ccode, year FROM state_years');
  return new Set(rows.map((r) => `${String(r['ccode'])} ${String(r['year'])}`));
}

/** Brings the rows into the table, by a file for the moment: whole numbers stay whole. */
async function load(reading: Reading, card: TableCard, rows: readonly OwnRow[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-own-'));
  const path = join(folder, 'rows.csv');
  const types = card.variables.map((_, i) =>
    rows.every(({ values }) => values[i] === null || isInt(values[i]!)) ? 'INTEGER' : 'DOUBLE',
  );
  const columns = [
    ...card.key.map(
      (key) => [key, key === 'year' || key.startsWith('ccode') ? 'SMALLINT' : 'INTEGER'] as const,
    ),
    ...card.variables.map((v, i) => [v.name, types[i]!] as const),
  ];
  const line = ({ keys, values }: OwnRow): string => [...keys, ...values.map((x) => x ?? '')].join(',');
  writeFileSync(path, `${rows.map(line).join('\n')}\n`);
  try {
    const typed = columns.map(([name, type]) => `${literal(name)}: ${literal(type)}`).join(', ');
    const order = columns.map(([name]) => identifier(name)).join(', ');
    await reading.run(
      `CREATE TABLE own_rows AS SELECT ${order} FROM read_csv(${pathLiteral(path)}, header=false, delim=',', nullstr='', columns={${typed}})`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await reading.write(card.name, 'FROM own_rows');
}

const isInt = (x: number): boolean => Number.isInteger(x) && Math.abs(x) < 2 ** 31;
