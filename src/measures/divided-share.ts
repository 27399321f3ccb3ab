import { z } from 'zod';
import { showYears } from '../kernel/years.js';
import { tableOf } from '../world/catalogue.js';
import type { Measure } from './measure.js';
import { rowsOf } from './rows-of.js';

const parameters = z.strictObject({
  as: z
    .enum(['divided', 'undivided'])
    .describe('divided: the part on which a vote was recorded; undivided: the rest'),
});

const asked = 'numbers';

/** The first year whose session numbers its resolutions anew, as A/RES/31/1. */
const numbered = 1976;

/**
 * The part of the resolutions of a session of the General Assembly on which a vote was recorded, or the rest, which was
 * adopted without one (or by a vote that was not recorded): with r numbers under which there was a recorded vote and h
 * the highest number of the regular session, 100 r/h or 100 (1 − r/h).
 *
 * Resolutions adopted without a vote are not in the record, but their numbers run on: the highest number that is
 * recorded counts them, up to those that came after it. So h is a little too low, and the divided share a little too
 * high. Parts of one number (A, B, …) count once. From the 31st session (1976), the first to number its resolutions
 * anew. Most texts that are adopted without a vote divide nobody, or are not worth a vote; the share says nothing of
 * which.
 */
export const dividedShare: Measure<z.infer<typeof parameters>> = {
  name: 'divided-share',
  title: 'Share of resolutions of the General Assembly on which a vote was recorded',
  says: 'The part of the resolutions of a regular session of the UN General Assembly, counted by their highest number, on which a vote was recorded, or the rest. It says nothing of what was at stake in them.',
  cites: [
    'Häge, F. M. & Hug, S. (2016). Consensus Decisions and Similarity Measures in International Organizations. International Interactions 42(3):503–529.',
  ],
  parameters,
  unit: () => 'percentage points',
  label: ({ as }) =>
    as === 'divided'
      ? 'share of resolutions of the General Assembly with a recorded vote'
      : 'share of resolutions of the General Assembly without a recorded vote',
  formula: ({ as }) => (as === 'divided' ? '100 × recorded / highest' : '100 × (1 − recorded / highest)'),
  cannot(_p, years, { manifest }) {
    // A session ends in the year after the one in which it opened: the table's last year has no whole session.
    const whole = { from: numbered, to: tableOf(manifest, 'un_resolutions').years.to - 1 };
    return whole.from <= years.from && years.to <= whole.to
      ? null
      : `resolutions are numbered by session in ${showYears(whole)} only`;
  },
  needs: (_p, years) => ({
    [asked]: {
      sql: `SELECT session_year AS year, max(number) AS highest, count(DISTINCT number) FILTER (recorded = 1)::INTEGER AS recorded
        FROM (SELECT session_year, recorded, try_cast(regexp_extract(symbol, '^A/RES/\\d+/(\\d+)', 1) AS INTEGER) AS number
          FROM un_resolutions WHERE body = 'GA')
        WHERE number IS NOT NULL AND session_year BETWEEN ${years.from} AND ${years.to} GROUP BY session_year ORDER BY session_year`,
      tables: ['un_resolutions'],
    },
  }),
  compute({ as }, window, answers) {
    const rows = rowsOf(answers, asked).filter(
      (row) => window.from <= Number(row['year']) && Number(row['year']) <= window.to,
    );
    const number = (name: string): number[] => rows.map((row) => Number(row[name]));
    const [years, highest, recorded] = [number('year'), number('highest'), number('recorded')];
    return {
      years,
      values: recorded.map((r, i) => 100 * (as === 'divided' ? r / highest[i]! : 1 - r / highest[i]!)),
      counts: highest,
      lost: {},
    };
  },
  variables: (['divided', 'undivided'] as const).map((as) => ({
    name: `assembly_${as}_share`,
    title: `Share of resolutions of the General Assembly ${as === 'divided' ? 'with' : 'without'} a recorded vote`,
    parameters: { as },
    years: { from: numbered, to: 2024 },
  })),
};
