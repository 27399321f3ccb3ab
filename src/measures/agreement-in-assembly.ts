import type { Years } from '../kernel/years.js';
import type { Query } from '../world/open.js';
import { type Issue, issues } from '../world/sources/un-roll-calls/issues.js';

/** Which votes of the General Assembly are looked at. */
export type ChosenVotes = 'all' | Issue | 'important' | 'adopted' | 'unrepeated';

/** What the votes are, as words after “share of”. */
export const chosenVotes: Readonly<Record<ChosenVotes, string>> = {
  all: 'all votes',
  ...(Object.fromEntries(
    Object.entries(issues).map(([issue, what]) => [issue, `votes on ${what}`]),
  ) as Record<Issue, string>),
  important: 'votes that the US Department of State called important (1983–2017)',
  adopted: 'votes on texts that were adopted',
  unrepeated: 'votes without those on a text voted on before',
};

function whereOf(votes: ChosenVotes): string {
  if (votes === 'all') return 'true';
  if (votes === 'unrepeated') return '(same_text IS NULL OR same_text = vote)';
  return `${votes} = 1`;
}

const tables = ['assembly_votes', 'assembly_choices'];

/** Choices of states in the sessions that opened in these years; absence is no choice. */
const choicesOf = (votes: ChosenVotes, { from, to }: Years): Query => ({
  sql: `SELECT vote, session_year AS year, ccode, choice FROM assembly_choices JOIN assembly_votes USING (vote)
    WHERE choice IN (1, 2, 3) AND session_year BETWEEN ${from} AND ${to} AND ${whereOf(votes)}`,
  tables,
});

/** How often two states voted alike in a session, of the votes in which both took part. */
export interface SharedVotes {
  readonly ccode1: number;
  readonly ccode2: number;
  /** In which the regular session opened. */
  readonly year: number;
  readonly shared: number;
  readonly same: number;
  /** As `same`, an abstention of one of them counting half. */
  readonly near: number;
}

/**
 * Share of same votes of the General Assembly, session by session: `same` of `shared`, the votes in which both states
 * said yes, no or abstained (Lijphart 1963, *American Political Science Review* 57: 902–917, in its strict form: an
 * abstention agrees with an abstention alone). Rows are `SharedVotes` of each of `ones` with each of `others` (all
 * states, where none are named).
 */
export function sharedVotes(
  ones: readonly number[],
  others: readonly number[] | undefined,
  votes: ChosenVotes,
  years: Years,
): Query {
  return sharedIn(choicesOf(votes, years), ones, others);
}

/** The same of whatever choices: rows of `vote`, `year`, `ccode` and `choice`. */
export function sharedIn(
  chosen: Query,
  ones: readonly number[],
  others: readonly number[] | undefined,
): Query {
  const whom = others === undefined ? '' : ` AND b.ccode IN (${others.join(', ')})`;
  return {
    sql: `WITH chosen AS (${chosen.sql})
      SELECT a.ccode AS ccode1, b.ccode AS ccode2, a.year, count(*)::INTEGER AS shared, (count(*) FILTER (a.choice = b.choice))::INTEGER AS same, sum(1 - abs(a.choice - b.choice) / 2)::DOUBLE AS near
      FROM chosen a JOIN chosen b USING (vote) WHERE a.ccode IN (${ones.join(', ')}) AND a.ccode <> b.ccode${whom}
      GROUP BY ALL ORDER BY ccode1, ccode2, year`,
    tables: chosen.tables,
  };
}

/** Recorded votes of each session: rows of `year` and `votes`. */
export const votesBySession = (votes: ChosenVotes): Query => ({
  sql: `SELECT session_year AS year, count(*)::INTEGER AS votes FROM assembly_votes WHERE ${whereOf(votes)} GROUP BY session_year ORDER BY session_year`,
  tables: ['assembly_votes'],
});

/** Sessions in which each state took part in a vote: rows of `ccode` and `year`. */
export const votersBySession = (votes: ChosenVotes): Query => ({
  sql: `SELECT DISTINCT ccode, session_year AS year FROM assembly_choices JOIN assembly_votes USING (vote)
      WHERE choice IN (1, 2, 3) AND ${whereOf(votes)} ORDER BY ccode, session_year`,
  tables,
});

/** Fewer shared votes say nothing of two states. */
export const leastShared = 5;
