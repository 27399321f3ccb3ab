import type { VariableCard } from '../../cards.js';
import { refuseCut } from '../refuse-cut.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'capabilities/cow-nmc-v7.csv';

const components: readonly VariableCard[] = [
  {
    name: 'milex',
    title: 'Military expenditure',
    definition:
      'Military expenditure, current prices: pounds sterling to 1913, US dollars from 1914. Compare within a year.',
    unit: 'thousand £ (to 1913), thousand US$ (from 1914), current',
    scale: { low: 0, higher: 'more spent' },
  },
  {
    name: 'milper',
    title: 'Military personnel',
    definition: 'Troops under the command of the national government.',
    unit: 'thousands',
    scale: { low: 0, higher: 'more troops' },
  },
  {
    name: 'irst',
    title: 'Iron and steel production',
    definition: 'Pig iron to 1899, steel from 1900.',
    unit: 'thousand tons',
    scale: { low: 0, higher: 'more production' },
  },
  {
    name: 'pec',
    title: 'Primary energy consumption',
    definition: 'Consumption of primary energy.',
    unit: 'thousand coal-ton equivalents',
    scale: { low: 0, higher: 'more consumption' },
  },
  {
    name: 'tpop',
    title: 'Total population (NMC)',
    definition: 'Population of the state.',
    unit: 'thousands',
    scale: { low: 0, higher: 'more people' },
  },
  {
    name: 'upop',
    title: 'Urban population',
    definition: 'Population in cities of more than 100,000.',
    unit: 'thousands',
    scale: { low: 0, higher: 'more people in cities' },
  },
];

/** National Material Capabilities 7.0: six components and the composite index (CINC) of every member, 1816–2022. */
export const nmc: Source = {
  folder: 'nmc',
  card: {
    name: 'nmc',
    title: 'National Material Capabilities',
    version: '7.0 (2026)',
    citation:
      'Singer, J. D., Bremer, S. & Stuckey, J. (1972). Capability Distribution, Uncertainty, and Major Power War, 1820–1965. In B. Russett (ed.), Peace, War, and Numbers, 19–48. Singer, J. D. (1987). Reconstructing the Correlates of War Dataset on Material Capabilities of States. International Interactions 14:115–132. Version 7.0.',
    terms: 'cite',
    files: [file],
    defects: ['CINC sums to between 1.00 and 1.075 a year: `cinc_share` is CINC divided by the year’s sum.'],
  },
  tables: [
    {
      name: 'nmc',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Material capabilities of every member of the state system.',
      years: { from: 1816, to: 2022 },
      variables: [
        ...components,
        {
          name: 'cinc',
          title: 'Composite Index of National Capability',
          definition:
            'Mean of the state’s shares in the six components of the year. As published; see `cinc_share` where shares are meant.',
          unit: 'share of the system (0–1)',
          scale: { low: 0, high: 1, higher: 'a larger part of the system’s capabilities' },
          parts: ['milex', 'milper', 'irst', 'pec', 'tpop', 'upop'],
          defects: ['Sums to up to 1.075 in a year.'],
        },
        {
          name: 'cinc_share',
          title: 'CINC as a share',
          definition:
            'CINC divided by the sum of CINC over all members in the year, so that shares sum to one.',
          parts: ['cinc'],
          unit: 'share of the system (0–1)',
          scale: { low: 0, high: 1, higher: 'a larger part of the system’s capabilities' },
        },
      ],
    },
  ],
  async read(reading) {
    const columns = ['ccode', 'year', 'milex', 'milper', 'irst', 'pec', 'tpop', 'upop', 'cinc'];
    await reading.csv(file, 'raw', { columns });
    await refuseNonNumbers(reading, { from: 'raw', columns, file });
    await refuseDoubles(reading, { from: 'raw', key: ['ccode', 'year'], file });
    await refuseCut(reading, { from: 'raw', file, rows: 17_121, field: 'cinc', last: '4.8219326e-06' });
    await reading.resolve({
      from: 'raw',
      into: 'placed',
      key: 'ccode',
      year: 'year',
      as: 'state',
      file,
      codes: 'cow',
    });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year', state: 'state' });
    await reading.check(
      'CINC sums to between 1.00 and 1.075 in every year',
      `SELECT count(*)::INTEGER FROM (SELECT sum(as_number(cinc)) AS s FROM raw GROUP BY year) WHERE s NOT BETWEEN 0.999 AND 1.075`,
      0,
    );
    const plain = columns.slice(2).map((c) => `as_number(${c}) AS ${c}`);
    await reading.write(
      'nmc',
      `SELECT state AS ccode, as_integer(year) AS year, ${plain.join(', ')},
       as_number(cinc) / sum(as_number(cinc)) OVER (PARTITION BY year ORDER BY state ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS cinc_share FROM members`,
    );
  },
};
