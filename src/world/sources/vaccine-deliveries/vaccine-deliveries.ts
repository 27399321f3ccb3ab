import type { Source } from '../source.js';

const file = 'facts/vaccine_deliveries.csv';

/** What was said of deliveries of vaccines abroad in 2021 and 2022: who, how many doses, to how many, by whose word. */
export const vaccineDeliveries: Source = {
  folder: 'vaccine-deliveries',
  card: {
    name: 'vaccine-deliveries',
    title: 'Statements on deliveries of vaccines',
    version: 'February 2021 to December 2022',
    citation:
      'Entente (2026). Statements on deliveries of vaccines: facts/vaccine_deliveries.csv, with a citation in every row.',
    terms: 'own',
    files: [file],
    defects: [
      'Statements, most of them by the governments that delivered: they differ in what they count (promised, sold, shipped) and contradict one another.',
      '“Exports to more than 50 countries” in May 2021 was not found: sources of the day say 43, and more than 40.',
    ],
  },
  tables: [
    {
      name: 'vaccine_statements',
      level: 'episode',
      key: ['statement'],
      says: 'One statement a row: date it speaks of, donor or seller (`iso3` for a state), `kind` (donated, sold, exported, delivered, supplied in all, pledged, …), number of recipients and what they are, doses, share of production exported in per cent; `…_bound` at_least or about where it was said so; who stated it, and who reported it.',
      years: { from: 2021, to: 2022 },
      variables: [],
    },
  ],
  async read(reading) {
    await reading.csv(file, 'raw', {
      columns: [
        'date',
        'donor',
        'iso3',
        'kind',
        'recipients',
        'recipients_bound',
        'recipients_are',
        'doses',
        'doses_bound',
        'share_percent',
        'stated_by',
        'source',
        'read_at',
        'note',
      ],
    });
    await reading.check(
      'every statement says how many doses, how many recipients, or what share; bounds are at_least or about',
      `SELECT count(*)::INTEGER FROM raw WHERE coalesce(recipients, doses, share_percent) IS NULL OR coalesce(recipients_bound, doses_bound, 'about') NOT IN ('at_least', 'about')
       OR try_cast(coalesce(recipients, '0') AS INTEGER) IS NULL OR try_cast(coalesce(doses, '0') AS BIGINT) IS NULL`,
      0,
    );
    await reading.write(
      'vaccine_statements',
      `SELECT line::SMALLINT AS statement, date, donor, iso3, kind, recipients::SMALLINT AS recipients, recipients_bound, recipients_are,
       doses::DOUBLE AS doses, doses_bound, share_percent::DOUBLE AS share_percent, stated_by, source, note FROM raw`,
    );
  },
};
