import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'facts/un_scale_of_assessments.csv';

/** Last year for which the state system says who is a member. */
const last = 2025;

/**
 * What the United Nations assesses each member to pay of its regular budget, 1946–2025: the rates of every scale, from
 * the workbook of the Committee on Contributions. A scale holds for up to three years, so a rate moves in steps.
 */
export const unScale: Source = {
  folder: 'un-scale',
  card: {
    name: 'un-scale',
    title: 'United Nations scale of assessments',
    version: 'scales of 1946 to 2025–2027, as read on 23 January 2025',
    citation:
      'United Nations, Committee on Contributions. Scale of Assessments for the Regular Budget, 1946–2027. Compiled in facts/un_scale_of_assessments.csv, with a citation in every row.',
    terms: 'own',
    files: [file],
    defects: [
      'Argentina 2003 is in conflict (0.969 in the workbook, 1.149 by the WHO’s copy of the scale): left out.',
      'Yugoslavia is missing before 1996 but for 1948 and 1962–1964; Czechia and Slovakia for 1993.',
      'Rates do not always sum to 100: states admitted within a period are assessed on top (105.4 in 1955), the first scale sums to 102.1, and states missing from the workbook leave less (99.2 in 1993).',
      'In 1991 the scale still had East and West Germany, North and South Yemen: the united states begin in 1992.',
      'States stand in the scale of the period in which they were admitted: years before their admission are left out.',
    ],
  },
  tables: [
    {
      name: 'un_scale',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Rates of assessment to the regular budget of the United Nations, for its members.',
      years: { from: 1946, to: last },
      variables: [
        {
          name: 'un_assessment',
          title: 'Assessed share of the UN’s regular budget',
          definition:
            'Part of the assessed regular budget of the United Nations that the state is to pay in the year. It is fixed for up to three years at a time and follows national income, with relief for low income and debt, a floor and a ceiling (22 per cent since 2001): it is an obligation and not a payment, and leaves peacekeeping and voluntary contributions out. China is the Republic of China (713) in 1950–1971, the Soviet Union is without its Byelorussian and Ukrainian republics, which were members of their own.',
          unit: 'per cent of the assessed budget',
          scale: { low: 0, high: 100, higher: 'assessed to pay more' },
          defects: ['Yugoslavia is missing before 1996 but for 1948 and 1962–1964.'],
        },
      ],
    },
  ],
  async read(reading) {
    const numbers = ['from', 'to', 'per_cent'];
    await reading.csv(file, 'raw', {
      columns: [...numbers, 'iso3', 'resolution', 'doubt', 'source', 'read_at'],
    });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, { from: 'raw', key: ['iso3', '"from"'], file });
    await reading.check(
      'rates lie between 0.001 and 39.89 per cent, and a scale holds for one to three years',
      `SELECT count(*) FROM raw WHERE coalesce(as_number(per_cent) NOT BETWEEN 0.001 AND 39.89 OR "to"::INT - "from"::INT NOT BETWEEN 0 AND 2, true)`,
      0,
    );
    await reading.check(
      'no two scales of a state overlap',
      `SELECT count(*) FROM raw a JOIN raw b ON a.iso3 = b.iso3 AND a.line <> b.line AND a."from"::INT <= b."to"::INT AND b."from"::INT <= a."to"::INT`,
      0,
    );
    await reading.check(
      'one row is in doubt: Argentina 2003',
      `SELECT string_agg(iso3 || "from" || ' ' || doubt, ',') FROM raw WHERE doubt IS NOT NULL`,
      'ARG2003 conflict',
    );
    await reading.check(
      'the rates of every scale since 2004 sum to 100',
      `SELECT count(*) FROM (SELECT "from" FROM raw WHERE "from"::INT >= 2004 GROUP BY "from" HAVING round(sum(as_number(per_cent)), 3) <> 100)`,
      0,
    );
    await reading.run(
      `CREATE TABLE each_year AS SELECT line, iso3, as_number(per_cent) AS rate, doubt, y::INTEGER AS year FROM raw, range("from"::INT, "to"::INT + 1) AS r(y)`,
    );
    const lose = async (reason: string, which: string): Promise<void> => {
      const [row] = await reading.rows(`SELECT count(*)::INTEGER AS n FROM each_year WHERE ${which}`);
      reading.lose(reason, Number(row!['n']));
    };
    await lose('in conflict between two sources: Argentina 2003', `doubt IS NOT NULL`);
    await lose(`years after ${last}, to which the state system does not reach`, `year > ${last}`);
    await reading.run(
      `CREATE TABLE certain AS SELECT * FROM each_year WHERE doubt IS NULL AND year <= ${last}`,
    );
    await reading.resolve({ from: 'certain', into: 'placed', key: 'iso3', year: 'year', file });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year' });
    await reading.write(
      'un_scale',
      `SELECT ccode::SMALLINT AS ccode, year::SMALLINT AS year, rate AS un_assessment FROM members`,
    );
  },
};
