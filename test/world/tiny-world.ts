import { type StateSpell, states } from '../../src/kernel/states.js';
import type {
  Level,
  Manifest,
  ManifestTable,
  ManifestVariable,
  VariableCard,
} from '../../src/world/cards.js';
import { type Cell, type Database, openDatabase, type Row } from '../../src/world/database.js';
import { type PanelRequest, panelOf } from '../../src/world/panel.js';
import { identifier, literal } from '../../src/world/sql.js';

/** A spell of membership; whole years, unless a day of entry or of the end is told. */
export interface Membership {
  readonly ccode: number;
  readonly from: number;
  readonly to: number;
  /** Days of membership in the year of entry, and in the last one. */
  readonly firstDays?: number;
  readonly lastDays?: number;
}

/** A table of one variable, row by row: the keys, the year, and the value. */
export interface TinyTable {
  readonly variable: Partial<VariableCard> & { readonly name: string };
  readonly level: Level;
  readonly years: { readonly from: number; readonly to: number };
  readonly type?: string;
  readonly rows: readonly (readonly Cell[])[];
}

export interface TinyWorld {
  readonly manifest: Manifest;
  panel(request: Partial<PanelRequest> & Pick<PanelRequest, 'level'>): Promise<Row[]>;
}

const daysOf = (year: number): number => (new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1 ? 366 : 365);

const keysOf: Readonly<Partial<Record<Level, readonly string[]>>> = {
  'state-year': ['ccode', 'year'],
  'dyad-year': ['ccode1', 'ccode2', 'year'],
  'system-year': ['year'],
};

/** A small made-up world in a database of its own or one that is given: who is a member when, and some variables. */
export async function tinyWorld(
  members: readonly Membership[],
  tables: readonly TinyTable[],
  given?: Database,
): Promise<TinyWorld> {
  const db = given ?? (await openDatabase());
  const from = Math.min(...members.map((m) => m.from));
  const to = Math.max(...members.map((m) => m.to));
  await fill(db, 'state_years', 'ccode INTEGER, year INTEGER, member_days INTEGER, member_at_end INTEGER', [
    ...members.flatMap((m) => yearsOf(m, to)),
  ]);
  const spells: StateSpell[] = members.map((m) => ({
    ccode: m.ccode,
    iso3c: `S${m.ccode}`,
    name: `State ${m.ccode}`,
    from: m.from,
    to: m.to,
  }));
  await fill(
    db,
    'states',
    'ccode INTEGER, from_year INTEGER, to_year INTEGER, iso3c VARCHAR, name VARCHAR',
    spells.map((s) => [s.ccode, s.from, s.to, s.iso3c, s.name]),
  );
  await db.run('CREATE OR REPLACE TABLE system_years AS SELECT DISTINCT year FROM state_years');
  for (const t of tables) {
    const keys = keysOf[t.level]!;
    const columns = [
      ...keys.map((k) => `${k} INTEGER`),
      `${identifier(t.variable.name)} ${t.type ?? 'INTEGER'}`,
    ];
    await fill(db, `t_${t.variable.name}`, columns.join(', '), t.rows);
  }
  const manifest: Manifest = {
    format: 1,
    world: '0'.repeat(64),
    system: { from, to, byYear: [] },
    tables: tables.map(tableCard),
    variables: tables.map(variableCard),
    sources: [],
  };
  const aliases = spells.map((s) => ({ alias: String(s.ccode), ccode: s.ccode, from: s.from, to: s.to }));
  const known = states(spells, aliases);
  return {
    manifest,
    panel: (request) => db.rows(panelOf({ variables: [], ...request }, manifest, known).query.sql),
  };
}

function yearsOf(m: Membership, last: number): number[][] {
  const rows: number[][] = [];
  for (let year = m.from; year <= m.to; year++) {
    const isLast = year === m.to && (m.to < last || m.lastDays !== undefined);
    const days =
      isLast && m.lastDays !== undefined
        ? m.lastDays
        : year === m.from && m.firstDays !== undefined
          ? m.firstDays
          : daysOf(year);
    rows.push([m.ccode, year, days, isLast ? 0 : 1]);
  }
  return rows;
}

async function fill(
  db: Database,
  table: string,
  columns: string,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  await db.run(`CREATE OR REPLACE TABLE ${table} (${columns})`);
  const cell = (x: Cell): string => (x === null ? 'NULL' : typeof x === 'string' ? literal(x) : String(x));
  if (rows.length > 0)
    await db.run(`INSERT INTO ${table} VALUES ${rows.map((r) => `(${r.map(cell).join(', ')})`).join(', ')}`);
}

const tableCard = (t: TinyTable): ManifestTable => ({
  name: `t_${t.variable.name}`,
  file: '',
  level: t.level,
  key: keysOf[t.level]!,
  says: '',
  source: 'made up',
  licence: 'own',
  years: t.years,
  rows: t.rows.length,
  columns: [{ name: t.variable.name, type: t.type ?? 'INTEGER' }],
  bytes: 0,
  sha256: '',
});

const variableCard = (t: TinyTable): ManifestVariable => ({
  title: t.variable.name,
  definition: '',
  unit: 'points',
  ...t.variable,
  table: `t_${t.variable.name}`,
  source: 'made up',
  level: t.level,
  years: t.years,
  coverage: { rows: t.rows.length, states: 0, ...t.years, byYear: [] },
});
