import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingReasons } from '../../src/kernel/missing.js';
import { projectRoot } from '../../src/kernel/root.js';
import type { ManifestVariable } from '../../src/world/cards.js';
import { variableOf } from '../../src/world/catalogue.js';
import type { Row } from '../../src/world/database.js';
import { openWorld, type World } from '../../src/world/open.js';
import { type PanelRequest, panelQuery } from '../../src/world/panel.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
});
afterAll(() => world.close());

const sqlOf = (request: PanelRequest): string => panelQuery(request, world.manifest, world.states).sql;
const ask = (sql: string): Promise<readonly Row[]> => world.ask({ sql, tables: [] });
const rowsOf = (request: PanelRequest): Promise<readonly Row[]> => ask(sqlOf(request));
/** One row of figures about a panel. */
const about = async (request: PanelRequest, figures: string): Promise<Row> =>
  (await ask(`SELECT ${figures} FROM (${sqlOf(request)}) p`))[0]!;

const variablesAt = (level: string): ManifestVariable[] =>
  world.manifest.variables.filter((v) => v.level === level);
const years = (from: number, to = from) => ({ from, to });

describe('the rows of a panel', () => {
  it('of states are the members of each year: 17,706 to 2025', async () => {
    const all = { level: 'state-year', variables: [] } as const;
    expect(
      await about(
        all,
        'count(*)::INT AS n, count(DISTINCT (ccode, year))::INT AS keys, min(year) AS first, max(year) AS last',
      ),
    ).toEqual({
      n: 17_706,
      keys: 17_706,
      first: 1816,
      last: 2025,
    });
  });

  it.each([
    [false, 1_685_310],
    [true, 842_655],
  ])(
    'of pairs, each once (%s), are those that were members on one day: %i to 2010',
    async (undirected, n) => {
      const request = { level: 'dyad-year', variables: [], years: years(1816, 2010), undirected } as const;
      expect(
        await about(
          request,
          'count(*)::INT AS n, count(DISTINCT (ccode1, ccode2, year))::INT AS keys, count(*) FILTER (ccode1 = ccode2)::INT AS own',
        ),
      ).toEqual({ n, keys: n, own: 0 });
    },
  );

  it('of the system are its years', async () =>
    expect((await rowsOf({ level: 'system-year', variables: [] })).map((r) => r['year'])).toEqual(
      Array.from({ length: 210 }, (_, i) => 1816 + i),
    ));

  it.each([
    ['state-year', 'ccode, year', years(1990, 2000)],
    ['dyad-year', 'ccode1, ccode2, year', years(1850, 1870)],
    ['system-year', 'year', years(1816, 2025)],
  ] as const)('of a %s panel are sorted by their key, and have each key once', async (level, key, span) => {
    const [, first] = key.split(', ');
    const rows = await rowsOf({ level, variables: [], years: span });
    const keys = rows.map((r) =>
      key
        .split(', ')
        .map((k) => String(r[k]).padStart(4, '0'))
        .join(),
    );
    expect(keys).toEqual([...keys].sort());
    expect(new Set(keys).size).toBe(keys.length);
    expect(first === undefined || rows.length > 1000).toBe(true);
  });

  it('are no more for any variable, at any level', async () => {
    for (const level of ['state-year', 'dyad-year', 'system-year'] as const) {
      const span = level === 'dyad-year' ? years(1990) : years(1985, 2005);
      const bare = await about({ level, variables: [], years: span }, 'count(*)::INT AS n');
      const variables = variablesAt(level).map((v) => v.name);
      expect(variables.length).toBeGreaterThan(0);
      expect(await about({ level, variables, years: span, reasons: true }, 'count(*)::INT AS n')).toEqual(
        bare,
      );
    }
  });
});

describe('the columns of a panel', () => {
  const columns = async (request: PanelRequest): Promise<string[]> =>
    Object.keys((await rowsOf(request))[0]!);

  it('name the row, and then hold the variables in the order asked for', async () => {
    expect(
      await columns({
        level: 'state-year',
        variables: ['polity2', 'cinc', 'system_size'],
        years: years(2000),
      }),
    ).toEqual(['ccode', 'iso3c', 'name', 'year', 'polity2', 'cinc', 'system_size']);
    expect(await columns({ level: 'system-year', variables: ['system_size'], years: years(2000) })).toEqual([
      'year',
      'system_size',
    ]);
  });
  it('of a pair hold both sides of what is about states, and one of what is about the pair', async () => {
    const request = {
      level: 'dyad-year',
      variables: ['cinc', 'imports', 'defence_pact'],
      years: years(2000),
      states: ['USA'],
    } as const;
    const key = ['ccode1', 'ccode2', 'iso3c1', 'iso3c2', 'name1', 'name2', 'year'];
    expect(await columns(request)).toEqual([...key, 'cinc1', 'cinc2', 'imports', 'defence_pact']);
    expect(await columns({ ...request, undirected: true })).toEqual([
      ...key,
      'cinc1',
      'cinc2',
      'imports1',
      'imports2',
      'defence_pact',
    ]);
  });
  it('hold the reasons beside the values', async () =>
    expect(
      await columns({
        level: 'state-year',
        variables: ['polity2', 'cinc'],
        years: years(2000),
        reasons: true,
      }),
    ).toEqual(['ccode', 'iso3c', 'name', 'year', 'polity2', 'polity2_missing', 'cinc', 'cinc_missing']));
  it('hold a variable asked for twice once', async () =>
    expect(
      await columns({ level: 'system-year', variables: ['system_size', 'system_size'], years: years(2000) }),
    ).toEqual(['year', 'system_size']));
});

