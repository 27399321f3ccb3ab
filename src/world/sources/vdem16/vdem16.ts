import type { VariableCard } from '../../cards.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'regime/vdem-v16-reduced.csv';

/** Our name → V-Dem’s. */
const indices = {
  polyarchy: 'v2x_polyarchy',
  libdem: 'v2x_libdem',
  civlib: 'v2x_civlib',
  rule_of_law: 'v2x_rule',
  free_expression: 'v2x_freexp_altinf',
} as const;

/** Of what the codebook makes an index, as far as the world holds it. */
const parts: Readonly<Partial<Record<keyof typeof indices, readonly string[]>>> = {
  polyarchy: ['free_expression'],
  libdem: ['polyarchy'],
};

const index = (
  name: keyof typeof indices,
  title: string,
  asks: string,
  higher: string,
  defects: readonly string[] = [],
): VariableCard => ({
  name,
  title: `${title} (V-Dem v16)`,
  definition: `${asks} Aggregated from experts’ codings and records by a measurement model; the mean over the days of the year. V-Dem’s ${indices[name]}.`,
  unit: 'index, 0–1',
  scale: { low: 0, high: 1, higher },
  ...(parts[name] && { parts: parts[name] }),
  defects: ['Point estimates only: the intervals are in version 15.', ...defects],
});

/**
 * Varieties of Democracy, version 16: five indices and the type of regime, 1816–2025. V-Dem codes a country’s year;
 * its countries are units of its own (Germany is one from 1789 on), which names.csv turns into states.
 */
export const vdem16: Source = {
  folder: 'vdem16',
  card: {
    name: 'vdem16',
    title: 'Varieties of Democracy, version 16',
    version: 'v16 (2026), six indices',
    citation:
      'Coppedge, M. et al. (2026). V-Dem Country-Year Dataset v16. Varieties of Democracy (V-Dem) Project. doi:10.23696/vdemds26. Measurement model: Pemstein, D. et al., The V-Dem Measurement Model: Latent Variable Analysis for Cross-National and Cross-Temporal Expert-Coded Data, V-Dem Working Paper 21.',
    terms: 'CC BY 4.0',
    files: [file],
    defects: [
      'Point estimates only: use version 15 where measurement error matters.',
      'One row for the year in which one state gave way to another: Germany and Yemen 1990 go to the united state (255, 679), which stood at the year’s end, so that 260 and 678 end in 1989; Austria 1918 goes to Austria-Hungary, for the republic entered the system in 1919; Italy 1861 is Italy’s row, that of Piedmont-Sardinia being empty.',
      'Not coded: microstates (the Bahamas, six states of the eastern Caribbean, Belize, Brunei, four in Europe, eight in the Pacific), and a few states in the year they entered or left the system.',
    ],
  },
  tables: [
    {
      name: 'vdem16',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Democracy, liberties and the rule of law by V-Dem, version 16, for members of the state system.',
      years: { from: 1816, to: 2025 },
      variables: [
        index(
          'polyarchy',
          'Electoral democracy index',
          'To what extent rulers answer to citizens through free, contested elections with wide suffrage, and with freedom of association and expression.',
          'more electoral democracy',
        ),
        index(
          'libdem',
          'Liberal democracy index',
          'Electoral democracy together with civil liberties, the rule of law and checks on the executive.',
          'more liberal democracy',
        ),
        index(
          'civlib',
          'Civil liberties index',
          'To what extent people are free of physical violence by the government and enjoy private and political liberties.',
          'more civil liberty',
        ),
        index(
          'rule_of_law',
          'Rule of law index',
          'To what extent laws are transparently, independently and equally enforced, and the government complies with the law.',
          'more rule of law',
          ['Not a measure of democracy: it can be high where nobody votes (0.85 for South Yemen in 1985).'],
        ),
        index(
          'free_expression',
          'Freedom of expression and alternative sources of information index',
          'To what extent the government respects freedom of press, media, discussion and academic and cultural expression.',
          'more freedom of expression',
        ),
        {
          name: 'regime_row',
          title: 'Regimes of the World (V-Dem v16)',
          definition:
            'Type of regime by Lührmann, Tannenberg & Lindberg (2018), Politics and Governance 6(1):60–77: 0 closed autocracy, 1 electoral autocracy, 2 electoral democracy, 3 liberal democracy. Steps are not equal. V-Dem’s v2x_regime.',
          unit: 'ordinal, 0–3',
          values: {
            0: 'closed autocracy',
            1: 'electoral autocracy',
            2: 'electoral democracy',
            3: 'liberal democracy',
          },
          scale: { low: 0, high: 3, higher: 'a more democratic type of regime' },
        },
      ],
    },
  ],
  async read(reading) {
    const ours = Object.entries(indices);
    const numbers = ['year', ...Object.values(indices), 'v2x_regime'];
    await reading.csv(file, 'raw', { columns: ['country_text_id', ...numbers] });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, { from: 'raw', key: ['country_text_id', 'year'], file });
    await reading.resolve({ from: 'raw', into: 'placed', key: 'country_text_id', year: 'year', file });
    await reading.check('28,092 country-years', `SELECT count(*) FROM raw`, 28092);
    await reading.check(
      'the years are 1789–2025',
      `SELECT min(year::INT) || '-' || max(year::INT) FROM raw`,
      '1789-2025',
    );
    await reading.check(
      'point estimates only',
      `SELECT count(*) FROM (DESCRIBE raw) WHERE column_name LIKE '%code%low' OR column_name LIKE '%_sd'`,
      0,
    );
    await reading.check(
      'every index lies between 0 and 1',
      `SELECT count(*) FROM raw WHERE ${ours.map(([, v]) => `as_number(${v}) NOT BETWEEN 0 AND 1`).join(' OR ')}`,
      0,
    );
    await reading.check(
      'Piedmont-Sardinia’s row of 1861 is empty',
      `SELECT count(v2x_polyarchy) FROM raw WHERE country_text_id = 'SPD' AND year = '1861'`,
      0,
    );
    await reading.check(
      'Germany’s row of 1990 is united Germany’s: nearer to 1991 than to 1989',
      `SELECT (abs(b.p - c.p) < abs(b.p - a.p))::INTEGER FROM (SELECT
         max(as_number(v2x_polyarchy)) FILTER (year = '1989') AS p FROM raw WHERE country_text_id = 'DEU') a,
         (SELECT max(as_number(v2x_polyarchy)) FILTER (year = '1990') AS p FROM raw WHERE country_text_id = 'DEU') b,
         (SELECT max(as_number(v2x_polyarchy)) FILTER (year = '1991') AS p FROM raw WHERE country_text_id = 'DEU') c`,
      1,
    );
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year' });
    await reading.write(
      'vdem16',
      `SELECT ccode, as_integer(year) AS year, ${ours.map(([name, v]) => `as_number(${v}) AS ${name}`).join(', ')},
       as_integer(v2x_regime) AS regime_row FROM members`,
    );
  },
};
