import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';
import { ertTables } from './tables.js';

const file = 'regime/ert-v15.csv';

/** Outcomes of the two kinds of episode by ERT’s codes 1–6. */
const kinds = [
  {
    kind: 'democratisation',
    stem: 'dem',
    outcomes: [
      'transition',
      'preempted_transition',
      'stabilised_autocracy',
      'reverted_liberalisation',
      'deepened_democracy',
      'uncertain',
    ],
    potential: 'dem_ep_prch = 0',
  },
  {
    kind: 'autocratisation',
    stem: 'aut',
    outcomes: [
      'breakdown',
      'preempted_breakdown',
      'diminished_democracy',
      'averted_regression',
      'regressed_autocracy',
      'uncertain',
    ],
    potential: 'aut_ep_prch = 1',
  },
] as const;

type Kind = (typeof kinds)[number];

/** SQL: one row an episode of a kind, from the rows of its years and of the year before. */
const episodes = ({ kind, stem, outcomes, potential }: Kind): string => {
  const codes = outcomes.map((o, i) => `WHEN ${i + 1} THEN '${o}'`).join(' ');
  const within = `${stem}_ep = 1`;
  return `SELECT ${stem}_ep_id AS episode, '${kind}' AS kind, any_value(country_text_id) AS country,
    any_value(${stem}_ep_start_year)::SMALLINT AS first_year, any_value(${stem}_ep_end_year)::SMALLINT AS last_year,
    round(max(v2x_polyarchy) FILTER (year = ${stem}_ep_end_year) - max(v2x_polyarchy) FILTER (${stem}_pre_ep_year = 1), 3) AS change,
    bool_or(${potential}) FILTER (${within})::TINYINT AS from_democracy,
    CASE max(${stem}_ep_outcome) ${codes} END AS outcome, max(${stem}_ep_censored)::TINYINT AS censored
    FROM numbers WHERE ${stem}_ep_id IS NOT NULL GROUP BY ${stem}_ep_id`;
};

/**
 * Episodes of Regime Transformation, version 15: sustained movements towards and away from democracy, 1900–2024, by
 * a rule on V-Dem’s electoral democracy index. Movements within autocracies and within democracies count too.
 */
export const ert: Source = {
  // V-Dem’s countries: names.csv of version 16 serves here too.
  folder: 'vdem16',
  card: {
    name: 'ert',
    title: 'Episodes of Regime Transformation',
    version: 'v15 (2025)',
    citation:
      'Maerz, S. F., Edgell, A. B., Wilson, M. C., Hellmeier, S. & Lindberg, S. I. (2023). Episodes of regime transformation. Journal of Peace Research. Edgell, A. B., Maerz, S. F. et al. (2025). Episodes of Regime Transformation Dataset v15. V-Dem Institute.',
    terms: 'CC BY-SA 4.0',
    files: [file],
    defects: [
      'Episodes follow version 15 of V-Dem; version 16 would date some otherwise. They are cut by a rule on point estimates: errors of measurement are not in it.',
      'Episodes that had not ended by 2024, or before a gap, are censored: their end, outcome and size may change.',
      'The flags of the years in which a state was a colony are left out with those years; the episodes are kept, without a state where none was a member when they began.',
    ],
  },
  tables: ertTables,
  async read(reading) {
    const of = (stem: string): string[] =>
      ['ep', 'ep_start_year', 'ep_end_year', 'pre_ep_year', 'ep_prch', 'ep_outcome', 'ep_censored'].map(
        (c) => `${stem}_${c}`,
      );
    const numbers = ['year', 'v2x_polyarchy', 'reg_type', 'reg_trans', ...kinds.flatMap((k) => of(k.stem))];
    await reading.csv(file, 'raw', { columns: ['country_text_id', 'dem_ep_id', 'aut_ep_id', ...numbers] });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, { from: 'raw', key: ['country_text_id', 'year'], file });
    await reading.check(
      '19,678 country-years of 1900–2024',
      `SELECT count(*) || ', ' || min(year) || '-' || max(year) FROM raw`,
      '19678, 1900-2024',
    );
    await reading.run(`CREATE TABLE numbers AS SELECT line, country_text_id, nullif(dem_ep_id, 'NA') AS dem_ep_id, nullif(aut_ep_id, 'NA') AS aut_ep_id,
      ${numbers.map((c) => `as_number(${c}) AS ${c}`).join(', ')} FROM raw`);
    await reading.check(
      'no year is in an episode of both kinds, and every year of an episode has its identifier and an outcome of 1–6',
      `SELECT count(*) FILTER (dem_ep = 1 AND aut_ep = 1) || ', ' || count(*) FILTER ((dem_ep = 1 AND (dem_ep_id IS NULL OR dem_ep_outcome NOT BETWEEN 1 AND 6))
       OR (aut_ep = 1 AND (aut_ep_id IS NULL OR aut_ep_outcome NOT BETWEEN 1 AND 6))) FROM numbers`,
      '0, 0',
    );
    await reading.check(
      'Hungary is in an episode of autocratisation since 2006',
      `SELECT DISTINCT aut_ep_id FROM numbers WHERE country_text_id = 'HUN' AND year > 2010 AND aut_ep_id IS NOT NULL`,
      'HUN_2006_2024',
    );
    await reading.resolve({
      from: 'numbers',
      into: 'placed',
      key: 'country_text_id',
      year: 'year',
      file,
    });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year' });
    const flags = kinds.flatMap(({ kind, stem }) => [
      `${stem}_ep::TINYINT AS ${kind}_episode`,
      `(${stem}_ep = 1 AND year = ${stem}_ep_start_year)::TINYINT AS ${kind}_onset`,
      `CASE WHEN ${stem}_ep = 1 THEN ${stem}_ep_id END AS ${kind}`,
    ]);
    await reading.write(
      'ert',
      `SELECT ccode::SMALLINT AS ccode, year::SMALLINT AS year, ${flags.join(', ')}, reg_type::TINYINT AS ert_democracy, reg_trans::TINYINT AS regime_transition FROM members`,
    );
    await reading.write(
      'ert_episodes',
      `SELECT e.episode, e.kind, e.country, m.ccode::SMALLINT AS ccode, e.* EXCLUDE (episode, kind, country)
       FROM (${kinds.map(episodes).join(' UNION ALL ')}) e LEFT JOIN members m ON m.country_text_id = e.country AND m.year = e.first_year`,
    );
  },
};
