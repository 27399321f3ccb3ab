import type { Estimate } from '../../../src/designs/design.js';
import { figure } from '../../../src/designs/figure/figure.js';
import type { FigureParameters } from '../../../src/designs/figure/parameters.js';
import { randomFrom } from '../../../src/kernel/random.js';
import { states } from '../../../src/kernel/states.js';
import type { Manifest, ManifestTable, ManifestVariable } from '../../../src/world/cards.js';
import { openDatabase } from '../../../src/world/database.js';
import type { Answers, Catalogue } from '../../../src/world/open.js';

/** A record of five states, a table of statements, one of agreements, and opinion, all by hand. */
const sql = `
CREATE TABLE statements AS SELECT * FROM (VALUES
  (1, '2021-04-01', 'given', 80, NULL, 'the agency'),
  (2, '2021-04-05', 'sold', 40, 'at_least', 'a journal'),
  (3, '2021-05-21', 'sold', 43, NULL, 'the president'),
  (4, '2021-05-21', 'lent', NULL, NULL, 'nobody')) t(statement, date, kind, recipients, bound, stated_by);
CREATE TABLE agreements AS SELECT * FROM (VALUES
  (1, 'Hot line', 'hotline', '1963-06', NULL), (2, 'Better hot line', 'hotline', '1971-09-30', NULL),
  (3, 'Treaty on arms', 'arms', '1972-05-26', '1977-10-03'), (4, 'Rules', 'rules', '1989', NULL)) t(agreement, title, kind, signed, ends);
CREATE TABLE visits AS SELECT 710 AS ccode1, * FROM (VALUES (365, 2013, 2), (365, 2014, 1), (2, 2013, 1), (2, 2014, 2), (200, 2013, 1), (200, 2014, 0)) t(ccode2, year, visits);
CREATE TABLE opinion AS SELECT 2 AS ccode2, * FROM (VALUES
  (200, 2019, 50.0), (200, 2020, 40.0), (220, 2019, 48.0), (220, 2020, 30.0), (255, 2019, 39.0), (255, 2020, 26.0), (365, 2019, 29.0)) t(ccode1, year, favourable);
CREATE TABLE system AS SELECT * FROM (VALUES (2016, 165), (2017, NULL)) t(year, recognised);`;

const variable = (
  over: Partial<ManifestVariable> & Pick<ManifestVariable, 'name' | 'table' | 'level' | 'years'>,
) => ({
  title: over.name,
  definition: '',
  unit: '',
  source: 'hand',
  coverage: { rows: 1, states: 1, from: over.years.from, to: over.years.to, byYear: [] },
  ...over,
});

const table = (name: string, level: ManifestTable['level'], key: string[], from: number, to: number) => ({
  ...{ name, level, key, file: `${name}.parquet`, says: '', source: 'hand', licence: 'own' as const },
  ...{ years: { from, to }, rows: 1, bytes: 1, sha256: '' },
});

export async function smallRecord() {
  const db = await openDatabase();
  await db.run(sql);
  const cards = [
    table('statements', 'episode', ['statement'], 2021, 2022),
    table('agreements', 'episode', ['agreement'], 1963, 2000),
    table('visits', 'dyad-year', ['ccode1', 'ccode2', 'year'], 2013, 2014),
    table('opinion', 'dyad-year', ['ccode1', 'ccode2', 'year'], 2019, 2020),
    table('system', 'system-year', ['year'], 2016, 2017),
  ];
  const tables: ManifestTable[] = [];
  for (const card of cards) {
    const columns = await db.rows<{ name: string; type: string }>(
      `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = '${card.name}' ORDER BY ordinal_position`,
    );
    tables.push({ ...card, columns });
  }
  const catalogue = {
    states: states(
      [
        { ccode: 2, iso3c: 'USA', name: 'United States', from: 1816, to: 2025 },
        { ccode: 200, iso3c: 'GBR', name: 'United Kingdom', from: 1816, to: 2025 },
        { ccode: 220, iso3c: 'FRA', name: 'France', from: 1816, to: 2025 },
        { ccode: 255, iso3c: 'DEU', name: 'Germany', from: 1816, to: 2025 },
        { ccode: 365, iso3c: 'RUS', name: 'Russia', from: 1816, to: 2025 },
        { ccode: 710, iso3c: 'CHN', name: 'China', from: 1860, to: 2025 },
      ],
      Object.entries({ USA: 2, GBR: 200, FRA: 220, DEU: 255, RUS: 365, CHN: 710 }).map(([alias, ccode]) => ({
        ...{ alias, ccode, from: 1816, to: 2025 },
      })),
    ),
    manifest: {
      tables,
      variables: [
        variable({
          name: 'visits',
          title: 'Visits',
          table: 'visits',
          level: 'dyad-year',
          years: { from: 2013, to: 2014 },
        }),
        variable({
          name: 'pacts',
          table: 'visits',
          level: 'dyad-year',
          years: { from: 2013, to: 2014 },
          absentIsZero: 'yes',
        }),
        variable({
          name: 'favourable',
          table: 'opinion',
          level: 'dyad-year',
          years: { from: 2019, to: 2020 },
        }),
        variable({
          name: 'recognised',
          table: 'system',
          level: 'system-year',
          years: { from: 2016, to: 2017 },
        }),
      ],
      sources: [{ name: 'hand', title: 'By hand', version: '1' }],
    } as unknown as Manifest,
  } satisfies Catalogue;

  const parse = (written: unknown): FigureParameters => figure.parameters.parse(written);
  const answer = async (p: FigureParameters): Promise<Answers> => {
    const entries = Object.entries(figure.needs(p, catalogue));
    return Object.fromEntries(
      await Promise.all(entries.map(async ([name, q]) => [name, await db.rows(q.sql)])),
    );
  };
  return {
    catalogue,
    close: db.close,
    cannot: (recorded: unknown) => figure.cannot(parse({ recorded }), catalogue),
    async ask(recorded: unknown, more: object = {}): Promise<Estimate> {
      const p = parse({ recorded, ...more });
      return figure.estimate(p, await answer(p), catalogue, randomFrom('figure'));
    },
    async picture(recorded: unknown) {
      const p = parse({ recorded });
      const answers = await answer(p);
      return figure.picture(
        p,
        answers,
        catalogue,
        figure.estimate(p, answers, catalogue, randomFrom('figure')),
      );
    },
  };
}
