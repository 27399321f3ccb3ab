import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newPlace } from './entente.js';

const place = newPlace();
afterAll(() => place.remove());

describe('entente show', () => {
  it('draws the coverage, and says from what the figures came and where they are used', async () => {
    const { code, out, err } = await place.entente('show', 'polity2');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^by year {7}1816 [▁▂▃▄▅▆▇█·]+ 2018 /m);
    expect(out).toMatch(/^of members {4}1816 [▁▂▃▄▅▆▇█·]+ 2018 /m);
    expect(out).toMatch(/^read from {5}\S+ \(\d+ rows, SHA-256 [0-9a-f]{12}…\)$/m);
    expect(out).toMatch(/^rows lost {5}\d+: /m);
    expect(out).toMatch(/^used in {7}.*values-diplomacy\/systems-stay-different/m);
  });

  it('--states draws the years in which each has a value', async () => {
    const { out } = await place.entente('show', 'polity2', '--states', 'Iceland,USA', '--years', '2016-2018');
    expect(out).toMatch(/^United States {2}███$/m);
    expect(out).toMatch(/^Iceland {8}···$/m);
  });

  it('--out file.svg draws the coverage as a picture', async () => {
    expect((await place.entente('show', 'polity2', '--out', 'polity2.svg')).code).toBe(0);
    expect(readFileSync(join(place.folder, 'polity2.svg'), 'utf8')).toMatch(
      /^<svg [\s\S]*members[\s\S]*<\/svg>$/,
    );
  });

  it('shows what a table holds, and writes it whole', async () => {
    const { code, out, err } = await place.entente('show', 'un_resolutions');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^table {9}un_resolutions: /);
    expect(out).toMatch(/^a row is {6}one record$/m);
    expect(out).toMatch(/^session_year +SMALLINT/m);
    const more = /^… (\d+) more rows; write them with --out FILE$/m.exec(out);
    const written = await place.entente('show', 'un_resolutions', '--out', 'x.csv');
    const rows = Number(/^(\d+) rows in x\.csv$/m.exec(written.err)?.[1]);
    expect(rows).toBe(Number(more?.[1]) + 20);
    expect(readFileSync(join(place.folder, 'x.csv'), 'utf8').split('\n')[0]).toMatch(/^record,/);
  });

  it('chooses states and years of a table that has them, and says so of one that has not', async () => {
    const { out } = await place.entente(
      'show',
      'state_years',
      '--states',
      'Germany',
      '--years',
      '1989-1990',
      '--json',
    );
    const { rows } = JSON.parse(out) as { rows: { ccode: number; year: number }[] };
    expect(rows.map((r) => [r.ccode, r.year])).toEqual([
      [255, 1990],
      [260, 1989],
      [260, 1990],
    ]);
    const none = await place.entente('show', 'un_resolutions', '--years', '2020');
    expect(none.code).toBe(2);
    expect(none.err).toMatch(
      /^un_resolutions has no column year, so that --years chooses nothing\n {2}its columns: record, /,
    );
  });

  it('tells the nearest among variables and tables, and writes nothing', async () => {
    const { code, err } = await place.entente('show', 'un_resolution', '--out', 'none.csv');
    expect([code, err]).toEqual([2, 'unknown variable: un_resolution\n  did you mean un_resolutions?\n']);
    expect(existsSync(join(place.folder, 'none.csv'))).toBe(false);
  });
});
