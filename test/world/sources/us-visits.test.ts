import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EntenteError } from '../../../src/kernel/errors.js';
import { parseTrips } from '../../../src/world/sources/us-visits/trips.js';
import { usVisits } from '../../../src/world/sources/us-visits/us-visits.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

const file = `<?xml version="1.0" encoding="UTF-8"?>
<trips>
    <trip role="president" who="biden-joseph-r">
        <id>4116</id>
        <role>president</role>
        <name>Joseph R. Biden</name>
        <start-date>2021-10-29</start-date>
        <end-date>2021-10-30</end-date>
        <country id="holy-see">Vatican City</country>
        <locale/>
        <remarks>Met with
            Pope Francis.</remarks>
        <created-by>x</created-by>
        <created-datetime>2023-05-24T10:53:00-04:00</created-datetime>
        <last-modified-by>x</last-modified-by>
        <last-modified-datetime/>
    </trip>
</trips>
`;

describe('a file of trips', () => {
  it('is read, with empty elements and broken lines', () => {
    expect(parseTrips(file, 'f.xml')).toEqual([
      {
        id: 4116,
        role: 'president',
        who: 'biden-joseph-r',
        name: 'Joseph R. Biden',
        begins: '2021-10-29',
        ends: '2021-10-30',
        countryId: 'holy-see',
        country: 'Vatican City',
        places: '',
        remarks: 'Met with Pope Francis.',
      },
    ]);
  });

  const refused = (text: string): Pick<EntenteError, 'code' | 'at'> => {
    try {
      parseTrips(text, 'f.xml');
    } catch (error) {
      if (error instanceof EntenteError) return { code: error.code, at: error.at };
      throw error;
    }
    throw new Error('it was read');
  };

  it.each([
    ['nothing', () => '', 1],
    ['another document', (t: string) => t.replaceAll('trips>', 'travels>'), 1],
    ['no trip', (t: string) => t.replace(/<trip .*<\/trip>/su, ''), 4],
    ['an entity', (t: string) => t.replace('Vatican', 'Vatican &amp;'), 3],
    ['a comment', (t: string) => t.replace('<locale/>', '<locale/><!-- none -->'), 3],
    ['markup inside', (t: string) => t.replace('Pope', '<b>Pope</b>'), 3],
    ['an unknown attribute', (t: string) => t.replace('<trip role', '<trip x="1" role'), 3],
    [
      'elements in another order',
      (t: string) => t.replace('<id>4116</id>', '').replace('<locale/>', '<locale/><id>4116</id>'),
      3,
    ],
    ['a truncated file', (t: string) => t.slice(0, -20), 3],
    ['something after the end', (t: string) => `${t}<trips/>`, 18],
    ['a day that ends before it begins', (t: string) => t.replace('10-30', '10-28'), 3],
    ['a day that is none', (t: string) => t.replace('2021-10-29', 'October'), 3],
    ['two offices', (t: string) => t.replace('<role>president', '<role>secretary'), 3],
    ['a number that is none', (t: string) => t.replace('>4116<', '>x<'), 3],
  ])('%s stops the reader at its line', (_, change, line) => {
    const error = refused(change(file));
    expect(error).toMatchObject({ code: 'world/source-unreadable', at: { file: 'f.xml' } });
    expect(error.at?.line).toBe(line);
  });
});

describe.skipIf(withoutUpstream)('travels of presidents and secretaries', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([usVisits]);
  });
  afterAll(() => world.close());
  const one = async (sql: string): Promise<unknown> => Object.values((await world.rows(sql))[0] ?? {})[0];

  it('has every trip of 55 files, or says why not', async () => {
    const source = world.manifest.sources.find((s) => s.name === 'us-visits')!;
    const lost = source.lost.reduce((n, l) => n + l.rows, 0);
    expect(source.read).toHaveLength(55);
    expect(source.read.every((f) => /^[0-9a-f]{64}$/.test(f.sha256) && f.bytes > 0)).toBe(true);
    expect(Number(await one('SELECT count(*) FROM us_visits')) + lost).toBe(4_271);
    expect(source.lost).toContainEqual({ reason: 'the Holy See', rows: 54 });
    expect(source.lost).toContainEqual({ reason: 'not a member of the state system in that year', rows: 27 });
  });

  it('counts visits in office by pair and year', async () => {
    const visits = (office: string, ccode: number, years: string): Promise<unknown> =>
      one(
        `SELECT sum(us_${office}_visits)::INT FROM us_visit_dyad_years WHERE ccode2 = ${ccode} AND year IN (${years})`,
      );
    expect(await visits('president', 710, '1972')).toBe(1); // Nixon in China
    expect(await visits('president', 731, '2018, 2019')).toBe(0); // Trump stepped over the line in 2019: entered under South Korea
    expect(await visits('president', 732, '1952')).toBe(0); // Eisenhower, not yet president
    expect(await visits('secretary', 731, '2000, 2018')).toBe(4);
    expect(await visits('president', 369, '2023')).toBe(1); // Biden in Kyiv
    expect(await visits('secretary', 666, '1974')).toBe(8); // Kissinger’s shuttles
    expect(await one(`SELECT count(*) FROM us_visits WHERE as_elect = 1`)).toBe(17);
    expect(await one(`SELECT count(*) FROM us_visits WHERE ccode = 210 AND person LIKE '%Biden'`)).toBe(0);
  });

  it('follows the states: Germany, Viet Nam, Yemen, China, Kosovo', async () => {
    const where = (year: number, country: string): Promise<unknown> =>
      one(
        `SELECT string_agg(DISTINCT ccode, ' ' ORDER BY ccode) FROM us_visits WHERE year(begins) = ${year} AND country LIKE '${country}%'`,
      );
    expect(await where(1963, 'Germany')).toBe('260');
    expect(await where(1990, 'German')).toBe('255 260 265');
    expect(await where(1969, 'Vietnam')).toBe('817');
    expect(await where(2000, 'Vietnam')).toBe('816');
    expect(await where(1972, 'Yemen')).toBe('678');
    expect(await where(1990, 'Yemen')).toBe('679');
    expect(await where(1960, 'Republic of China')).toBe('713');
    expect(await where(1999, 'Serbia-Montenegro (Kosovo)')).toBe('345');
    expect(await where(2015, 'Kosovo')).toBe('347');
  });

  it('has zeros for every state from the first year on, and nothing for other pairs', async () => {
    expect(
      await world.rows(
        `SELECT count(*) FILTER (us_president_visits IS NULL) AS before, min(year) FILTER (us_president_visits = 0) AS first, max(year) AS last, count(DISTINCT ccode1) AS senders FROM us_visit_dyad_years`,
      ),
    ).toEqual([{ before: 1_482, first: 1906, last: 2024, senders: 1 }]);
  });
});