describe('who a row is about', () => {
  const who = async (name: string, from: number, to: number) =>
    (await rowsOf({ level: 'state-year', variables: [], states: [name], years: years(from, to) })).map(
      (r) => [r['ccode'], r['year']],
    );

  it('follows the name through the years: Germany', async () =>
    expect(await who('Germany', 1944, 1991)).toEqual([
      [255, 1944],
      [255, 1945],
      [255, 1990],
      [255, 1991],
      ...Array.from({ length: 35 }, (_, i) => [260, 1955 + i]),
    ]));
  it('tells China from Taiwan', async () => {
    expect(new Set((await who('China', 1900, 2025)).map(([c]) => c))).toEqual(new Set([710]));
    expect(new Set((await who('Taiwan', 1949, 2025)).map(([c]) => c))).toEqual(new Set([713]));
  });
  it('has the name and the code of the year', async () => {
    const names = await rowsOf({
      level: 'state-year',
      variables: [],
      states: ['345'],
      years: years(1990, 2007),
    });
    const of = (year: number) => names.find((r) => r['year'] === year)!;
    expect(of(1990)).toMatchObject({ name: 'Yugoslavia' });
    expect(of(2007)).toMatchObject({ name: 'Serbia', iso3c: 'SRB' });
  });
  it.each([
    ['USA', 'United States', '2', 'U.S.'],
    ['CHN', 'PRC', '710', 'china'],
    ['Côte d’Ivoire', 'Ivory Coast', 'CIV', '437'],
  ])('does not depend on the name it was asked by: %s', async (...names) => {
    const panels = await Promise.all(
      names.map((name) =>
        rowsOf({
          level: 'dyad-year',
          variables: ['cinc', 'imports'],
          states: [name],
          years: years(1999, 2000),
        }),
      ),
    );
    expect(panels[0]!.length).toBeGreaterThan(300);
    for (const panel of panels) expect(panel).toEqual(panels[0]);
  });
  it('holds no pair of states that never met: East and united Germany in 1990', async () =>
    expect(
      await rowsOf({ level: 'dyad-year', variables: [], states: ['255', '265'], years: years(1990) }),
    ).toEqual([]));
});

describe('the values of a panel', () => {
  it('do not depend on what else is asked for, nor in which order', async () => {
    const span = years(2000, 2001);
    const of = async (variables: string[]) =>
      (await rowsOf({ level: 'state-year', variables, years: span })).map((r) => [
        r['ccode'],
        r['year'],
        r['polity2'],
        r['cinc'],
      ]);
    expect(await of(['cinc', 'gdp_current', 'system_size', 'polity2'])).toEqual(
      await of(['polity2', 'cinc']),
    );
  });

  it('of the two sides of a pair are those of the two states', async () =>
    expect(
      await ask(`SELECT count(*)::INT AS n FROM (${sqlOf({ level: 'dyad-year', variables: ['cinc', 'polity2'], years: years(2000) })}) p
        JOIN nmc a ON a.ccode = p.ccode1 AND a.year = p.year LEFT JOIN polity5 b ON b.ccode = p.ccode2 AND b.year = p.year
        WHERE p.cinc1 IS DISTINCT FROM a.cinc OR p.polity22 IS DISTINCT FROM b.polity2`),
    ).toEqual([{ n: 0 }]));

  it('of pairs each once are those of pairs each twice', async () => {
    const of = (undirected: boolean) =>
      sqlOf({
        level: 'dyad-year',
        variables: ['imports', 'defence_pact'],
        years: years(1999, 2000),
        undirected,
      });
    const compared =
      await ask(`SELECT count(*)::INT AS n, count(*) FILTER (u.imports1 IS DISTINCT FROM d.imports OR u.imports2 IS DISTINCT FROM e.imports
        OR u.defence_pact IS DISTINCT FROM d.defence_pact OR u.defence_pact IS DISTINCT FROM e.defence_pact)::INT AS other
      FROM (${of(true)}) u JOIN (${of(false)}) d ON (d.ccode1, d.ccode2, d.year) = (u.ccode1, u.ccode2, u.year)
      JOIN (${of(false)}) e ON (e.ccode1, e.ccode2, e.year) = (u.ccode2, u.ccode1, u.year)`);
    const { n } = await about(
      { level: 'dyad-year', variables: [], years: years(1999, 2000), undirected: true },
      'count(*)::INT AS n',
    );
    expect(compared).toEqual([{ n, other: 0 }]);
  });

  it('are all those that the record holds of members: none is lost on the way', async () => {
    for (const v of variablesAt('state-year').filter((v) => v.absentIsZero === undefined)) {
      const { n } = await about({ level: 'state-year', variables: [v.name] }, `count("${v.name}")::INT AS n`);
      expect([v.name, n]).toEqual([v.name, v.coverage.rows]);
    }
  });
});

