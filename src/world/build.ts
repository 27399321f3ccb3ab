import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { contentHash } from '../kernel/canonical.js';
import { fail } from '../kernel/errors.js';
import { tableAsBefore } from './as-before.js';
import type {
  Coverage,
  Manifest,
  ManifestSource,
  ManifestTable,
  ManifestVariable,
  TableCard,
} from './cards.js';
import { type Database, openDatabase } from './database.js';
import { checkTarget, draftFolder } from './draft-folder.js';
import { type Account, type Folders, lostRows, reading } from './reading.js';
import type { Reading, Source } from './sources/source.js';
import { identifier, literal, pathLiteral } from './sql.js';
import { termsPage } from './terms-page.js';

/** What has been built so far. */
export interface Built {
  readonly tables: ManifestTable[];
  readonly variables: ManifestVariable[];
  readonly sources: ManifestSource[];
}

/** How readers turn fields read as text into numbers: see `Reading`. */
export const fieldMacros = `CREATE MACRO as_number(x) AS CASE WHEN x IS NULL OR x IN ('', 'NA', 'NaN') THEN NULL ELSE CAST(x AS DOUBLE) END;
  CREATE MACRO as_integer(x) AS CAST(as_number(x) AS INTEGER)`;

/**
 * Reads every source and writes the world: a Parquet file a table, `manifest.json` and `TERMS.md`. A pure function of
 * the upstream files and the lock file. Writes beside the target and moves it into place only when all is done, so
 * that a build that fails or is stopped (Ctrl-C, too) leaves the old world untouched and no draft beside it. Throws
 * `world/cannot-write`, and what the readers throw (`world/…`).
 */
