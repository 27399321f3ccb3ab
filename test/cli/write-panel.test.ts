import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OutTable, outTable } from '../../src/cli/out-table.js';
import { writePanel } from '../../src/cli/write-panel.js';
import type { EntenteError } from '../../src/kernel/errors.js';
import { projectRoot } from '../../src/kernel/root.js';
import { openWorld, type World } from '../../src/world/open.js';
import { type PanelRequest, panelOf } from '../../src/world/panel.js';
import { parseDta } from './stata/parse-dta.js';

let world: World;
let folder: string;
beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
  folder = mkdtempSync(join(tmpdir(), 'entente-write-'));
});
afterAll(() => {
  world.close();
  rmSync(folder, { recursive: true });
});

const request: PanelRequest = {
  level: 'state-year',
  variables: ['cinc', 'polity2', 'major_power'],
  lags: [{ variable: 'cinc', by: 1 }],
  reasons: true,
  years: { from: 1989, to: 1991 },
};
const tableOf = (asked: PanelRequest): OutTable =>
  outTable(panelOf(asked, world.manifest, world.states), asked.level, world.manifest);

const codeOf = async (act: () => Promise<unknown>): Promise<string> => {
  try {
    await act();
  } catch (error) {
    return (error as EntenteError).code;
  }
  return 'accepted';
};

describe('a panel in a file', () => {
  it('holds the same in a Stata file as in the database, column by column', async () => {
    const table = tableOf(request);
    const file = join(folder, 'p.dta');
    const { rows, renamed } = await writePanel(table, file, world);
    const read = parseDta(readFileSync(file));
    const asked = await world.ask(table.query);
    expect(rows).toBe(asked.length);
    expect(renamed).toEqual([]);
    read.columns.forEach((c, i) => {
      expect(c.name).toBe(table.columns[i]!.name);
      expect(read.cells[i]).toEqual(asked.map((r) => r[c.name]));
    });
    expect(read.sortedBy).toEqual(['ccode', 'year']);
  });

  it('has labels, units, sources and citations in a Stata file, and the smallest types that hold its values', async () => {
    const file = join(folder, 'p.dta');
    await writePanel(tableOf(request), file, world);
    const read = parseDta(readFileSync(file));
    const of = (name: string) => read.columns.find((c) => c.name === name)!;
    expect(of('ccode').type).toBe('int');
    expect(of('polity2').type).toBe('byte');
    expect(of('cinc_lag1').label).toBe('Composite Index of National Capability, 1 year before');
    expect(of('cinc').notes!.join()).toMatch(
      /unit: share of the system.*source: National Material Capabilities/,
    );
    expect(of('major_power').values).toEqual({ 0: 'no', 1: 'yes' });
    expect(read.notes.some((n) => n.includes('Singer'))).toBe(true);
    expect(read.notes.some((n) => n.includes('State System Membership'))).toBe(true);
    expect(read.label).toBe(`state-year panel, Entente, world ${world.manifest.world.slice(0, 12)}`);
  });

  it('says which names Stata did not take', async () => {
    const long = `SELECT 1 AS ${'a'.repeat(40)}, 2 AS year`;
    const table: OutTable = {
      query: { sql: long, tables: [] },
      columns: [
        { name: 'a'.repeat(40), title: '' },
        { name: 'year', title: '' },
      ],
      key: ['year'],
      label: '',
      notes: [],
    };
    const { renamed } = await writePanel(table, join(folder, 'long.dta'), world);
    expect(renamed).toEqual([['a'.repeat(40), 'a'.repeat(32)]]);
  });

  it('is written anew when it is asked for again', async () => {
    const file = join(folder, 'again.csv');
    const table = tableOf({ ...request, years: { from: 1990, to: 1990 } });
    const first = await writePanel(table, file, world);
    writeFileSync(file, 'something else');
    expect(await writePanel(table, file, world)).toEqual(first);
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(first.rows + 1);
  });

  it('is not begun where it cannot stand, and leaves nothing behind where it fails', async () => {
    const table = tableOf(request);
    mkdirSync(join(folder, 'dir.dta'));
    const before = readdirSync(folder);
    expect(await codeOf(() => writePanel(table, join(folder, 'dir.dta'), world))).toBe('cli/cannot-write');
    expect(await codeOf(() => writePanel(table, join(folder, 'no', 'p.dta'), world))).toBe(
      'cli/cannot-write',
    );
    expect(await codeOf(() => writePanel(table, join(folder, 'p.xlsx'), world))).toBe('cli/unknown-format');
    const text = {
      query: { sql: `SELECT repeat('x', 3000) AS x`, tables: [] },
      columns: [{ name: 'x', title: '' }],
      key: [],
      label: '',
      notes: [],
    };
    expect(await codeOf(() => writePanel(text, join(folder, 't.dta'), world))).toBe('cli/text-too-long');
    const broken = { ...text, query: { sql: `SELECT error('stop') AS x`, tables: [] } };
    for (const name of ['b.dta', 'b.csv', 'b.parquet'])
      expect(await codeOf(() => writePanel(broken, join(folder, name), world))).toBe('cli/cannot-write');
    expect(readdirSync(folder)).toEqual(before);
    expect(existsSync(join(folder, 't.dta'))).toBe(false);
  });

  it('keeps days as Stata’s days, wide numbers as doubles and truth as 0 and 1', async () => {
    const sql = `SELECT DATE '1960-01-02' AS day, 3000000000::BIGINT AS wide, 5::BIGINT AS narrow, true AS so, 1.5::DECIMAL(4,2) AS money
      UNION ALL SELECT NULL, NULL, NULL, NULL, NULL`;
    const columns = ['day', 'wide', 'narrow', 'so', 'money'].map((name) => ({ name, title: name }));
    const file = join(folder, 'kinds.dta');
    await writePanel({ query: { sql, tables: [] }, columns, key: [], label: '', notes: [] }, file, world);
    const read = parseDta(readFileSync(file));
    expect(read.columns.map((c) => c.type)).toEqual(['long', 'double', 'byte', 'byte', 'double']);
    expect(read.cells.map((c) => c[0])).toEqual([1, 3_000_000_000, 5, 1, 1.5]);
    expect(read.cells.map((c) => c[1])).toEqual([null, null, null, null, null]);
  });
});
