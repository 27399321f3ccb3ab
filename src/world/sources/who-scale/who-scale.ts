import { refuseCut } from '../refuse-cut.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'un/who-scale-of-assessments.csv';

/** The World Health Assemblies whose scale is here; the nth met in 1947 + n. */
const assemblies = [15, 25, 34, 44, 56, 64, 75];
const columns = assemblies.map((n) => `WHA${n}`);

/**
 * What the World Health Organization assesses each member to pay, at seven dates 1962–2022: a scale that follows the
 * United Nations’ and also covers states outside it (both Koreas, West Germany and Switzerland before they joined).
 * Where the United Nations’ own scale serves (`un_assessment`, every year from 1946), take that.
 */
export const whoScale: Source = {
  folder: 'who-scale',
  card: {
    name: 'who-scale',
    title: 'WHO scale of assessments',
    version: 'scales adopted in 1962, 1972, 1981, 1991, 2003, 2011 and 2022',
    citation:
      'World Health Assembly. Resolutions on the scale of assessments of the 15th, 25th, 34th, 44th, 56th, 64th and 75th World Health Assemblies. World Health Organization.',
    terms: 'cite',
    files: [file],
    defects: [
      'Congo has two rows: in 1962 they are Brazzaville and Leopoldville, from 1972 on the second repeats the first and is left out.',
      'Germany’s 9.54 of 1981 is East and West together: left out.',
      'Four names are misprinted (Belizea, Diibouti, Papa New Guinea, Fare Islands) and read as what they mean.',
      'Egypt (0.14) and Syria (0.13) in 1962 are nearly equal, where the United Nations assessed 0.25 and 0.05: as printed.',
      'From 1972 on the columns sum to 100.00–100.04 with the doubled Congo.',
    ],
  },
  tables: [
    {
      name: 'who_scale',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Rates of assessment to the World Health Organization, in the year of the assembly that adopted them.',
      years: { from: 1962, to: 2022 },
      variables: [
        {
          name: 'who_assessment',
          title: 'Assessed share of the WHO’s budget',
          definition:
            'Part of the assessed budget of the World Health Organization that the state is to pay, by the scale adopted in that year (it applies from the next on). Seven years only; a rate is an obligation, not a payment, and follows capacity to pay with a floor and a ceiling.',
          unit: 'per cent of the assessed budget',
          scale: { low: 0, high: 100, higher: 'assessed to pay more' },
        },
      ],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'wide', { columns: ['Country', ...columns] });
    await refuseNonNumbers(reading, { from: 'wide', columns, file });
    await refuseCut(reading, { from: 'wide', file, rows: 230, field: 'WHA75', last: '0.007' });
    await reading.check(
      '230 rows, whose columns sum to what they did',
      `SELECT count(*) || ': ' || ${columns.map((c) => `printf('%.2f', sum(as_number(${c})))`).join(` || ' ' || `)} FROM wide`,
      '230: 100.00 100.04 100.01 100.01 100.00 100.00 100.00',
    );
    await reading.check(
      'Congo alone has two rows, which differ in 1962 alone',
      `SELECT string_agg(Country || ' ' || WHA15 || ' ' || WHA25 || ' ' || WHA75, '; ' ORDER BY line) FROM wide WHERE Country IN (SELECT Country FROM wide GROUP BY Country HAVING count(*) > 1)`,
      'Congo 0.04 0.04 0.005; Congo 0.06 0.04 0.005',
    );
    await reading.check(
      'Germany in 1972, 1981 and 1991: 6.13, 9.54 (with the East) and 9.18',
      `SELECT WHA25 || ' ' || WHA34 || ' ' || WHA44 FROM wide WHERE Country = 'Germany'`,
      '6.13 9.54 9.18',
    );
    await reading.run(
      `CREATE TABLE raw AS ${assemblies
        .map(
          (n) =>
            `SELECT line, CASE WHEN Country = 'Congo' AND WHA15 = '0.06' THEN 'Congo (second row)' ELSE Country END AS place, ${1947 + n} AS year, as_number(WHA${n}) AS rate FROM wide WHERE as_number(WHA${n}) IS NOT NULL`,
        )
        .join(' UNION ALL ')}`,
    );
    await reading.resolve({ from: 'raw', into: 'placed', key: 'place', year: 'year', file });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year' });
    await reading.write(
      'who_scale',
      `SELECT ccode::SMALLINT AS ccode, year::SMALLINT AS year, rate AS who_assessment FROM members`,
    );
  },
};
