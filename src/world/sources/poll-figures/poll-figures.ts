import type { Source } from '../source.js';

const file = 'facts/poll_figures.csv';

/** Figures of published polls on how the world sees the United States, China and Russia, as reported. */
export const pollFigures: Source = {
  folder: 'poll-figures',
  card: {
    name: 'poll-figures',
    title: 'Figures of polls',
    version: '2009–2021',
    citation: 'Entente (2026). Figures of polls: facts/poll_figures.csv, with a citation in every row.',
    terms: 'own',
    files: [file],
    defects: [
      'Figures as the press or the pollster printed them, many read in copies; no survey’s own file.',
      'Morning Consult’s levels were read for four countries, changes for fifteen.',
    ],
  },
  tables: [
    {
      name: 'poll_figures',
      level: 'episode',
      key: ['figure'],
      says: 'One figure of one poll a row: poll, first and last day of fieldwork as exactly as read, question in our words, who was asked (`asked`, with `iso3` for a country), `value`, its `unit` (percent, points, countries), number of countries surveyed, who said so.',
      years: { from: 2009, to: 2021 },
      variables: [],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', {
      columns: [
        'poll',
        'begins',
        'ends',
        'question',
        'asked',
        'iso3',
        'value',
        'unit',
        'countries',
        'source',
        'read_at',
        'note',
      ],
    });
    await reading.check(
      'values are numbers, percentages between 0 and 100',
      `SELECT count(*)::INTEGER FROM raw WHERE unit NOT IN ('percent', 'points', 'countries') OR try_cast(value AS DOUBLE) IS NULL OR (unit = 'percent' AND value::DOUBLE NOT BETWEEN 0 AND 100)`,
      0,
    );
    await reading.check(
      'a figure stands once',
      `SELECT count(*)::INTEGER FROM (SELECT poll, begins, ends, question, asked FROM raw GROUP BY ALL HAVING count(*) > 1)`,
      0,
    );
    await reading.write(
      'poll_figures',
      `SELECT line::SMALLINT AS figure, poll, begins, ends, question, asked, iso3, value::DOUBLE AS value, unit, countries::SMALLINT AS countries, source, note FROM raw`,
    );
  },
};
