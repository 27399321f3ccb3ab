import { z } from 'zod';
import { fail } from '../kernel/errors.js';
import { showYears, type Years } from '../kernel/years.js';
import type { Answers } from '../world/open.js';
import { type Issue, issues } from '../world/sources/un-roll-calls/issues.js';
import {
  cannotServeSessions,
  positionsBySession,
  positionsOfAll,
  type SessionCount,
  voteSets,
} from './assembly-votes.js';
import type { Measure, Series } from './measure.js';
import { leastVotes, seriesOfOthers } from './minority-of-others.js';
import { rowsOf } from './rows-of.js';

export { leastVotes } from './minority-of-others.js';

const parameters = z.strictObject({
  state: z.string().min(1).describe('the state whose isolation is measured, by any of its names'),
  under: z
    .number()
    .gt(0)
    .lte(0.5)
    .multipleOf(0.001)
    .default(0.1)
    .describe('a minority is a side with a smaller part of the votes than this'),
  votes: z
    .enum(Object.keys(voteSets) as [keyof typeof voteSets, ...(keyof typeof voteSets)[]])
    .describe(
      'which votes: adopted texts (library), Voeten’s roll calls, or both sources reconciled (all, adopted, all-once)',
    ),
  abstentions: z
    .enum(['aside', 'as-a-side', 'left-out'])
    .describe(
      'aside: only yes and no are sides; as-a-side: so is abstaining; left-out: as aside, without the votes on which the state abstained',
    ),
  without: z
    .enum(['nothing', ...(Object.keys(issues) as Issue[])])
    .default('nothing')
    .describe('an issue whose votes are left out: me, nu, di, hr, co or ec'),
});

export type MinorityShareParameters = z.infer<typeof parameters>;

const asked = 'sessions';
const ofAll = 'sessions_of_all';

const issueOf = (without: MinorityShareParameters['without']): { issue?: Issue } =>
  without === 'nothing' ? {} : { issue: without };

/**
 * How often a state stood nearly alone in the General Assembly: the part of the recorded votes of a session in which
 * its position was shared by less than `under` (a tenth) of the voters, itself included.
 *
 * share = 100 · (votes in which the state was in such a minority) / (votes in which the state took part)
 *
 * Taking part is voting yes or no or abstaining; votes from which the state was absent are left out and counted as
 * lost. What a minority is depends on what abstaining means, on which scholars differ:
 * - `aside`: it takes no side. The voters are those who said yes or no; the state is in a minority if it said yes or
 *   no and its side has less than `under` of them. A vote on which it abstained counts as one in which it was not.
 * - `as-a-side`: it is a position between yes and no (the codes 1, 2, 3 of Voeten 2013, from which Bailey,
 *   Strezhnev & Voeten 2017 estimate ideal points). The voters are all who said yes or no or abstained; the state
 *   is in a minority if its position, whichever it was, has less than `under` of them.
 * - `left-out`: as `aside`, of the votes alone in which the state said yes or no (so the US Department of State
 *   counts in *Voting Practices in the United Nations*).
 *
 * Which votes are counted matters as much:
 * - `library`: texts that the Assembly adopted by recorded vote (UN Digital Library). A state that is often outvoted
 *   is in the minority more often here than among all roll calls, since texts that failed are absent: it exaggerates
 *   isolation. No issue codes.
 * - `roll-calls`: all roll calls of Voeten’s data, rejected texts, amendments and paragraphs included. Which of these
 *   the data hold changes over time: rejected texts are common to 1974 and nearly absent since (see the table
 *   `un_roll_calls`), so that a rise across 1975 is partly one of what was collected.
 * - `roll-calls-final`: without what is marked as an amendment or a part of a text.
 * - `roll-calls-adopted`: of those, the ones with more yes than no: what comes closest to `library`.
 * - `all`: both sources reconciled, from the first session to the last (`assembly_votes`); `adopted`: of their whole
 *   texts, those with more yes than no; `all-once`: of votes on one text that comes back year after year the first alone.
 *
 * Per cent, 0 (never in a small minority) to 100 (always). Years are those in which the regular session opened:
 * 2021 runs to September 2022. Sessions with fewer than ten such votes are missing (1964, when the Assembly voted
 * once). It does not say who was right, how much a vote mattered, nor anything of what is adopted without a vote:
 * most of the Assembly’s texts. All counting is in integers, so that no order of rows can change a value.
 *
 * Throws `states/unknown`; `measures/no-votes` where the state never voted in these years; `measures/two-seats` where
 * the name stands for two members that voted at once.
 *
 * Voeten, E. (2013). Data and Analyses of Voting in the United Nations General Assembly. Bailey, M. A., Strezhnev, A.
 * & Voeten, E. (2017). Estimating Dynamic State Preferences from United Nations Voting Data.
 */
