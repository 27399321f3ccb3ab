import type { VariableCard } from '../../../cards.js';
import { refuseDoubles } from '../../refuse-doubles.js';
import { refuseNonNumbers } from '../../refuse-non-numbers.js';
import type { Source } from '../../source.js';

interface Series {
  readonly name: string;
  readonly title: string;
  readonly file: string;
  readonly column: string;
  /** Column whose text stands for a row without a code. */
  readonly without: string;
  readonly variable: VariableCard;
  readonly last: number;
}

/** One series of SIPRI’s military expenditure, as Our World in Data writes it, from the user’s own copy. */
const series = (s: Series): Source => ({
  folder: 'local/sipri-milex',
  card: {
    name: s.name,
    title: s.title,
    version: `1949–${s.last}`,
    citation:
      'Stockholm International Peace Research Institute (2026). SIPRI Military Expenditure Database. https://www.sipri.org/databases/milex. As processed by Our World in Data.',
    terms: 'local',
    files: [s.file],
    defects: [
      'Sums over regions stand among the states, and do not enter.',
      'Germany to 1990 is West Germany.',
    ],
  },
  tables: [
    {
      name: s.variable.name,
      level: 'state-year',
      key: ['ccode', 'year'],
      says: `${s.variable.title}, by state and year.`,
      years: { from: 1949, to: s.last },
      variables: [s.variable],
    },
  ],
  async read(reading) {
    await reading.csv(s.file, 'raw', { columns: ['Code', 'Year', s.column] });
    await refuseNonNumbers(reading, { from: 'raw', columns: ['Year', s.column], file: s.file });
    await reading.run(
      `CREATE TABLE coded AS SELECT line, coalesce(nullif(Code, ''), ${s.without}) AS code, Year::SMALLINT AS year, "${s.column}"::DOUBLE AS amount FROM raw`,
    );
    await refuseDoubles(reading, { from: 'coded', key: ['code', 'year'], file: s.file });
    await reading.check(
      'it reaches from Afghanistan to Zimbabwe, and no amount is below zero',
      `SELECT min(year) || ' ' || count(DISTINCT code) FILTER (code IN ('AFG', 'CHN', 'RUS', 'USA', 'ZWE')) || ' ' || count(*) FILTER (amount < 0) FROM coded`,
      '1949 5 0',
    );
    await reading.resolve({ from: 'coded', into: 'placed', key: 'code', year: 'year', file: s.file });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year' });
    await reading.write(
      s.variable.name,
      `SELECT ccode::SMALLINT AS ccode, year, amount AS ${s.variable.name} FROM members`,
    );
  },
});

export const sipriMilex = series({
  name: 'sipri-milex',
  title: 'SIPRI Military Expenditure, constant US dollars',
  file: 'capabilities/sipri-milex-constant-usd.csv',
  column: 'Military expenditure',
  without: 'Entity',
  last: 2025,
  variable: {
    name: 'sipri_milex',
    title: 'Military expenditure (SIPRI)',
    definition:
      'Military expenditure at constant prices and exchange rates of 2024. Estimates for closed states (China, Russia) are SIPRI’s own.',
    unit: 'US dollars of 2024',
    scale: { low: 0, higher: 'more spent' },
  },
});

export const sipriMilexShare = series({
  name: 'sipri-milex-share',
  title: 'SIPRI military burden',
  file: 'capabilities/sipri-milex-share-of-gdp.csv',
  column: 'Military expenditure (% of GDP)',
  without: `'(no code)'`,
  last: 2024,
  variable: {
    name: 'sipri_milex_share',
    title: 'Military expenditure as a share of GDP (SIPRI)',
    definition: 'Military expenditure as a percentage of gross domestic product.',
    unit: '% of GDP',
    scale: { low: 0, higher: 'more of the economy spent' },
  },
});
