import { fail } from '../../kernel/errors.js';
import { parseYears } from '../../kernel/years.js';
import type { ManifestTable } from '../../world/cards.js';
import { sourceOf } from '../../world/catalogue.js';
import type { Query, World } from '../../world/open.js';
import { identifier } from '../../world/sql.js';
import type { Effects } from '../effects.js';
import { citation, type OutTable } from '../out-table.js';
import { textTable } from '../table.js';
import { writePanel } from '../write-panel.js';
import { linesText, sourceLines } from './card-text.js';

export interface TableOptions {
  readonly states?: readonly string[];
  readonly years?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** Rows printed to a terminal. */
const fewRows = 20;

/** `entente show TABLE`: what a table of the world holds, its columns, and its rows. */
export async function showTable(
  table: ManifestTable,
  options: TableOptions,
  world: World,
  effects: Effects,
): Promise<void> {
  const { manifest } = world;
  const source = sourceOf(manifest, table.source);
  const query = rowsOf(table, options, world);
  if (options.out !== undefined) {
    const { rows, renamed } = await writePanel(outOf(table, query, world), options.out, world);
    effects.say(`${rows} rows in ${options.out}\n`);
    for (const [was, is] of renamed) effects.say(`Stata does not take the name ${was}: it is ${is} there\n`);
  }
  if (options.json) {
    effects.out(`${JSON.stringify({ table, source, rows: await world.ask(query) }, null, 1)}\n`);
    return;
  }
  effects.out(
    linesText([
      ['table', `${table.name}: ${table.says}`],
      ['level', table.level],
      ['a row is', `one ${table.key.join(', ')}`],
      ['years', `${table.years.from}–${table.years.to}`],
      ['rows', String(table.rows)],
      ['known defects', (source.defects ?? []).join(' ')],
      ...sourceLines(source, table),
    ]),
  );
  const titles = new Map(
    manifest.variables.filter((v) => v.table === table.name).map((v) => [v.name, v.title]),
  );
  const columns = table.columns.map((c) => [c.name, c.type, titles.get(c.name) ?? '']);
  effects.out(`\n${textTable(['column', 'type', 'variable'], columns)}\n`);
  if (options.out === undefined) effects.out(await firstRows(query, world));
}

async function firstRows(query: Query, world: World): Promise<string> {
  const shown = await world.ask({ ...query, sql: `${query.sql} LIMIT ${fewRows}` });
  if (shown.length === 0) return '\nno rows for these states and years\n';
  const all = Number(
    (await world.ask({ ...query, sql: `SELECT count(*)::INTEGER AS n FROM (${query.sql})` }))[0]!['n'],
  );
  const columns = Object.keys(shown[0]!);
  const cells = shown.map((row) => columns.map((c) => inCell(row[c])));
  const more = all > shown.length ? `\n… ${all - shown.length} more rows; write them with --out FILE` : '';
  return `\n${textTable(columns, cells)}${more}\n`;
}

/** A value in one line of a terminal. */
function inCell(value: unknown): string {
  const text = String(value ?? '').replace(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** The rows of a table, of some years and states where it has columns of them. Throws `cli/no-such-column`. */
function rowsOf(table: ManifestTable, { years, states }: TableOptions, world: World): Query {
  const has = (name: string): boolean => table.columns.some((c) => c.name === name);
  const need = (name: string, option: string): void => {
    if (!has(name))
      fail('cli/no-such-column', `${table.name} has no column ${name}, so that ${option} chooses nothing`, {
        hint: `its columns: ${table.columns.map((c) => c.name).join(', ')}`,
      });
  };
  const where: string[] = [];
  if (years !== undefined) {
    need('year', '--years');
    const { from, to } = parseYears(years);
    where.push(`year BETWEEN ${from} AND ${to}`);
  }
  if (states) {
    need('ccode', '--states');
    where.push(`ccode IN (${states.flatMap((name) => world.states.all(name)).join(', ')})`);
  }
  const condition = where.length > 0 ? ` WHERE ${where.join(' AND ')}` : '';
  const order = table.key.map(identifier).join(', ');
  return {
    sql: `SELECT * FROM ${identifier(table.name)}${condition}${order ? ` ORDER BY ${order}` : ''}`,
    tables: [table.name],
  };
}

function outOf(table: ManifestTable, query: Query, { manifest }: World): OutTable {
  const source = sourceOf(manifest, table.source);
  const known = new Map(manifest.variables.filter((v) => v.table === table.name).map((v) => [v.name, v]));
  return {
    query,
    key: table.key,
    columns: table.columns.map(({ name }) => {
      const v = known.get(name);
      return {
        name,
        title: v?.title ?? name,
        unit: v?.unit,
        values: v?.values,
        source: `${source.title}, ${source.version}`,
      };
    }),
    label: `${table.name}, Entente, world ${manifest.world.slice(0, 12)}`,
    notes: [citation(source), `Entente, world ${manifest.world.slice(0, 12)}.`],
  };
}
