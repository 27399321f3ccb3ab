import { z } from 'zod';
import { eachYear, showYears, type Years } from '../kernel/years.js';
import { tableOf } from '../world/catalogue.js';
import type { Query } from '../world/open.js';
import type { Measure } from './measure.js';
import { rowsOf } from './rows-of.js';

const parameters = z.strictObject({
  as: z
    .enum(['drafts', 'share-of-ballots'])
    .describe('drafts: drafts vetoed in the year; share-of-ballots: vetoed ballots in a hundred'),
});

type CouncilVetoesParameters = z.infer<typeof parameters>;

/** A veto: what it stopped, and who cast it; nobody where the record does not say. */
interface Veto {
  readonly year: number;
  readonly stopped: number;
  readonly ccode: number | null;
}

/** States that have held a permanent seat: China’s was 713’s to 25 October 1971. */
const permanent = [2, 200, 220, 365, 710, 713];

/**
 * Vetoes in the Security Council by calendar year.
 *
 * `drafts`: drafts that were vetoed, by the list of the Dag Hammarskjöld Library: one that several permanent members
 * vetoed counts once, and so do its parts. The list is complete: a year without a veto has 0. `share-of-ballots`: of a
 * hundred ballots put to the vote (adopted, vetoed or failed; drafts, amendments, parts and candidates), those that were
 * vetoed; what was adopted without a vote is no ballot. Years without a ballot are missing.
 *
 * Few drafts are put to a vote that will be vetoed, and some are for that reason: a veto threatened is not on record.
 * The number says nothing of what was at stake. Higher: stopped more often. Vetoes are the rows, so that a state that is
 * left out takes with it what it alone has stopped.
 */
export const councilVetoes: Measure<CouncilVetoesParameters> = {
  name: 'council-vetoes',
  title: 'Vetoes in the Security Council',
  says: 'Drafts vetoed in the Security Council in a year, or the part of its ballots that were vetoed. It says nothing of drafts that were not put to the vote because a veto was certain.',
  cites: [
    'Dag Hammarskjöld Library. Security Council – Veto List. https://research.un.org/en/docs/sc/quick/veto.',
  ],
  parameters,
  unit: ({ as }) => (as === 'drafts' ? 'drafts' : 'percentage points'),
  label: ({ as }) =>
    as === 'drafts'
      ? 'yearly number of drafts vetoed in the Security Council'
      : 'vetoed share of ballots in the Security Council',
  formula: ({ as }) => (as === 'drafts' ? 'drafts vetoed in the year' : '100 × ballots vetoed / ballots'),
  cannot({ as }, years, { manifest }) {
    const { from, to } = tableOf(manifest, as === 'drafts' ? 'vetoes' : 'council_ballots').years;
    return from <= years.from && years.to <= to
      ? null
      : `vetoes are listed in ${showYears({ from, to })} only`;
  },
  needs: ({ as }, years) =>
    as === 'drafts'
      ? { vetoes: draftsVetoed(years) }
      : { vetoes: ballotsVetoed(years), ballots: ballotsIn(years) },
  compute({ as }, years, answers) {
    const all = eachYear(years);
    const stopped = stoppedIn(rowsOf<Veto>(answers, 'vetoes'));
    const vetoed = (year: number): number => stopped.get(year)?.size ?? 0;
    if (as === 'drafts') return { years: all, values: all.map(vetoed), counts: all.map(vetoed), lost: {} };
    const ballots = new Map(
      rowsOf<{ year: number; n: number }>(answers, 'ballots').map(({ year, n }) => [year, n]),
    );
    const kept = all.filter((year) => ballots.has(year));
    return {
      years: kept,
      values: kept.map((year) => (100 * vetoed(year)) / ballots.get(year)!),
      counts: kept.map((year) => ballots.get(year)!),
      lost: kept.length === all.length ? {} : { 'years without a ballot': all.length - kept.length },
    };
  },
  variables: [
    {
      name: 'vetoed_drafts',
      title: 'Drafts vetoed in the Security Council',
      parameters: { as: 'drafts' },
      years: { from: 1946, to: 2025 },
    },
  ],
};

/** What was stopped in each year; what several members stopped together is there once. */
function stoppedIn(vetoes: readonly Veto[]): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  for (const { year, stopped } of vetoes) found.set(year, (found.get(year) ?? new Set()).add(stopped));
  return found;
}

const draftsVetoed = ({ from, to }: Years): Query => ({
  sql: `SELECT year(date)::INTEGER AS year, veto::INTEGER AS stopped, ccode::INTEGER AS ccode FROM vetoes
    WHERE year(date) BETWEEN ${from} AND ${to} ORDER BY year, stopped, ccode`,
  tables: ['vetoes'],
});

const ballotsVetoed = ({ from, to }: Years): Query => ({
  sql: `SELECT year(date)::INTEGER AS year, ballot::INTEGER AS stopped, ccode::INTEGER AS ccode FROM council_ballots
    LEFT JOIN (FROM council_votes WHERE vote = 3 AND ccode IN (${permanent.join(', ')})) USING (ballot)
    WHERE outcome = 'vetoed' AND year(date) BETWEEN ${from} AND ${to} ORDER BY year, stopped, ccode`,
  tables: ['council_ballots', 'council_votes'],
});

const ballotsIn = ({ from, to }: Years): Query => ({
  sql: `SELECT year(date)::INTEGER AS year, count(*)::INTEGER AS n FROM council_ballots
    WHERE without_vote = 0 AND year(date) BETWEEN ${from} AND ${to} GROUP BY ALL ORDER BY year`,
  tables: ['council_ballots'],
});
