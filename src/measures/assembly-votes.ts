import { showYears, type Years } from '../kernel/years.js';
import { tableOf } from '../world/catalogue.js';
import type { Catalogue, Query } from '../world/open.js';
import type { Issue } from '../world/sources/un-roll-calls/issues.js';

interface VoteSet {
  /** What stands after “share of”. */
  readonly of: string;
  /** Tables of what was voted on and of how each state voted. */
  readonly tables: { readonly texts: string; readonly cast: string };
  /** The same as SQL, with the key between them; how a state voted is `vote`. */
  readonly texts: string;
  readonly cast: string;
  readonly key: string;
  /** Which texts are meant. */
  readonly where: string;
  /** The column by which texts that come back year after year are known. */
  readonly heading: string;
  readonly hasIssues: boolean;
}

const rollCalls = {
  tables: { texts: 'un_roll_calls', cast: 'un_roll_call_votes' },
  texts: 'un_roll_calls',
  cast: 'un_roll_call_votes',
  key: 'rcid',
  heading: 'descr',
  hasIssues: true,
} as const;

/** Both sources, reconciled: sessions 1 to 80. */
const assembly = {
  tables: { texts: 'assembly_votes', cast: 'assembly_choices' },
  texts:
    '(SELECT vote AS rollcall, * EXCLUDE (vote), coalesce(same_text, vote)::VARCHAR AS heading FROM assembly_votes)',
  cast: '(SELECT vote AS rollcall, ccode, choice AS vote FROM assembly_choices)',
  key: 'rollcall',
  heading: 'heading',
  hasIssues: true,
} as const;
const whole = 'coalesce(amend, 0) = 0 AND coalesce(para, 0) = 0';

/** Votes of the General Assembly, by source and by what was voted on. */
export const voteSets = {
  library: {
    of: 'recorded votes on adopted texts',
    tables: { texts: 'un_resolutions', cast: 'un_votes' },
    texts: 'un_resolutions',
    cast: 'un_votes',
    key: 'record',
    where: `body = 'GA'`,
    heading: 'title',
    hasIssues: false,
  },
  'roll-calls': { ...rollCalls, of: 'roll calls', where: 'true' },
  'roll-calls-final': { ...rollCalls, of: 'roll calls on whole texts', where: whole },
  'roll-calls-adopted': {
    ...rollCalls,
    of: 'roll calls on whole texts that passed',
    where: `${whole} AND passed_simple = 1`,
  },
  all: { ...assembly, of: 'recorded votes', where: 'true' },
  adopted: {
    ...assembly,
    of: 'recorded votes on whole texts that passed',
    where: `kind = 'text' AND passed_simple = 1`,
  },
  'all-once': {
    ...assembly,
    of: 'recorded votes, those on a repeated text once',
    where: 'coalesce(same_text, rollcall) = rollcall',
  },
} as const satisfies Record<string, VoteSet>;

/** The tables that a set of votes reads. */
export function tablesOf(votes: keyof typeof voteSets): readonly string[] {
  const { texts, cast } = voteSets[votes].tables;
  return [texts, cast];
}

/** Why a set of votes has no whole sessions in all of some years, or null. */
export function cannotServeSessions(
  votes: keyof typeof voteSets,
  years: Years,
  { manifest }: Catalogue,
): string | null {
  // A session ends in the year after the one in which it opened: the table's last year has no whole session.
  const table = tableOf(manifest, voteSets[votes].tables.texts);
  const whole = { from: table.years.from, to: table.years.to - 1 };
  const inside = whole.from <= years.from && years.to <= whole.to;
  return inside ? null : `${votes} covers the sessions of ${showYears(whole)} only`;
}

/** The texts of a set that were voted on in the sessions that opened in some years: rows of `text` and `year`. */
function textsSql(votes: keyof typeof voteSets, years: Years, without?: Issue): string {
  const { texts, key, where } = voteSets[votes];
  const not = without === undefined ? '' : ` AND coalesce(${without}, 0) = 0`;
  return `SELECT ${key} AS text, session_year AS year FROM ${texts}
        WHERE ${where}${not} AND session_year BETWEEN ${years.from} AND ${years.to}`;
}

/** What states said (yes, abstain, no: 1, 2, 3) in a set of votes: rows of `vote`, `year`, `ccode` and `choice`. */
export function choicesIn(votes: keyof typeof voteSets, years: Years, without?: Issue): Query {
  const { cast, key } = voteSets[votes];
  return {
    sql: `SELECT text AS vote, year, ccode, v.vote AS choice
      FROM (${textsSql(votes, years, without)}) JOIN ${cast} v ON ${key} = text WHERE v.vote IN (1, 2, 3)`,
    tables: tablesOf(votes),
  };
}

/** How often a state took a position in a session, and how often few others did. */
export interface SessionCount {
  readonly year: number;
  /** Votes in which the state said yes or no; abstained; was absent. */
  readonly sided: number;
  readonly abstained: number;
  readonly absent: number;
  /** Votes in which its side had too small a part of yes and no; its position, of yes, no and abstentions. */
  readonly minority_of_sides: number;
  readonly minority_of_positions: number;
  /** Votes in which two members voted under the state's name. */
  readonly doubled: number;
}

