import type { VariableCard } from '../../cards.js';
import { refuseDoubles } from '../refuse-doubles.js';
import type { Source } from '../source.js';

const file = 'events/icews-dyad-year-2002-2014.csv.gz';

const events = (name: string, title: string, what: string): VariableCard => ({
  name,
  title,
  definition: `Events in the year in which the first state, or someone in it, ${what} the second, as coded by machine from news reports. Counts what was reported: it grows with the press that watches a pair and is no measure of weight.`,
  unit: 'events',
  scale: { low: 0, higher: 'more reported events' },
});

const kinds = [
  events('icews_verbal_cooperation', 'Verbal co-operation (ICEWS)', 'spoke or agreed in co-operation with'),
  events(
    'icews_material_cooperation',
    'Material co-operation (ICEWS)',
    'gave or did something in co-operation with',
  ),
  events('icews_verbal_conflict', 'Verbal conflict (ICEWS)', 'accused, demanded of, rejected or threatened'),
  events('icews_material_conflict', 'Material conflict (ICEWS)', 'coerced, attacked or fought'),
];
const printed = ['verbCoop', 'matlCoop', 'verbConf', 'matlConf'];

/** Events between 152 states coded from the news, 2002–2014: counts by pair, direction and year in four kinds. */
export const icews: Source = {
  folder: 'icews',
  card: {
    name: 'icews',
    title: 'ICEWS Coded Event Data, dyad-years',
    version: '2002–2014, as in netify',
    citation:
      'Boschee, E., Lautenschlager, J., O’Brien, S., Shellman, S., Starz, J. & Ward, M. (2015). ICEWS Coded Event Data. Harvard Dataverse, doi:10.7910/DVN/28075. Dyad-years from Dorff, C. & Minhas, S., netify (R package).',
    terms: 'cite',
    files: [file],
    defects: [
      'It holds 152 states throughout. Turkey, Venezuela, Taiwan, Serbia, Czechia, Iceland, Botswana, Namibia, Eritrea and 34 smaller or newer states are missing, not zero.',
      'Reports are more from 2006 to 2009 and fewer in 2011 and 2012 for reasons of the sources: compare pairs within a year.',
    ],
  },
  tables: [
    {
      name: 'icews',
      level: 'dyad-year',
      key: ['ccode1', 'ccode2', 'year'],
      says: 'Events of the first state towards the second, by year: every ordered pair of 152 states, zeros included.',
      years: { from: 2002, to: 2014 },
      variables: kinds,
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', { columns: ['i', 'j', 'year', ...printed] });
    await refuseDoubles(reading, { from: 'raw', key: ['i', 'j', 'year'], file });
    await reading.check(
      'every ordered pair of 152 states in 13 years',
      `SELECT count(*) || ' ' || count(DISTINCT i) || ' ' || count(DISTINCT j) || ' ' || min(year) || ' ' || max(year) FROM raw`,
      `${152 * 151 * 13} 152 152 2002 2014`,
    );
    await reading.check('no state towards itself', `SELECT count(*)::INTEGER FROM raw WHERE i = j`, 0);
    await reading.check('Turkey is missing', `SELECT count(*)::INTEGER FROM raw WHERE i_iso3c = 'TUR'`, 0);
    await reading.resolve({ from: 'raw', into: 'first', key: 'i', year: 'year', as: 'ccode1', file });
    await reading.resolve({ from: 'first', into: 'pairs', key: 'j', year: 'year', as: 'ccode2', file });
    await reading.inSystem({ from: 'pairs', into: 'one', year: 'year', state: 'ccode1' });
    await reading.inSystem({ from: 'one', into: 'members', year: 'year', state: 'ccode2' });
    const counts = kinds.map((k, n) => `${printed[n]}::SMALLINT AS ${k.name}`);
    await reading.write(
      'icews',
      `SELECT ccode1::SMALLINT AS ccode1, ccode2::SMALLINT AS ccode2, year::SMALLINT AS year, ${counts.join(', ')} FROM members`,
    );
  },
};
