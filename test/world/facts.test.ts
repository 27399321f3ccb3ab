import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { type Database, openDatabase } from '../../src/world/database.js';
import { pathLiteral } from '../../src/world/sql.js';

const folder = join(projectRoot(), 'facts');
const files = readdirSync(folder).filter((f) => f.endsWith('.csv'));

/** Columns that hold days, by their names: a year, a month or a day, each as ISO writes it. */
const dateColumn = /^(date|since|until|from|to|begins|ends|entered|exited|left|signed|.*_date)$/;
const stateColumn = /^(iso3|iso3c|state_iso3|parties|others)$/;

const validDate = (text: string): boolean => {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return false;
  const full = `${text}-01-01`.slice(0, 10);
  const day = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === full;
};

describe('facts', () => {
  let db: Database;
  let states: Set<string>;
  const read = (path: string) =>
    db.rows<Record<string, string | null>>(
      `FROM read_csv(${pathLiteral(path)}, all_varchar=true, header=true, delim=',', quote='"', escape='"')`,
    );
  beforeAll(async () => {
    db = await openDatabase();
    const named = await read(join(projectRoot(), 'src/world/sources/states/names.csv'));
    states = new Set(named.map((n) => n['iso3c']).filter((c): c is string => c !== null));
  });
  afterAll(() => db.close());

  it('there are some', () => expect(files.length).toBeGreaterThan(0));

  it.each(files)('every row of %s says who says so and where it was read', async (file) => {
    const rows = await read(join(folder, file));
    expect(rows.length).toBeGreaterThan(0);
    const without = rows.filter((r) => !r['source']?.trim() || !r['read_at']?.trim());
    expect(without).toEqual([]);
  });

  it.each(files)(
    'every place where a row of %s was read is an address, or is named in words',
    async (file) => {
      const places = (await read(join(folder, file))).flatMap((r) => r['read_at']!.split(' ; '));
      const [address, repository, words] = [
        /^https?:\/\/\S/,
        /^github\.com\/\S+@\w+$/,
        /^.+(, | \().+$|^The Seattle Times$/,
      ];
      const wrong = places.filter((place) => ![address, repository, words].some((form) => form.test(place)));
      expect([...new Set(wrong)]).toEqual([]);
    },
  );

  it.each(files)('every date of %s is one', async (file) => {
    const rows = await read(join(folder, file));
    const wrong = rows.flatMap((r) =>
      Object.entries(r).filter(
        ([column, text]) => dateColumn.test(column) && text !== null && !validDate(text),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it.each(files)('every state of %s is one', async (file) => {
    const rows = await read(join(folder, file));
    const wrong = rows.flatMap((r) =>
      Object.entries(r)
        .filter(([column, text]) => stateColumn.test(column) && text !== null)
        .flatMap(([, text]) => String(text).split(';'))
        .filter((code) => !states.has(code)),
    );
    expect(wrong).toEqual([]);
  });
});
