import type { VariableCard } from '../../cards.js';
import { refuseDoubles } from '../refuse-doubles.js';
import type { Source } from '../source.js';

const file = 'nuclear/proliferation-status.csv';

const flag = (name: string, title: string, definition: string): VariableCard => ({
  name,
  title,
  definition,
  unit: '0/1',
  scale: { low: 0, high: 1, higher: 'yes' },
});

/**
 * How far a state was on the way to nuclear weapons, 1938–2022: Bleek’s chronicle of states that explored, pursued or
 * acquired them, carried forward by Our World in Data with the profiles of the Nuclear Threat Initiative.
 */
export const proliferation: Source = {
  folder: 'proliferation',
  card: {
    name: 'proliferation',
    title: 'Nuclear weapons proliferation',
    version: '2022, as compiled by Our World in Data',
    citation:
      'Bleek, P. C. (2017). When Did (and Didn’t) States Proliferate? Chronicling the Spread of Nuclear Weapons. Discussion Paper, Belfer Center, Harvard Kennedy School. Nuclear Threat Initiative (2022). Country Profiles. Compiled by Our World in Data.',
    terms: 'CC BY 4.0',
    files: [file],
    defects: [
      'A state may be said to go back from pursuing to considering (India 1967–1971, Serbia 1974–1981): a year has one status, the highest.',
      'Germany’s row is West Germany’s from 1955 to 1989; West Germany itself has none for 1990, nor North Yemen, where the row is the united state’s.',
    ],
  },
  tables: [
    {
      name: 'proliferation',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Status on the way to nuclear weapons of every member of the state system.',
      years: { from: 1938, to: 2022 },
      variables: [
        {
          name: 'nuclear_status',
          title: 'Nuclear weapons status',
          definition:
            'Nothing (0), considers (1: leaders explore whether weapons are possible and wanted, or raise the capability, without a programme of its own), pursues (2: an active programme to acquire weapons or the ability to build them at short notice), possesses (3: a nuclear explosive that it can deliver; a test is neither needed nor enough). Belarus, Kazakhstan and Ukraine never had control of the Soviet weapons left there.',
          unit: 'ordinal, 0–3',
          values: { 0: 'nothing', 1: 'considers', 2: 'pursues', 3: 'possesses' },
          scale: { low: 0, high: 3, higher: 'nearer to nuclear weapons' },
        },
        flag(
          'nuclear_pursuit',
          'Pursues nuclear weapons',
          '1 if the state has an active programme and no weapon yet. Intent is a judgement: Iran is coded as pursuing in every year since 1989.',
        ),
        flag(
          'nuclear_possession',
          'Possesses nuclear weapons',
          '1 if the state has a nuclear explosive that it can deliver: India and Pakistan from 1987, Israel from 1967, North Korea from 2006, South Africa 1979–1991. See `nuclear_stockpile` for how many.',
        ),
      ],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', {
      columns: [
        'country_name',
        'year',
        'nuclear_weapons_status',
        'nuclear_weapons_consideration',
        'nuclear_weapons_pursuit',
        'nuclear_weapons_possession',
      ],
    });
    await refuseDoubles(reading, { from: 'raw', key: ['country_name', 'year'], file });
    await reading.check('16,848 rows', `SELECT count(*)::INTEGER FROM raw`, 16_848);
    await reading.check(
      'the three flags say what the status says',
      `SELECT count(*)::INTEGER FROM raw WHERE coalesce(as_integer(nuclear_weapons_status), -1) NOT BETWEEN 0 AND 3 OR (as_integer(nuclear_weapons_status) = 1)::INT <> as_integer(nuclear_weapons_consideration)
       OR (as_integer(nuclear_weapons_status) = 2)::INT <> as_integer(nuclear_weapons_pursuit) OR (as_integer(nuclear_weapons_status) = 3)::INT <> as_integer(nuclear_weapons_possession)`,
      0,
    );
    await reading.check(
      'first and last years of possession, and that of South Africa',
      `SELECT string_agg(name || ' ' || first || '-' || last, ', ' ORDER BY name) FROM (SELECT country_name AS name, min(year) AS first, max(year) AS last FROM raw
       WHERE nuclear_weapons_possession = '1' GROUP BY country_name)`,
      'China 1964-2022, France 1960-2022, India 1987-2022, Israel 1967-2022, North Korea 2006-2022, Pakistan 1987-2022, Russia 1949-2022, South Africa 1979-1991, United Kingdom 1952-2022, United States 1945-2022',
    );
    await reading.resolve({ from: 'raw', into: 'placed', key: 'country_name', year: 'year', file });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year' });
    await reading.write(
      'proliferation',
      `SELECT ccode::SMALLINT AS ccode, as_integer(year)::SMALLINT AS year, as_integer(nuclear_weapons_status)::TINYINT AS nuclear_status,
       as_integer(nuclear_weapons_pursuit)::TINYINT AS nuclear_pursuit, as_integer(nuclear_weapons_possession)::TINYINT AS nuclear_possession FROM members`,
    );
  },
};