export const minorityShare: Measure<MinorityShareParameters> = {
  name: 'minority-share',
  title: 'Share of votes of the General Assembly in which a state stood nearly alone',
  says: 'The part of the recorded votes of a session of the UN General Assembly, among those in which the state took part, in which its position was that of less than a tenth (or another part) of the voters. It does not say who was right or how much a vote mattered, and nothing of texts adopted without a vote.',
  cites: [
    'Voeten, E. (2013). Data and Analyses of Voting in the United Nations General Assembly. In B. Reinalda (ed.), Routledge Handbook of International Organization.',
    'Bailey, M. A., Strezhnev, A. & Voeten, E. (2017). Estimating Dynamic State Preferences from United Nations Voting Data. Journal of Conflict Resolution 61(2):430–456.',
    'US Department of State. Voting Practices in the United Nations (annual report to Congress).',
  ],
  parameters,
  unit: () => 'percentage points',
  label({ state, under, votes, without }) {
    const left = without === 'nothing' ? '' : `, without ${issues[without]}`;
    return `share of ${voteSets[votes].of} in which ${state} stood in a minority of under ${Number((100 * under).toFixed(1))} %${left}`;
  },
  formula: ({ abstentions }) =>
    abstentions === 'aside'
      ? '100 × minority_of_sides / sided: of the votes in which it voted yes or no, those in which fewer than that part of all yes and no were on its side'
      : '100 × minority_of_positions / (sided + abstained): of the votes in which it voted or abstained, those in which fewer than that part of all voters did as it did',
  cannot({ state, votes, without }, years, catalogue) {
    catalogue.states.resolve(state);
    if (without !== 'nothing' && !voteSets[votes].hasIssues) return `${votes} has no issue codes`;
    return cannotServeSessions(votes, years, catalogue);
  },
  needs({ state, under, votes, without }, years, { states }) {
    const options = { seats: states.all(state), under, votes, years, ...issueOf(without) };
    return { [asked]: positionsBySession(options) };
  },
  compute(p, years, answers) {
    const sessions = sessionsOf(answers).filter(({ year }) => years.from <= year && year <= years.to);
    if (sessions.some(({ doubled }) => doubled > 0)) {
      fail('measures/two-seats', `two members voted under one name: ${p.state}`, {
        hint: 'name one of them, by its COW number if need be',
      });
    }
    const counted = sessions.map((s) => ({ year: s.year, ...share(s, p.abstentions) }));
    if (counted.every(({ of }) => of === 0)) {
      fail('measures/no-votes', `no vote in these years: ${p.state}`, { hint: showYears(years) });
    }
    const kept = counted.filter(({ of }) => of >= leastVotes);
    return {
      years: kept.map(({ year }) => year),
      values: kept.map(({ minority, of }) => (100 * minority) / of),
      counts: kept.map(({ of }) => of),
      lost: losses(sessions, p, years.to - years.from + 1 - kept.length),
    } satisfies Series;
  },
  restsOn: ({ state }) => ({ named: [state], others: true }),
  ofOthers: {
    cannot: () => null,
    needs: ({ state, under, votes, without }, years, { states }) => ({
      [ofAll]: positionsOfAll({ seats: states.all(state), under, votes, years, ...issueOf(without) }),
    }),
    series: (p, years, answers) =>
      seriesOfOthers(answers[ofAll] ?? [], countedIn(answers, p, years), (session) =>
        share(session, p.abstentions),
      ),
  },
  variables: [
    {
      name: 'us_minority_share_adopted',
      title: 'Share of recorded votes on adopted texts in which the United States stood nearly alone',
      parameters: { state: 'USA', under: 0.1, votes: 'library', abstentions: 'aside', without: 'nothing' },
      years: { from: 1946, to: 2024 },
    },
    {
      name: 'us_minority_share_roll_calls',
      title: 'Share of roll calls in which the United States stood nearly alone',
      parameters: { state: 'USA', under: 0.1, votes: 'roll-calls', abstentions: 'aside', without: 'nothing' },
      years: { from: 1946, to: 2020 },
    },
  ],
};

const sessionsOf = (answers: Answers): readonly SessionCount[] => rowsOf(answers, asked);

/** The sessions that have a share. */
const countedIn = (answers: Answers, p: MinorityShareParameters, years: Years): number[] =>
  sessionsOf(answers)
    .filter((s) => years.from <= s.year && s.year <= years.to && share(s, p.abstentions).of >= leastVotes)
    .map(({ year }) => year);

/** Votes in which the state stood in a small minority, and of how many, under one meaning of abstaining. */
function share(
  s: Omit<SessionCount, 'absent' | 'doubled'>,
  abstentions: MinorityShareParameters['abstentions'],
): { minority: number; of: number } {
  if (abstentions === 'as-a-side') return { minority: s.minority_of_positions, of: s.sided + s.abstained };
  return { minority: s.minority_of_sides, of: abstentions === 'aside' ? s.sided + s.abstained : s.sided };
}

function losses(
  sessions: readonly SessionCount[],
  p: MinorityShareParameters,
  years: number,
): Series['lost'] {
  const total = (of: (s: SessionCount) => number): number => sessions.reduce((sum, s) => sum + of(s), 0);
  const lost = {
    'votes from which the state was absent': total((s) => s.absent),
    'votes on which the state abstained': p.abstentions === 'left-out' ? total((s) => s.abstained) : 0,
    [`years with fewer than ${leastVotes} votes of the state`]: years,
  };
  return Object.fromEntries(Object.entries(lost).filter(([, n]) => n > 0));
}
