import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../src/world/database.js';
import { openWorld } from '../../src/world/open.js';
import { panelOf } from '../../src/world/panel.js';
import { archigos } from '../../src/world/sources/archigos/archigos.js';
import { polity5 } from '../../src/world/sources/polity5/polity5.js';
import { buildOne, type SmallWorld, withoutUpstream } from './build-one.js';

describe.skipIf(withoutUpstream)('a panel of leader-years', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([archigos, polity5]);
    const opened = await openWorld(world.dir);
    const panel = panelOf(
      { level: 'leader-year', variables: ['polity2'], lags: [{ variable: 'polity2', by: 1 }] },
      opened.manifest,
      opened.states,
    );
    expect(panel.query.tables).toContain('leader_spells');
    expect(panel.variables.map((v) => v.source)).toContain('archigos');
    await world.rows(`CREATE TABLE leader_years AS ${panel.query.sql}`);
    opened.close();
  });
  afterAll(() => world.close());

  const one = async (sql: string): Promise<Row> => (await world.rows(sql))[0]!;

  it('has one row a spell and year of a member, as many as the days of the spells give', async () => {
    expect(
      await one(`SELECT count(*)::INT AS rows, count(DISTINCT (spell, ccode, year))::INT AS distinct_rows, min(year) AS first, max(year) AS last,
        (SELECT count(*)::INT FROM leader_spells l, state_years m WHERE l.ccode = m.ccode AND m.year BETWEEN 1875 AND 2015
         AND l.begins <= make_date(m.year, 12, 31) AND l.ends >= make_date(m.year, 1, 1)) AS by_days FROM leader_years`),
    ).toEqual({ rows: 16_003, distinct_rows: 16_003, first: 1875, last: 2015, by_days: 16_003 });
  });

  it('counts leaders, entries and exits as the source’s state-years do', async () => {
    expect(
      await one(`SELECT count(*)::INT AS state_years, count(*) FILTER (n IS DISTINCT FROM leaders_in_office)::INT AS leaders, count(*) FILTER (entries IS DISTINCT FROM leader_entries)::INT AS entries,
        count(*) FILTER (exits IS DISTINCT FROM leader_exits)::INT AS exits FROM archigos
        LEFT JOIN (SELECT ccode, year, count(*) AS n, sum(entered) AS entries, sum(left_office) AS exits FROM leader_years GROUP BY ALL) USING (ccode, year)`),
    ).toMatchObject({ leaders: 0, entries: 0, exits: 0 });
  });

  it('has both presidents of 1989, with their days, and the variables of the state', async () => {
    expect(
      await world.rows(
        `SELECT leader, days_in_office AS days, year_in_office AS year, entered, left_office AS "left", exit, polity2, polity2_lag1 FROM leader_years WHERE ccode = 2 AND year = 1989 ORDER BY begins`,
      ),
    ).toEqual([
      {
        leader: 'Reagan',
        days: 20,
        year: 9,
        entered: 0,
        left: 1,
        exit: 'regular',
        polity2: 10,
        polity2_lag1: 10,
      },
      {
        leader: 'G.H.W. Bush',
        days: 346,
        year: 1,
        entered: 1,
        left: 0,
        exit: null,
        polity2: 10,
        polity2_lag1: 10,
      },
    ]);
  });

  it('does not take the union of two states for a change of leader', async () => {
    expect(
      await world.rows(
        `SELECT ccode, leader, entered, left_office AS "left" FROM leader_years WHERE ccode IN (255, 260) AND year = 1990 ORDER BY ccode`,
      ),
    ).toEqual([
      { ccode: 255, leader: 'Kohl', entered: 0, left: 0 },
      { ccode: 260, leader: 'Kohl', entered: 0, left: 0 },
    ]);
  });
});
