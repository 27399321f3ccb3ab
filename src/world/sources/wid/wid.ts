import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'inequality/wid-top-1-percent.csv';
const share = '"Share (top 1%, before tax)"';

/**
 * Share of the richest one per cent in national income before tax, by the World Inequality Database, from 1905 (of
 * Russia) and from 1980 for most states that have figures. The extract fills in places without figures of their own
 * from their region, and much of 2023 from 2022, and does not say where: the reader leaves those out.
 */
export const wid: Source = {
  folder: 'wid',
  card: {
    name: 'wid',
    title: 'World Inequality Database: top 1 % share',
    version: 'series to 2023, as carried by Our World in Data',
    citation:
      'World Inequality Database (WID.world). Pre-tax national income, share of the top 1 %, adults, equal split. CC BY 4.0. Methods: Blanchet, T., Chancel, L., Flores, I., Morgan, M. et al. (2021). Distributional National Accounts Guidelines. World Inequality Lab.',
    terms: 'CC BY 4.0',
    files: [file],
    defects: [
      '54 places have a series that another place has too, to the second decimal in every year (17 in the Caribbean, 15 in the Pacific and North Atlantic, 8 small places in Europe, 14 in Latin America): estimates for a region, left out.',
      'Seven more have figures for 2022 and 2023 alone, where the database fills in what it has no data for: left out.',
      '2023 repeats 2022 in 109 of 243 rows: such a 2023 is left out.',
      'Few states before 1980; many have single years only. Gaps between years are gaps.',
      'Germany before 1990 is West Germany (East Germany has its own series). Russia’s series is the Empire’s and the Soviet Union’s to 1991. Serbia before 2006 and Ethiopia before 1993 are left out.',
    ],
  },
  tables: [
    {
      name: 'wid',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'The part of national income that goes to the richest one per cent, for members of the state system with figures of their own.',
      years: { from: 1905, to: 2023 },
      variables: [
        {
          name: 'top_1_income_share',
          title: 'Income share of the top 1 %',
          definition:
            'Part of national income before taxes and transfers (pensions counted) that goes to the one per cent of adults with the highest income. From tax records, surveys and national accounts, of very unequal quality by state; no interval. It says nothing of taxes paid or of wealth.',
          unit: 'per cent of national income',
          scale: { low: 0, high: 100, higher: 'more income at the top' },
        },
      ],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'lines', { columns: ['Entity', 'Code', 'Year', 'Share (top 1%, before tax)'] });
    await reading.run(
      `CREATE TABLE raw AS SELECT line, coalesce(Code, Entity) AS place, Year, ${share} AS share FROM lines`,
    );
    await refuseNonNumbers(reading, { from: 'raw', columns: ['Year', 'share'], file });
    await refuseDoubles(reading, { from: 'raw', key: ['place', 'Year'], file });
    await reading.check(
      '6,263 rows of 1820–2023, shares between 2 and 65 per cent',
      `SELECT count(*) FILTER (as_number(share) BETWEEN 2 AND 65) || ', ' || min(Year) || '-' || max(Year) FROM raw`,
      '6263, 1820-2023',
    );
    await reading.resolve({ from: 'raw', into: 'placed', key: 'place', year: 'Year', file });
    await reading.run(`CREATE TABLE series AS SELECT place, string_agg(Year || ' ' || share, ',' ORDER BY Year) AS figures, min(Year) AS first FROM raw GROUP BY place;
      CREATE TABLE regional AS SELECT place FROM series QUALIFY count(*) OVER (PARTITION BY figures) > 1;
      CREATE TABLE filled_in AS SELECT place FROM series WHERE first = '2022' AND place NOT IN (FROM regional)`);
    await reading.check(
      'places that share a series, and places with 2022 and 2023 alone',
      `SELECT (SELECT count(*) FROM regional) || ', ' || (SELECT count(*) FROM filled_in)`,
      '54, 7',
    );
    await reading.run(`CREATE TABLE repeated AS SELECT place, Year FROM raw b WHERE Year = '2023'
      AND EXISTS (FROM raw a WHERE a.place = b.place AND a.Year = '2022' AND a.share = b.share)`);
    await reading.check(
      '2023 repeats 2022 in 109 rows of 243',
      `SELECT (SELECT count(*) FROM repeated) || ' of ' || (SELECT count(*) FROM raw WHERE Year = '2023')`,
      '109 of 243',
    );
    await reading.inSystem({ from: 'placed', into: 'members', year: 'Year' });
    await reading.run(`CREATE TABLE judged AS SELECT *, CASE WHEN place IN (FROM regional) THEN 'one series for several places: an estimate for the region'
      WHEN place IN (FROM filled_in) THEN 'no figure before 2022: filled in by the database'
      WHEN (place, Year) IN (SELECT (place, Year) FROM repeated) THEN '2023 repeats 2022: carried forward' END AS fault FROM members`);
    for (const row of await reading.rows(
      `SELECT fault, count(*)::INTEGER AS n FROM judged WHERE fault IS NOT NULL GROUP BY fault ORDER BY fault`,
    )) {
      reading.lose(String(row['fault']), Number(row['n']));
    }
    await reading.write(
      'wid',
      `SELECT ccode::SMALLINT AS ccode, as_integer(Year)::SMALLINT AS year, as_number(share) AS top_1_income_share FROM judged WHERE fault IS NULL`,
    );
  },
};