/** The same of any state, by its number. */
export type SessionOfState = Omit<SessionCount, 'absent' | 'doubled'> & { readonly ccode: number };

export interface PositionsOptions {
  /** COW numbers under which the state has had its seat. */
  readonly seats: readonly number[];
  /** A minority has less than this part of the votes; a multiple of 0.001. */
  readonly under: number;
  readonly votes: keyof typeof voteSets;
  readonly years: Years;
  /** Votes that bear this issue code are left out. */
  readonly issue?: Issue;
}

const few = (permille: number, side: string, all: string): string =>
  `1000 * (${side}) < ${permille} * (${all})`;

/** The votes on which the question is, each with how many said what and what the state did. */
function resultsSql({ seats, votes, years, issue }: PositionsOptions): string {
  const { cast, key } = voteSets[votes];
  return `texts AS (${textsSql(votes, years, issue)}),
      results AS (SELECT text, year, count(*) FILTER (vote = 1) AS yes, count(*) FILTER (vote = 3) AS no, count(*) FILTER (vote = 2) AS abstain,
          min(vote) FILTER (ccode IN (${seats.join(', ')})) AS own, count(*) FILTER (ccode IN (${seats.join(', ')}) AND vote <> 8) AS seats
        FROM texts JOIN ${cast} ON ${key} = text GROUP BY text, year)`;
}

/** What the state did, as a count of those that did the same. */
const like = `CASE own WHEN 1 THEN yes WHEN 3 THEN no ELSE abstain END`;

/** A `SessionCount` a year, all counts of rows. */
const sessionsSql = (
  permille: number,
): string => `SELECT year, count(*) FILTER (own IN (1, 3)) AS sided, count(*) FILTER (own = 2) AS abstained, count(*) FILTER (own = 8) AS absent,
        count(*) FILTER (own IN (1, 3) AND ${few(permille, like, 'yes + no')}) AS minority_of_sides,
        count(*) FILTER (own IN (1, 2, 3) AND ${few(permille, like, 'yes + no + abstain')}) AS minority_of_positions,
        count(*) FILTER (seats > 1) AS doubled
      FROM results GROUP BY year`;

/** The query for how a state stood in the votes of each session: a `SessionCount` a year, all counts of rows. */
export function positionsBySession(options: PositionsOptions): Query {
  return {
    sql: `WITH ${resultsSql(options)} ${sessionsSql(Math.round(options.under * 1000))} ORDER BY year`,
    tables: tablesOf(options.votes),
    leftOut: withoutEach(options),
  };
}

/** The same sessions without the votes of each other state in turn: only how large a minority is can change. */
function withoutEach(options: PositionsOptions): Query {
  const { cast, key } = voteSets[options.votes];
  const permille = Math.round(options.under * 1000);
  const turns = (kinds: string, all: string): string => {
    const then = few(permille, `(${like}) - (vote = own)::INTEGER`, `${all} - (vote IN (${kinds}))::INTEGER`);
    const now = few(permille, like, all);
    return `sum(CASE WHEN own IN (${kinds}) THEN (${then})::INTEGER - (${now})::INTEGER ELSE 0 END)::INTEGER`;
  };
  return {
    sql: `WITH ${resultsSql(options)},
      sessions AS (${sessionsSql(permille)}),
      turned AS (SELECT ccode, year, ${turns('1, 3', 'yes + no')} AS of_sides, ${turns('1, 2, 3', 'yes + no + abstain')} AS of_positions
        FROM results JOIN ${cast} ON ${key} = text WHERE ccode NOT IN (${options.seats.join(', ')}) GROUP BY ccode, year)
      SELECT ccode AS left_out, s.year, sided, abstained, absent, minority_of_sides + coalesce(of_sides, 0) AS minority_of_sides,
        minority_of_positions + coalesce(of_positions, 0) AS minority_of_positions, doubled
      FROM (SELECT DISTINCT ccode FROM turned) CROSS JOIN sessions s LEFT JOIN turned USING (ccode, year) ORDER BY left_out, s.year`,
    tables: tablesOf(options.votes),
  };
}

/** How every state stood in the votes of each session: a `SessionOfState` a state and year. */
export function positionsOfAll(options: PositionsOptions): Query {
  const { cast, key } = voteSets[options.votes];
  const permille = Math.round(options.under * 1000);
  const own = `CASE vote WHEN 1 THEN yes WHEN 3 THEN no ELSE abstain END`;
  return {
    sql: `WITH ${resultsSql(options)}
      SELECT ccode, year, count(*) FILTER (vote IN (1, 3)) AS sided, count(*) FILTER (vote = 2) AS abstained,
        count(*) FILTER (vote IN (1, 3) AND ${few(permille, own, 'yes + no')}) AS minority_of_sides,
        count(*) FILTER (vote IN (1, 2, 3) AND ${few(permille, own, 'yes + no + abstain')}) AS minority_of_positions
      FROM results JOIN ${cast} ON ${key} = text WHERE ccode NOT IN (${options.seats.join(', ')}) GROUP BY ccode, year ORDER BY ccode, year`,
    tables: tablesOf(options.votes),
  };
}
