import type { VariableCard } from '../../cards.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'regime/vdem-v15-with-intervals.csv';

/**
 * V-Dem’s intervals (codelow, codehigh) hold 68 % of the probability that its measurement model gives to the score of
 * a country-year: highest posterior density, about one standard deviation to either side, and not always even
 * (V-Dem Codebook, “Additional versions”).
 */
const level = 0.68;

const index = (stem: string, title: string, definition: string): VariableCard => ({
  name: `${stem}_v15`,
  title: `${title} (V-Dem v15)`,
  definition: `${definition} The mean over the days of the year. V-Dem’s v2x_${stem}.`,
  unit: 'index, 0–1',
  scale: { low: 0, high: 1, higher: `more ${title.toLowerCase().replace(' index', '')}` },
  // Each of the other four is the electoral index with a component of its own.
  ...(stem !== 'polyarchy' && { parts: ['polyarchy_v15'] }),
});

const withInterval = (card: VariableCard): VariableCard[] => {
  const end = (side: 'low' | 'high', word: string): VariableCard => ({
    name: `${card.name}_${side}`,
    title: `${card.title}, ${word} end of the interval`,
    definition: `The ${word} end of the interval in which the measurement model places 68 % of the probability of ${card.name}.`,
    unit: card.unit,
    ...(card.scale && { scale: card.scale }),
  });
  const interval = { low: `${card.name}_low`, high: `${card.name}_high`, level };
  return [{ ...card, interval }, end('low', 'lower'), end('high', 'upper')];
};

/**
 * Varieties of Democracy, version 15: the five high-level indices, 1816–2024. Its use is its intervals, which the
 * extract of version 16 lacks; for levels take version 16.
 */
export const vdem15: Source = {
  // V-Dem’s countries are the same in both versions: one reviewed table, names.csv of version 16, serves both.
  folder: 'vdem16',
  card: {
    name: 'vdem15',
    title: 'Varieties of Democracy, version 15, with intervals',
    version: 'v15 (2025), high-level indices',
    citation:
      'Coppedge, M. et al. (2025). V-Dem Country-Year Dataset v15. Varieties of Democracy (V-Dem) Project. Measurement model: Pemstein, D. et al., The V-Dem Measurement Model: Latent Variable Analysis for Cross-National and Cross-Temporal Expert-Coded Data, V-Dem Working Paper 21.',
    terms: 'CC BY-SA 4.0',
    files: [file],
    defects: [
      'Intervals are there for the electoral and the liberal index alone.',
      'Scores are estimated anew with each version: polyarchy differs from version 16 by 0.002 on average and by up to 0.094, so the two are not to be mixed in one series.',
      'Years in which one state gave way to another are given as in version 16: Germany and Yemen 1990 to the united state, Austria 1918 to Austria-Hungary, 1861 to Italy.',
    ],
  },
  tables: [
    {
      name: 'vdem15',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'The five high-level democracy indices of V-Dem, version 15, two with their intervals, for members of the state system.',
      years: { from: 1816, to: 2024 },
      variables: [
        ...withInterval(
          index(
            'polyarchy',
            'Electoral democracy index',
            'To what extent rulers answer to citizens through free, contested elections with wide suffrage, and with freedom of association and expression.',
          ),
        ),
        ...withInterval(
          index(
            'libdem',
            'Liberal democracy index',
            'Electoral democracy together with civil liberties, the rule of law and checks on the executive.',
          ),
        ),
        index(
          'partipdem',
          'Participatory democracy index',
          'Electoral democracy together with citizens’ part in civil society, direct votes and local and regional government.',
        ),
        {
          ...index(
            'delibdem',
            'Deliberative democracy index',
            'Electoral democracy together with reasoned public deliberation on the common good.',
          ),
          years: { from: 1900, to: 2024 },
        },
        {
          ...index(
            'egaldem',
            'Egalitarian democracy index',
            'Electoral democracy together with equal protection of rights, equal access to power and an equal distribution of resources.',
          ),
          years: { from: 1900, to: 2024 },
        },
      ],
    },
  ],
  async read(reading) {
    const interval = ['polyarchy', 'libdem'];
    const stems = [...interval, 'partipdem', 'delibdem', 'egaldem'];
    const bounds = interval.flatMap((s) => [`v2x_${s}_codelow`, `v2x_${s}_codehigh`]);
    const numbers = ['year', ...stems.map((s) => `v2x_${s}`), ...bounds];
    await reading.csv(file, 'raw', { columns: ['country_text_id', ...numbers] });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, { from: 'raw', key: ['country_text_id', 'year'], file });
    await reading.resolve({ from: 'raw', into: 'placed', key: 'country_text_id', year: 'year', file });
    await reading.check('27,913 country-years', `SELECT count(*) FROM raw`, 27913);
    await reading.check(
      'the years are 1789–2024',
      `SELECT min(year::INT) || '-' || max(year::INT) FROM raw`,
      '1789-2024',
    );
    await reading.check(
      'intervals are there for the electoral and the liberal index alone',
      `SELECT string_agg(column_name, ',' ORDER BY column_name) FROM (DESCRIBE raw) WHERE column_name LIKE '%_codelow'`,
      'v2x_libdem_codelow,v2x_polyarchy_codelow',
    );
    for (const s of interval) {
      await reading.check(
        `every estimate of v2x_${s} has an interval and lies in it`,
        `SELECT count(*) FROM raw WHERE (v2x_${s} IS NULL) <> (v2x_${s}_codelow IS NULL OR v2x_${s}_codehigh IS NULL)
         OR as_number(v2x_${s}) NOT BETWEEN as_number(v2x_${s}_codelow) AND as_number(v2x_${s}_codehigh)`,
        0,
      );
    }
    await reading.check(
      'deliberative and egalitarian democracy begin in 1900',
      `SELECT min(year::INT) FROM raw WHERE v2x_delibdem <> '' OR v2x_egaldem <> ''`,
      1900,
    );
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year' });
    const columns = stems.flatMap((s) => [
      `as_number(v2x_${s}) AS ${s}_v15`,
      ...(interval.includes(s)
        ? [`as_number(v2x_${s}_codelow) AS ${s}_v15_low`, `as_number(v2x_${s}_codehigh) AS ${s}_v15_high`]
        : []),
    ]);
    await reading.write(
      'vdem15',
      `SELECT ccode, as_integer(year) AS year, ${columns.join(', ')} FROM members`,
    );
  },
};