describe('what is absent', () => {
  const keyOf = { 'state-year': ['ccode', 'year'], 'dyad-year': ['ccode1', 'ccode2', 'year'] } as const;
  const levels = ['state-year', 'dyad-year'] as const;

  /** Zeros and missing values among the rows that a variable's own table does not have, in one year within its years. */
  async function absent(v: ManifestVariable, level: (typeof levels)[number]): Promise<Row> {
    const year = Math.max(v.years.from, Math.min(1990, v.years.to));
    const same = keyOf[level].map((k) => `t.${k} = p.${k}`).join(' AND ');
    const panel = sqlOf({ level, variables: [v.name], years: years(year) });
    const [figures] =
      await ask(`SELECT count(*) FILTER (p."${v.name}" = 0)::INT AS zeros, count(*) FILTER (p."${v.name}" IS NULL)::INT AS missing
      FROM (${panel}) p WHERE NOT EXISTS (FROM "${v.table}" t WHERE ${same})`);
    return figures!;
  }

  it.each(levels)(
    'of a %s is zero where the card of the variable says so, and missing elsewhere',
    async (level) => {
      for (const v of variablesAt(level)) {
        const { zeros, missing } = await absent(v, level);
        expect({ [v.name]: v.absentIsZero === undefined ? zeros : missing }).toEqual({ [v.name]: 0 });
      }
    },
  );

  it('is zero for alliances, and unknown for trade and scores', async () => {
    const zero = (name: string) => variableOf(world.manifest, name).absentIsZero !== undefined;
    expect(['defence_pact', 'any_alliance', 'atop_defence'].map(zero)).toEqual([true, true, true]);
    expect(['imports', 'polity2', 'polyarchy', 'cinc', 'gdp_current'].map(zero)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(
      Number((await absent(variableOf(world.manifest, 'defence_pact'), 'dyad-year'))['zeros']),
    ).toBeGreaterThan(10_000);
  });

  it.each(levels)('of a %s is never zero outside the years of its source, and says so', async (level) => {
    for (const v of variablesAt(level)) {
      const outside = [v.years.from - 1, v.years.to + 1].filter((y) => y >= 1816 && y <= 2025);
      for (const year of outside) {
        const panel = sqlOf({ level, variables: [v.name], years: years(year), reasons: true });
        const wrong = await ask(
          `SELECT count(*)::INT AS n FROM (${panel}) p WHERE "${v.name}" IS NOT NULL OR "${v.name}_missing" <> 'out-of-years'`,
        );
        expect({ [`${v.name} ${year}`]: wrong[0]!['n'] }).toEqual({ [`${v.name} ${year}`]: 0 });
      }
    }
  });

  it.each(levels)('of a %s has one of the known reasons, and what is there has none', async (level) => {
    const known = Object.keys(missingReasons)
      .map((r) => `'${r}'`)
      .join();
    for (const v of variablesAt(level)) {
      const span = years(Math.max(v.years.from, Math.min(1990, v.years.to)));
      const panel = sqlOf({ level, variables: [v.name], years: span, reasons: true });
      const wrong = await ask(`SELECT count(*)::INT AS n FROM (${panel}) p
        WHERE ("${v.name}" IS NULL) <> ("${v.name}_missing" IS NOT NULL) OR "${v.name}_missing" NOT IN (${known})`);
      expect({ [v.name]: wrong[0]!['n'] }).toEqual({ [v.name]: 0 });
    }
  });

  it('keeps the reason that the source gives', async () => {
    const rows = await ask(
      `SELECT DISTINCT polity_missing AS why FROM (${sqlOf({ level: 'state-year', variables: ['polity'], reasons: true })})`,
    );
    expect(rows.map((r) => r['why'])).toEqual(
      expect.arrayContaining(['interruption', 'interregnum', 'transition', 'no-match', 'out-of-years']),
    );
  });
});
