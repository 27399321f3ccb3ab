import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../src/kernel/canonical.js';
import type { EntenteError } from '../../src/kernel/errors.js';
import { projectRoot } from '../../src/kernel/root.js';
import { openWorld, readManifest, verifyWorld, type World } from '../../src/world/open.js';
import { identifier } from '../../src/world/sql.js';

const committed = join(projectRoot(), 'world');
const root = mkdtempSync(join(tmpdir(), 'entente-world-'));
let world: World;
beforeAll(async () => {
  world = await openWorld(committed);
});
afterAll(() => {
  world.close();
  rmSync(root, { recursive: true });
});

/** A copy of the committed world by links, but for the files named, which are its own. */
function copy(name: string, ...own: string[]): string {
  const folder = join(root, name);
  mkdirSync(folder);
  for (const file of readdirSync(committed)) {
    if (own.includes(file)) copyFileSync(join(committed, file), join(folder, file));
    else symlinkSync(join(committed, file), join(folder, file));
  }
  return folder;
}

async function mistake(work: () => unknown): Promise<Pick<EntenteError, 'code' | 'message' | 'hint'>> {
  try {
    await work();
  } catch (error) {
    const { code, message, hint } = error as EntenteError;
    return { code, message, hint };
  }
  throw new Error('nothing was thrown');
}

