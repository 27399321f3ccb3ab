import type { VariableCard } from '../../cards.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'inequality/swiid-9-92.csv';

/** A Gini index and its standard error: two variables. */
const gini = (name: string, title: string, of: string): readonly VariableCard[] => [
  {
    name,
    title,
    definition: `Gini index of inequality in ${of}, among households of equal size by equivalence scale: 0 if all have the same, 100 if one has all. Estimated from surveys that differ, with the Luxembourg Income Study as the standard; years between surveys lean on their neighbours. It says nothing of who is rich, nor of wealth, and the very rich are under-counted in surveys.`,
    unit: 'Gini points, 0–100',
    scale: { low: 0, high: 100, higher: 'more unequal' },
    error: `${name}_se`,
  },
  {
    name: `${name}_se`,
    title: `${title}: standard error`,
    definition: `Standard error of \`${name}\`. Errors of neighbouring years are not independent.`,
    unit: 'Gini points',
    scale: { low: 0, higher: 'less certain' },
  },
];

/**
 * Standardized World Income Inequality Database 9.92: Gini indices of disposable and of market income with standard
 * errors, 1960–2025, made comparable by Solt from thousands of surveys.
 */
export const swiid: Source = {
  folder: 'swiid',
  card: {
    name: 'swiid',
    title: 'Standardized World Income Inequality Database',
    version: '9.92',
    citation:
      'Solt, F. (2020). Measuring Income Inequality Across Countries and Over Time: The Standardized World Income Inequality Database. Social Science Quarterly 101(3):1183–1199. Version 9.92.',
    terms: 'cite',
    files: [file],
    defects: [
      'Countries by name, without codes; territories that are no states are left out.',
      'Germany before 1990 is West Germany. The Russian republic’s figures of 1988–1991 are left out: the Soviet Union has its own for 1980–1990. Serbia’s before 2006 are of the republic without Montenegro, Pakistan’s before 1971 do not say whether the East is counted: left out.',
      'Disposable income is more unequal than market income in 433 rows, always by less than twice the sum of the two standard errors.',
      'Luxembourg falls by 13 points from 1985 to 1987, more than any other state in two years.',
      'Few states in the last years: 100 in 2022, 38 in 2024, 5 in 2025.',
    ],
  },
  tables: [
    {
      name: 'swiid',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Inequality of income within members of the state system, with standard errors.',
      years: { from: 1960, to: 2025 },
      variables: [
        ...gini(
          'gini_disposable',
          'Inequality of disposable income',
          'income after direct taxes and transfers',
        ),
        ...gini('gini_market', 'Inequality of market income', 'income before taxes and transfers'),
      ],
    },
  ],
  async read(reading) {
    const numbers = ['year', 'gini_disp', 'gini_disp_se', 'gini_mkt', 'gini_mkt_se'];
    await reading.csv(file, 'raw', { columns: ['country', ...numbers] });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, { from: 'raw', key: ['country', 'year'], file });
    await reading.check(
      '6,628 country-years of 1960–2025',
      `SELECT count(*) || ', ' || min(year) || '-' || max(year) FROM raw`,
      '6628, 1960-2025',
    );
    await reading.check(
      'every row has both indices, each between 15 and 75, with a standard error above zero and below 9',
      `SELECT count(*) FROM raw WHERE coalesce(as_number(gini_disp) NOT BETWEEN 15 AND 75 OR as_number(gini_mkt) NOT BETWEEN 15 AND 75
       OR as_number(gini_disp_se) NOT BETWEEN 0.01 AND 9 OR as_number(gini_mkt_se) NOT BETWEEN 0.01 AND 9, true)`,
      0,
    );
    await reading.check(
      'disposable income is more unequal than market income in 433 rows, by less than two standard errors',
      `SELECT count(*) || ', ' || count(*) FILTER (as_number(gini_disp) - as_number(gini_mkt) > 2 * (as_number(gini_disp_se) + as_number(gini_mkt_se)))
       FROM raw WHERE as_number(gini_disp) > as_number(gini_mkt)`,
      '433, 0',
    );
    await reading.check(
      'Russia overlaps with the Soviet Union in 1988–1990',
      `SELECT string_agg(year, ',' ORDER BY year) FROM raw WHERE country = 'Russia' AND year IN (SELECT year FROM raw WHERE country = 'Soviet Union')`,
      '1988,1989,1990',
    );
    await reading.resolve({ from: 'raw', into: 'placed', key: 'country', year: 'year', file });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year' });
    await reading.write(
      'swiid',
      `SELECT ccode::SMALLINT AS ccode, as_integer(year)::SMALLINT AS year,
       as_number(gini_disp) AS gini_disposable, as_number(gini_disp_se) AS gini_disposable_se,
       as_number(gini_mkt) AS gini_market, as_number(gini_mkt_se) AS gini_market_se FROM members`,
    );
  },
};
