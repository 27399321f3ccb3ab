import type { VariableCard } from '../../cards.js';
import { refuseCut } from '../refuse-cut.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'capabilities/gdp-population-fariss.csv';

const territory =
  'Where a state’s territory changed, sources of the old and of today’s territory are mixed: the Soviet Union has 193 million people in 1989 (287 by NMC), West Germany 75 (62), Pakistan to 1970 half, North Viet Nam twice its people.';

/** An estimate and its standard deviation: two variables. */
const estimate = (
  name: string,
  title: string,
  definition: string,
  unit: string,
  higher: string,
): readonly VariableCard[] => [
  {
    name,
    title,
    definition: `${definition} An estimate from a latent-variable model, with its standard deviation in \`${name}_sd\`. It is the mean of draws that are skewed to the right, so it lies above the middle of them, the more so the wider they are.`,
    unit,
    scale: { low: 0, higher },
    error: `${name}_sd`,
    defects: [territory],
  },
  {
    name: `${name}_sd`,
    title: `${title}: standard deviation`,
    definition: `Standard deviation of the estimate \`${name}\`. Errors of neighbouring years and of states that rest on the same sources are not independent.`,
    unit,
    scale: { low: 0, higher: 'less certain' },
  },
];

/**
 * GDP and population with their uncertainty, 1816–2019, estimated by Fariss, Anders, Markowitz & Barnum from many
 * historical and present-day sources at once and given on the scale of one source each: GDP per head on that of the
 * Maddison Project, GDP and population on that of the Penn World Table 10.0. GDP is therefore not exactly GDP per
 * head times population. The estimates were made for Gleditsch and Ward’s states and come to us under COW numbers.
 */
export const fariss: Source = {
  folder: 'fariss',
  card: {
    name: 'fariss',
    title: 'Latent GDP and population',
    version: 'estimates of 16 April 2024, as carried by isard',
    citation:
      'Fariss, C. J., Anders, T., Markowitz, J. N. & Barnum, M. (2022). New Estimates of Over 500 Years of Historic GDP and Population Data. Journal of Conflict Resolution 66(3):553–591. On the scales of Bolt, J., Inklaar, R., de Jong, H. & van Zanden, J. L. (2018), Maddison Project Working Paper 10, and Feenstra, R. C., Inklaar, R. & Timmer, M. P. (2015), American Economic Review 105(10):3150–3182. Carried by Miller, S. V., isard (R package).',
    terms: 'cite',
    files: [file],
    defects: [
      'In 1990 Germany and West Germany have one and the same estimate, as have Yemen and North Yemen: kept for Germany and for Yemen.',
      'For 17 states without any source (eight German and five Italian states of the nineteenth century, Korea to 1905, South Viet Nam, South Yemen, Zanzibar) the estimate is the model’s prior alone: five to six million people each, with a larger standard deviation. Left out: rows whose population is smaller than its standard deviation.',
      'Rows without figures: Serbia 1916–1917, Morocco 1905–1912, Egypt 1856–1882, Saudi Arabia 1927–1931, Laos 1953.',
      territory,
      'Further off from NMC’s population by a quarter and more for long: Sardinia 1816–1860 (as all Italy), Prussia 1816–1870 (as all Germany), Greece 1828–1913, Haiti to 1900, the Dominican Republic to 1943, Morocco to 1900, Liberia to 1945, North Yemen (too high); the Ottoman Empire 1816–1919, Denmark to 1863, Sweden to 1904, the Netherlands to 1830, South Africa to 1947, Sudan to 1981, Jordan to 1989, Yugoslavia 1989–1991 (too low).',
      'GDP per head of Somalia, Samoa and Andorra rests on next to nothing: its standard deviation is larger than the estimate.',
    ],
  },
  tables: [
    {
      name: 'fariss',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'GDP, GDP per head and population of every member of the state system, with standard deviations.',
      years: { from: 1816, to: 2019 },
      variables: [
        ...estimate(
          'gdp_per_capita',
          'GDP per head',
          'Real GDP per head at purchasing-power parity, in prices constant across states and over time, on the scale of the Maddison Project.',
          '2011 international dollars',
          'richer',
        ),
        ...estimate(
          'gdp_ppp',
          'GDP at purchasing-power parity',
          'Real GDP at purchasing-power parity (expenditure side), in prices constant across states and over time, on the scale of the Penn World Table 10.0.',
          'million 2017 international dollars',
          'a larger economy',
        ),
        ...estimate(
          'population',
          'Population',
          'Total population, on the scale of the Penn World Table 10.0.',
          'millions',
          'more people',
        ),
      ],
    },
  ],
  async read(reading) {
    const figures = ['mrgdppc', 'sd_mrgdppc', 'pwtrgdp', 'sd_pwtrgdp', 'pwtpop', 'sd_pwtpop'];
    const columns = ['ccode', 'year', ...figures];
    await reading.csv(file, 'raw', { columns });
    await refuseNonNumbers(reading, { from: 'raw', columns, file });
    await refuseDoubles(reading, { from: 'raw', key: ['ccode', 'year'], file });
    await refuseCut(reading, {
      from: 'raw',
      file,
      rows: 16_536,
      field: 'sd_pwtpop',
      last: '0.0152949632700936',
    });
    await reading.check(
      'one estimate stands for two states in 1990, Germany and Yemen',
      `SELECT string_agg(codes, '; ' ORDER BY codes) FROM (SELECT year || ' ' || string_agg(ccode, ',' ORDER BY ccode) AS codes
       FROM raw WHERE as_number(mrgdppc) IS NOT NULL GROUP BY year, ${figures.join(', ')} HAVING count(*) > 1)`,
      '1990 255,260; 1990 678,679',
    );
    await reading.check(
      '43 rows have no figures',
      `SELECT count(*) FROM raw WHERE coalesce(${figures.map((f) => `as_number(${f})`).join(', ')}) IS NULL`,
      43,
    );
    await reading.check(
      'the Soviet Union of 1989 is estimated at 193 million people and West Germany at 75',
      `SELECT string_agg(round(as_number(pwtpop))::INTEGER, ', ' ORDER BY ccode) FROM raw WHERE year = '1989' AND ccode IN ('260', '365')`,
      '75, 193',
    );
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

    const prior = `as_number(sd_pwtpop) > as_number(pwtpop)`;
    await reading.check(
      '17 states have an estimate without a source, in all their years',
      `SELECT count(DISTINCT state) || ' states, ' || count(*) || ' of ' ||
       (SELECT count(*) FROM members WHERE state IN (SELECT state FROM members WHERE ${prior})) FROM members WHERE ${prior}`,
      '17 states, 610 of 610',
    );
    const [counted] = await reading.rows(`SELECT count(*)::INTEGER AS n FROM members WHERE ${prior}`);
    reading.lose(
      'an estimate without a source: its standard deviation is larger than the population itself',
      Number(counted?.['n']),
    );
    await reading.write(
      'fariss',
      `SELECT state AS ccode, as_integer(year) AS year,
       as_number(mrgdppc) AS gdp_per_capita, as_number(sd_mrgdppc) AS gdp_per_capita_sd,
       as_number(pwtrgdp) AS gdp_ppp, as_number(sd_pwtrgdp) AS gdp_ppp_sd,
       as_number(pwtpop) AS population, as_number(sd_pwtpop) AS population_sd
       FROM members WHERE coalesce(NOT ${prior}, true)`,
    );
  },
};