export async function buildWorld(
  sources: readonly Source[],
  folders: Folders,
  target: string,
  say: (line: string) => void,
): Promise<Manifest> {
  checkTarget(target);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const settled = draftFolder(draft);
  const db = await openDatabase();
  try {
    await db.run(fieldMacros);
    const built: Built = { tables: [], variables: [], sources: [] };
    for (const [i, source] of sources.entries()) {
      say(`${i + 1}/${sources.length} ${source.card.name}`);
      // Each source has a schema to itself; only the state system, read first, is seen by all.
      if (i > 0) await db.run(`CREATE SCHEMA source${i}; SET search_path = 'source${i},main'`);
      await buildSource(db, source, folders, draft, built);
      if (i > 0) await db.run(`SET search_path = 'main'; DROP SCHEMA source${i} CASCADE`);
    }
    const manifest = await finish(db, built);
    writeFileSync(join(draft, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
    writeFileSync(join(draft, 'TERMS.md'), termsPage(manifest));
    moveIntoPlace(draft, target);
    return manifest;
  } finally {
    db.close();
    settled();
  }
}

/** Reads one source and writes its tables to the draft folder; `built` grows by them. */
export async function buildSource(
  db: Database,
  source: Source,
  folders: Folders,
  draft: string,
  built: Built,
): Promise<void> {
  const account: Account = { read: [], lost: new Map() };
  const written = new Set<string>();
  const write = async (name: string, select: string): Promise<void> => {
    const card = source.tables.find((t) => t.name === name);
    if (!card) fail('world/unknown-table', `${source.card.name} has no table ${name}`);
    written.add(name);
    built.tables.push(await writeTable(db, source, card, select, draft));
    built.variables.push(...(await coverVariables(db, source, card, built.variables)));
  };
  const made = async (name: string): Promise<void> => {
    const path = pathLiteral(join(draft, tableOf(built, source, name).file));
    await db.run(`CREATE OR REPLACE VIEW ${identifier(name)} AS SELECT * FROM read_parquet(${path})`);
  };
  const asBefore: Reading['asBefore'] = async (name, inputs) =>
    tableAsBefore(
      db,
      source,
      folders,
      account,
      name,
      inputs.map((input) => tableOf(built, source, input)),
    );
  await source.read(reading(db, source, folders, account, { write, written: made, asBefore }));
  const forgotten = source.tables.find((t) => !written.has(t.name));
  if (forgotten) fail('world/table-not-written', `${source.card.name} did not write ${forgotten.name}`);
  built.sources.push({ ...source.card, read: account.read, lost: lostRows(account) });
}

function tableOf(built: Built, source: Source, name: string): ManifestTable {
  const table = built.tables.find((t) => t.name === name);
  if (table) return table;
  return fail(
    'world/unknown-table',
    `${source.card.name} asks for ${name}, which no source before it has written`,
  );
}

async function writeTable(
  db: Database,
  source: Source,
  card: TableCard,
  select: string,
  draft: string,
): Promise<ManifestTable> {
  const key = card.key.map(identifier).join(', ');
  await db.run(`CREATE OR REPLACE TABLE written AS ${select}`);
  const doubled = (
    await db.rows(`SELECT ${key} FROM written GROUP BY ${key} HAVING count(*) > 1 LIMIT 1`)
  )[0];
  if (doubled)
    fail('world/doubled-row', `two rows of ${card.name} have the key ${Object.values(doubled).join(', ')}`);
  const columns = (await db.rows(`DESCRIBE written`)).map((r) => ({
    name: String(r['column_name']),
    type: String(r['column_type']),
  }));
  const file = `${card.name}.parquet`;
  const path = join(draft, file);
  await db.run(
    `COPY (SELECT * FROM written ORDER BY ${key}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 12)`,
  );
  const bytes = readFileSync(path);
  const rows = Number((await db.rows(`SELECT count(*) AS n FROM written`))[0]!['n']);
  return {
    name: card.name,
    file,
    level: card.level,
    key: card.key,
    says: card.says,
    source: source.card.name,
    licence: source.card.terms,
    years: card.years,
    rows,
    columns,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

async function coverVariables(
  db: Database,
  source: Source,
  card: TableCard,
  already: readonly ManifestVariable[],
): Promise<ManifestVariable[]> {
  const covered: ManifestVariable[] = [];
  for (const variable of card.variables) {
    if (already.some((v) => v.name === variable.name)) {
      fail('world/doubled-variable', `two tables have a variable ${variable.name}`);
    }
    const coverage = await cover(db, card, variable.name);
    covered.push({
      ...variable,
      table: card.name,
      source: source.card.name,
      level: card.level,
      years: variable.years ?? card.years,
      coverage,
    });
  }
  return covered;
}

/** Rows with a value by year, of the table last written. Keys without a year are counted as a whole. */
async function cover(db: Database, card: TableCard, variable: string): Promise<Coverage> {
  const there = `FROM written WHERE ${identifier(variable)} IS NOT NULL`;
  const state = card.key.find((k) => k === 'ccode' || k === 'ccode1');
  const total = (
    await db.rows(
      `SELECT count(*)::INTEGER AS n, ${state ? `count(DISTINCT ${state})::INTEGER` : '0'} AS states ${there}`,
    )
  )[0]!;
  const rows = Number(total['n']);
  if (rows === 0) fail('world/empty-variable', `${variable} of ${card.name} has no value at all`);
  if (!card.key.includes('year'))
    return { rows, states: Number(total['states']), from: card.years.from, to: card.years.to, byYear: [] };
  const years = await db.rows(`SELECT year, count(*)::INTEGER AS n ${there} GROUP BY year ORDER BY year`);
  const counts = new Map(years.map((r) => [Number(r['year']), Number(r['n'])]));
  const from = Number(years[0]!['year']);
  const to = Number(years[years.length - 1]!['year']);
  const byYear = Array.from({ length: to - from + 1 }, (_, i) => counts.get(from + i) ?? 0);
  return { rows, states: Number(total['states']), from, to, byYear };
}

async function finish(db: Database, built: Built): Promise<Manifest> {
  const size = await db.rows(
    `SELECT year, count(*)::INTEGER AS n FROM state_years GROUP BY year ORDER BY year`,
  );
  const system = {
    from: Number(size[0]!['year']),
    to: Number(size[size.length - 1]!['year']),
    byYear: size.map((r) => Number(r['n'])),
  };
  const world = contentHash(built.tables.map((t) => [t.name, t.sha256]));
  return { format: 1, world, system, ...built };
}

/** The old world stays until the new one stands; then the two change places. */
export function moveIntoPlace(draft: string, target: string): void {
  const old = `${draft}.old`;
  rmSync(old, { recursive: true, force: true });
  try {
    renameSync(target, old);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  renameSync(draft, target);
  rmSync(old, { recursive: true, force: true });
}