describe('the committed world', () => {
  it('is the one that its manifest names', () => {
    const { world: version, tables } = world.manifest;
    expect(version).toBe(contentHash(tables.map((t) => [t.name, t.sha256])));
    for (const t of tables) {
      const bytes = readFileSync(join(committed, t.file));
      expect([t.name, bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([
        t.name,
        t.bytes,
        t.sha256,
      ]);
    }
    expect(verifyWorld(committed)).toEqual([]);
  });

  it('holds no file that the manifest does not name, and is under 12 MB', () => {
    const named = [...world.manifest.tables.map((t) => t.file), 'manifest.json', 'TERMS.md'];
    expect(readdirSync(committed).sort()).toEqual(named.sort());
    const bytes = named.reduce((sum, file) => sum + readFileSync(join(committed, file)).length, 0);
    expect(bytes).toBeLessThan(12e6);
  });

  it('has the rows and columns, each key once, and the years that its manifest names', async () => {
    for (const t of world.manifest.tables) {
      const columns = await world.ask({ sql: `DESCRIBE ${identifier(t.name)}`, tables: [t.name] });
      expect(columns.map((c) => ({ name: c['column_name'], type: c['column_type'] }))).toEqual(t.columns);
      const key = t.key.map(identifier).join(', ');
      const years = t.key.includes('year')
        ? 'min(year)::INT AS first, max(year)::INT AS last'
        : '0 AS first, 0 AS last';
      const [found] = await world.ask({
        sql: `SELECT count(*)::INT AS n, count(DISTINCT (${key}))::INT AS keys, ${years} FROM ${identifier(t.name)}`,
        tables: [t.name],
      });
      expect({ [t.name]: [found!['n'], found!['keys']] }).toEqual({ [t.name]: [t.rows, t.rows] });
      if (!t.key.includes('year')) continue;
      expect(Number(found!['first'])).toBeGreaterThanOrEqual(t.years.from);
      expect(Number(found!['last'])).toBeLessThanOrEqual(t.years.to);
    }
  });

  it('has a card for every variable, with its unit, definition, source, terms and true coverage', async () => {
    const { variables, sources, tables } = world.manifest;
    expect(new Set(variables.map((v) => v.name)).size).toBe(variables.length);
    for (const v of variables) {
      expect(v.name).toMatch(/^[a-z][a-z0-9_]*$/);
      for (const text of [v.title, v.definition, v.unit])
        expect([v.name, text.trim()]).not.toEqual([v.name, '']);
      expect(sources.map((s) => s.name)).toContain(v.source);
      expect(tables.find((t) => t.name === v.table)?.source).toBe(v.source);
      const [found] = await world.ask({
        sql: `SELECT count(${identifier(v.name)})::INT AS n FROM ${identifier(v.table)}`,
        tables: [v.table],
      });
      expect({ [v.name]: found!['n'] }).toEqual({ [v.name]: v.coverage.rows });
      if (v.coverage.byYear.length > 0)
        expect({ [v.name]: v.coverage.byYear.reduce((a, b) => a + b, 0) }).toEqual({
          [v.name]: v.coverage.rows,
        });
    }
  });

  it('says of every source who made it, which version, on which terms, and what was read', () => {
    for (const s of world.manifest.sources) {
      for (const text of [s.title, s.version, s.citation, s.terms])
        expect([s.name, text.trim()]).not.toEqual([s.name, '']);
      for (const file of s.read) expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('names on the page of terms every source that it holds', () => {
    const page = readFileSync(join(committed, 'TERMS.md'), 'utf8');
    for (const s of world.manifest.sources) expect(page).toContain(s.citation);
  });

  it('counts its members by year as its table does', async () => {
    const rows = await world.ask({
      sql: 'SELECT count(*)::INT AS n FROM state_years GROUP BY year ORDER BY year',
      tables: [],
    });
    expect(rows.map((r) => r['n'])).toEqual(world.manifest.system.byYear);
  });

  it('holds state-years and pairs of members only, each of both being one in that year', async () => {
    const member = (side: string) =>
      `EXISTS (SELECT 1 FROM state_years m WHERE m.ccode = t.ccode${side} AND m.year = t.year)`;
    for (const t of world.manifest.tables) {
      const sides = t.level === 'state-year' ? [''] : t.level === 'dyad-year' ? ['1', '2'] : [];
      for (const side of sides) {
        const [found] = await world.ask({
          sql: `SELECT count(*)::INT AS n FROM ${identifier(t.name)} t WHERE NOT ${member(side)}`,
          tables: [t.name],
        });
        expect({ [t.name]: found!['n'] }).toEqual({ [t.name]: 0 });
      }
    }
  });
});

describe('a world that is open', () => {
  it('answers the same question from memory', async () => {
    const question = { sql: 'SELECT 1 AS one', tables: [] };
    expect(await world.ask(question)).toBe(await world.ask({ ...question }));
  });
  it('answers several by the names under which they were asked', async () =>
    expect(
      await world.answer({
        one: { sql: 'SELECT 1 AS x', tables: [] },
        two: { sql: 'SELECT 2 AS x', tables: [] },
      }),
    ).toEqual({ one: [{ x: 1 }], two: [{ x: 2 }] }));
  it('gives whole numbers, texts, days and nothing as what they are', async () =>
    expect(
      await world.ask({
        sql: "SELECT 9007199254740991::BIGINT AS big, 'x' AS text, DATE '2022-03-02' AS day, NULL AS nothing, true AS yes, 1.5::DOUBLE AS half",
        tables: [],
      }),
    ).toEqual([
      { big: 9007199254740991, text: 'x', day: '2022-03-02', nothing: null, yes: true, half: 1.5 },
    ]));
  it('says what the database refused, and which question it was', async () => {
    const told = await mistake(() => world.ask({ sql: 'SELECT nothing FROM nowhere', tables: [] }));
    expect(told).toMatchObject({ code: 'world/query', hint: 'SELECT nothing FROM nowhere' });
    expect(told.message).toMatch(/^the database refused: .*nowhere/);
  });
  it('gives the same answers from a copy in another folder, whatever it is called', async () => {
    const other = await openWorld(copy("it's a [copy] *?"));
    const question = { sql: 'SELECT sum(hash(ccode, year, polity2)) AS h FROM polity5', tables: ['polity5'] };
    expect(await other.ask(question)).toEqual(await world.ask(question));
    expect(other.manifest).toEqual(world.manifest);
    other.close();
  });
  it('does not mind another beside it, nor that one closing', async () => {
    const other = await openWorld(committed);
    other.close();
    expect(await world.ask({ sql: 'SELECT count(*)::INT AS n FROM states', tables: ['states'] })).toEqual([
      { n: world.manifest.tables.find((t) => t.name === 'states')!.rows },
    ]);
  });
});

describe('a damaged world', () => {
  it('is told table by table', () => {
    const folder = copy('damaged', 'polity5.parquet', 'nmc.parquet');
    rmSync(join(folder, 'states.parquet'));
    const file = join(folder, 'polity5.parquet');
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(file, bytes);
    writeFileSync(join(folder, 'nmc.parquet'), '');
    expect(verifyWorld(folder)).toEqual([
      { table: 'states', what: 'the file is not there' },
      { table: 'polity5', what: 'the file is not the one that was built' },
      { table: 'nmc', what: 'the file is not the one that was built' },
    ]);
  });

  it('is not opened', async () => {
    const folder = copy('not opened', 'nmc.parquet');
    copyFileSync(join(committed, 'polity5.parquet'), join(folder, 'nmc.parquet'));
    expect(await mistake(() => openWorld(folder))).toEqual({
      code: 'world/damaged',
      message: 'damaged: nmc (the file is not the one that was built)',
      hint: 'entente world verify tells all that is damaged',
    });
  });

  it('without a manifest is none, and with one that cannot be read is told why', async () => {
    expect(await mistake(() => readManifest(join(root, 'none')))).toEqual({
      code: 'world/missing',
      message: `no world at ${join(root, 'none')}`,
      hint: 'entente world build --sources DIR makes one',
    });
    const folder = copy('unreadable', 'manifest.json');
    const told = (text: string) => {
      writeFileSync(join(folder, 'manifest.json'), text);
      return mistake(() => openWorld(folder));
    };
    const what = { code: 'world/unreadable-manifest', message: 'not a manifest of this version' };
    expect(await told('{')).toMatchObject(what);
    expect(await told('null')).toEqual({ ...what, hint: 'its format is undefined, not 1' });
    expect(await told('{"format":2}')).toEqual({ ...what, hint: 'its format is 2, not 1' });
    expect(await told('{"format":1,"tables":[]}')).toEqual({ ...what, hint: 'it has no variables' });
  });
});
