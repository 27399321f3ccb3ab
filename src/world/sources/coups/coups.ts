import type { VariableCard } from '../../cards.js';
import { refuseDoubles } from '../refuse-doubles.js';
import { refuseNonNumbers } from '../refuse-non-numbers.js';
import type { Source } from '../source.js';

const file = 'leaders/coups-powell-thyne-counts.csv';

/** Our name → the carrier’s. */
const counts = {
  coups_attempted: 'pt_attempt_num',
  coups_succeeded: 'pt_coup_num',
  coups_failed: 'pt_failed_num',
} as const;

const count = (name: keyof typeof counts, title: string, definition: string): VariableCard => ({
  name,
  title,
  definition: `${definition} A coup is an illegal and overt attempt by the military or other elites within the state apparatus to unseat the sitting executive; it succeeded if power was held for at least seven days. A president’s seizure of more power is none, nor is a plot that was only found out.`,
  unit: 'coups',
  scale: { low: 0, higher: 'more coups' },
  absentIsZero:
    'The list of coups covers all states of the years; the carrier gives every state of its list a row, with 0 where the list has no coup.',
});

/**
 * Coups by Powell & Thyne, counted by state and year, 1950–2025. The counts were made by the demspaces project from
 * the list of events, for Gleditsch and Ward’s states; running totals and times since the last coup are not carried
 * over (they start from 1950 and are easily made anew).
 */
export const coups: Source = {
  // Gleditsch and Ward’s numbers as the demspaces project uses them: one reviewed table serves its three files.
  folder: 'demspaces-gdp',
  card: {
    name: 'coups',
    title: 'Global instances of coups',
    version: 'events to late 2025, as counted by demspaces',
    citation:
      'Powell, J. M. & Thyne, C. L. (2011). Global instances of coups from 1950 to 2010: A new dataset. Journal of Peace Research 48(2):249–259. Updated by the authors; counts by the demspaces project (V-Dem Institute).',
    terms: 'cite',
    files: [file],
    defects: [
      'Upstream, the running total of attempts counts successful coups alone; running totals are not carried over.',
      'The coup of 1970 in Oman falls before Oman’s membership of the state system; one of 1955 in Sudan before independence is missing upstream.',
      '2025 may be incomplete: the last events are of Madagascar and Guinea-Bissau.',
      'Germany, Yemen and Serbia have one row in the year of change, given to the state that stood at its end; no coup is concerned.',
    ],
  },
  tables: [
    {
      name: 'coups',
      level: 'state-year',
      key: ['ccode', 'year'],
      says: 'Coups attempted, succeeded and failed, for members of the state system.',
      years: { from: 1950, to: 2025 },
      variables: [
        count('coups_attempted', 'Coups attempted', 'Coups attempted in the year, successful or not.'),
        count('coups_succeeded', 'Coups succeeded', 'Coups of the year that unseated the executive.'),
        count('coups_failed', 'Coups failed', 'Coups of the year that did not unseat the executive.'),
      ],
    },
  ],
  async read(reading) {
    const numbers = ['gwcode', 'year', ...Object.values(counts)];
    const totals = ['pt_attempt_total', 'pt_coup_total'];
    await reading.csv(file, 'raw', { columns: [...numbers, ...totals] });
    await refuseNonNumbers(reading, { from: 'raw', columns: numbers, file });
    await refuseDoubles(reading, { from: 'raw', key: ['gwcode', 'year'], file });
    await reading.check(
      '12,384 state-years of 1950–2025',
      `SELECT count(*) || ', ' || min(year) || '-' || max(year) FROM raw`,
      '12384, 1950-2025',
    );
    await reading.check(
      '495 coups, of which 248 succeeded and 247 failed',
      `SELECT sum(pt_attempt_num::INT) || ' = ' || sum(pt_coup_num::INT) || ' + ' || sum(pt_failed_num::INT) FROM raw`,
      '495 = 248 + 247',
    );
    await reading.check(
      'attempts are successes and failures together, up to four in a year',
      `SELECT count(*) FILTER (pt_attempt_num::INT <> pt_coup_num::INT + pt_failed_num::INT) || ', ' || max(pt_attempt_num::INT) FROM raw`,
      '0, 4',
    );
    await reading.check(
      'the running total of attempts is that of successes',
      `SELECT count(*) FROM raw WHERE pt_attempt_total <> pt_coup_total`,
      0,
    );
    await reading.check(
      'Sudan has no row for 1955',
      `SELECT count(*) FROM raw WHERE gwcode = '625' AND year::INT < 1956`,
      0,
    );
    await reading.resolve({
      from: 'raw',
      into: 'placed',
      key: 'gwcode',
      year: 'year',
      file,
      codes: 'cow',
    });
    await reading.inSystem({ from: 'placed', into: 'members', year: 'year' });
    await reading.check(
      'of the 495 coups 494 are of members of the state system',
      `SELECT sum(pt_attempt_num::INT)::INTEGER FROM members`,
      494,
    );
    const columns = Object.entries(counts).map(([ours, theirs]) => `${theirs}::TINYINT AS ${ours}`);
    await reading.write(
      'coups',
      `SELECT ccode::SMALLINT AS ccode, as_integer(year)::SMALLINT AS year, ${columns.join(', ')} FROM members`,
    );
  },
};
