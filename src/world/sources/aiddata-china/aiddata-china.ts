import type { VariableCard } from '../../cards.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'aid/aidata-gcdf3-recipient-year.csv';

const lowerBound =
  'Records without an amount count nothing, so 0 is activity without a known amount; a state and year without a row has no record at all.';

const amount = (name: string, title: string, definition: string): VariableCard => ({
  name,
  title,
  definition: `${definition} ${lowerBound}`,
  unit: 'US$ of 2021',
  scale: { low: 0, higher: 'more committed by China' },
});

const columns = {
  china_oda: 'oda_adj',
  china_oof: 'oof_adj',
  china_vague_finance: 'vof_adj',
  china_oof_with_rollovers: 'oof_amt',
} as const;

/**
 * What China’s government and state-owned institutions committed to other states, 2000–2021, as AidData traced it
 * through contracts, registers and reports of both sides, summed by recipient and year of commitment.
 */
export const aiddataChina: Source = {
  folder: 'aiddata-china',
  card: {
    name: 'aiddata-china',
    title: 'Global Chinese Development Finance',
    version: '3.0 (2023), sums by recipient and year',
    citation:
      'Custer, S., Dreher, A., Elston, T.-B., Escobar, B., Fedorochko, R., Fuchs, A., Ghose, S., Lin, J. J., Malik, A. A., Parks, B. C., Solomon, K., Strange, A., Tierney, M. J., Walsh, B., Zaleski, L. & Zhang, S. (2023). Tracking Chinese Development Finance: An Application of AidData’s TUFF 3.0 Methodology. AidData at William & Mary. Sums by Williams.',
    terms: 'cite',
    files: [file],
    defects: [
      'Serbia, a large recipient, is missing: the carrier’s code list has no number for it.',
      'Argentina’s currency swap of 2019 counts 22.5 thousand million dollars unadjusted and 1.2 adjusted: loans rolled over are counted once in the adjusted sums, which are used here.',
      'South Sudan has four rows before it was a state (2007–2010).',
    ],
  },
  tables: [
    {
      name: 'aiddata_china',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Official finance committed by China to the state, by year of commitment. Commitments are not payments.',
      years: { from: 2000, to: 2021 },
      variables: [
        amount(
          'china_oda',
          'Chinese aid',
          'Commitments by China that would pass as official development assistance: meant for development, and concessional. China itself publishes no such list.',
        ),
        amount(
          'china_oof',
          'Chinese official finance other than aid',
          'Commitments by China’s official institutions that are not concessional or not meant for development in the first place: mostly loans and export credits. Loans rolled over count once.',
        ),
        amount(
          'china_vague_finance',
          'Chinese official finance of unclear kind',
          'Commitments by China that AidData could assign to neither of the two.',
        ),
        amount(
          'china_oof_with_rollovers',
          'Chinese official finance other than aid, with rollovers',
          'As `china_oof`, but every extension of a short-term loan counts anew; differs in 49 states and years.',
        ),
      ],
    },
  ],
  async read(reading) {
    const raw = ['oof_amt', 'oof_adj', 'oda_amt', 'oda_adj', 'vof_amt', 'vof_adj'];
    await reading.csv(file, 'raw', { columns: ['ccode', 'year', ...raw] });
    await refuseNonNumbers(reading, { from: 'raw', columns: ['ccode', 'year', ...raw], file });
    await refuseDoubles(reading, { from: 'raw', key: ['ccode', 'year'], file });
    await reading.check(
      '2,458 rows for 138 recipients, 2000–2021, none below zero or empty',
      `SELECT count(*) || ' ' || count(DISTINCT ccode) || ' ' || min(year) || '-' || max(year) FROM raw WHERE ${raw.map((c) => `as_number(${c}) >= 0`).join(' AND ')}`,
      '2458 138 2000-2021',
    );
    await reading.check(
      'Serbia is missing',
      `SELECT count(*)::INTEGER FROM raw WHERE ccode IN ('340', '345')`,
      0,
    );
    await reading.check(
      'Argentina 2019, unadjusted and adjusted',
      `SELECT round(as_number(oof_amt) / 1e6)::INTEGER || ' ' || round(as_number(oof_adj) / 1e6)::INTEGER FROM raw WHERE ccode = '160' AND year = '2019'`,
      '22467 1197',
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
    const dollars = Object.entries(columns).map(([name, c]) => `round(as_number(${c})) AS ${name}`);
    await reading.write(
      'aiddata_china',
      `SELECT state::SMALLINT AS ccode, as_integer(year)::SMALLINT AS year, ${dollars.join(', ')} FROM members`,
    );
  },
};
