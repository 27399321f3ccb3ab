import { refuseCut } from '../refuse-cut.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'regime/human-rights-fariss.csv';
const value = '"Human rights protection"';

/**
 * Human rights protection scores, 1946–2019: how far a government refrains from torture, killing, disappearances and
 * political imprisonment, estimated by Fariss, Kenwick & Reuning with one model from many coded reports, which allows
 * the standard that reports hold states to to become stricter over time. The extract names countries of today; its
 * row for a year in which two states became one goes to the united state.
 */
export const humanRights: Source = {
  folder: 'human-rights',
  card: {
    name: 'human-rights',
    title: 'Human rights protection scores',
    version: 'scores to 2019, as carried by Our World in Data',
    citation:
      'Fariss, C. J., Kenwick, M. R. & Reuning, K. (2020). Estimating one-sided-killings from a robust measurement model of human rights. Journal of Peace Research 57(6):801–814. Data: doi:10.7910/DVN/RQ85GK. On the changing standard of accountability: Fariss, C. J. (2014). Respect for Human Rights Has Improved over Time. American Political Science Review 108(2):297–318.',
    terms: 'cite',
    files: [file],
    defects: [
      'The extract has no intervals, though the model yields them: the posterior mean alone is here.',
      'Scores end in 2019; Serbia’s in 2018. Tuvalu lacks 1994 and 1996, before it entered the state system.',
      'Germany and Yemen have one row for 1990, given to the united states (255, 679); West Germany and North Yemen end in 1989, East Germany and South Yemen in 1990.',
      'Scores before membership of the state system (the Baltic states from 1985, Bhutan before 1971, Namibia before 1990 and others) are left out.',
    ],
  },
  tables: [
    {
      name: 'human_rights',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Protection of physical integrity by the government, for members of the state system.',
      years: { from: 1946, to: 2019 },
      variables: [
        {
          name: 'human_rights_protection',
          title: 'Human rights protection score',
          definition:
            'How well the government protects people from its own violence: torture, extrajudicial killing, disappearance, political imprisonment, mass killing. The posterior mean of a latent variable, about 0 for an average state-year and 1 for one standard deviation better. It does not cover civil liberties, elections or economic rights, and carries no interval here.',
          unit: 'standard deviations of the model',
          scale: { higher: 'better protection' },
          defects: [
            'Rests on the reports of observers; corrected for their rising standard only as far as the model’s assumptions hold.',
          ],
        },
      ],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', { columns: ['Entity', 'Year', 'Human rights protection'] });
    await refuseNonNumbers(reading, { from: 'raw', columns: ['Year', 'Human rights protection'], file });
    await refuseDoubles(reading, { from: 'raw', key: ['Entity', 'Year'], file });
    await refuseCut(reading, {
      from: 'raw',
      file,
      rows: 11_273,
      field: 'Human rights protection',
      last: '-0.466234301822994',
    });
    await reading.check(
      '11,273 country-years of 1946–2019, each with a score',
      `SELECT count(${value}) || ', ' || min(Year) || '-' || max(Year) FROM raw`,
      '11273, 1946-2019',
    );
    await reading.check(
      'point estimates only',
      `SELECT string_agg(column_name, ',') FROM (DESCRIBE raw)`,
      'line,Entity,Year,Human rights protection',
    );
    await reading.check(
      'scores lie between −3.5 and 5.4',
      `SELECT count(*) FROM raw WHERE as_number(${value}) NOT BETWEEN -3.5 AND 5.4`,
      0,
    );
    await reading.check(
      'the two German and the two Yemeni states have one row each for 1990 besides the one of the united state',
      `SELECT string_agg(Entity, ', ' ORDER BY Entity) FROM raw WHERE Year = '1990' AND (Entity LIKE 'German%' OR Entity LIKE 'Yemen%')`,
      "German Democratic Republic, Germany, Yemen, Yemen People's Republic",
    );
    await reading.check(
      'Serbia ends in 2018',
      `SELECT max(Year)::INTEGER FROM raw WHERE Entity = 'Serbia'`,
      2018,
    );
    await reading.resolve({ from: 'raw', into: 'placed', key: 'Entity', year: 'Year', file });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'Year' });
    await reading.write(
      'human_rights',
      `SELECT ccode::SMALLINT AS ccode, as_integer(Year)::SMALLINT AS year, as_number(${value}) AS human_rights_protection FROM members`,
    );
  },
};
