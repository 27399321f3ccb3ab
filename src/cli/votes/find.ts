import type { Query, World } from '../../world/open.js';
import { literal } from '../../world/sql.js';
import type { Asked } from './asked.js';

const tables = ['assembly_votes', 'assembly_choices', 'un_resolutions', 'un_roll_calls', 'states'];

/** A vote as it is listed. `choices` and `others` go by the states that were named, in their order. */
export interface FoundVote {
  readonly vote: number;
  readonly record: number | null;
  readonly rcid: number | null;
  readonly resolution: string | null;
  readonly session: string;
  readonly session_year: number;
  readonly year: number;
  readonly month: number;
  readonly date: string | null;
  readonly kind: string;
  readonly title: string;
  readonly agenda: string | null;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly absent: number;
  readonly issues: string;
  readonly issues_from: string;
  readonly taken: string;
  readonly taken_for: string;
  readonly differing: number | null;
  readonly choices: readonly (number | null)[];
  readonly others: readonly (number | null)[];
}

/** Titles: the Library’s, that of the text for its paragraphs and amendments too; else Voeten’s description. */
const title = `coalesce(r.title, t.title, c.descr, c.short, '')`;

const issueList = `concat_ws(' ', ${['me', 'nu', 'di', 'hr', 'co', 'ec'].map((i) => `CASE v.${i} WHEN 1 THEN '${i}' END`).join(', ')})`;

const described = `assembly_votes v LEFT JOIN un_resolutions r ON r.record = v.record LEFT JOIN un_roll_calls c ON c.rcid = v.rcid
  LEFT JOIN (SELECT resolution, max(title) AS title FROM assembly_votes JOIN un_resolutions USING (record) GROUP BY resolution) t ON t.resolution = v.resolution`;

const inOrder = 'v.year, v.month, v.date NULLS LAST, v.vote';

/** Where only the month of a vote is known, it may be any day of it. */
function conditions(asked: Asked): string {
  const { resolution, issue, session, from, to, states } = asked;
  const first = 'coalesce(v.date, make_date(v.year, v.month, 1))';
  const last = 'coalesce(v.date, last_day(make_date(v.year, v.month, 1)))';
  const since = from && (from.length === 4 ? `v.year >= ${from}` : `${last} >= DATE ${literal(from)}`);
  const until = to && (to.length === 4 ? `v.year <= ${to}` : `${first} <= DATE ${literal(to)}`);
  const seats = states.flatMap((s) => s.codes);
  const there =
    seats.length > 0 && `v.vote IN (SELECT vote FROM assembly_choices WHERE ccode IN (${seats.join(', ')}))`;
  const all = [
    resolution && `v.resolution = ${literal(resolution)}`,
    issue && `v.${issue} = 1`,
    session && `v.session = ${literal(session)}`,
    since,
    until,
    there,
  ].filter(Boolean);
  return all.length > 0 ? all.join(' AND ') : 'true';
}

/** The votes that are asked for, from the first to the last, each with what the named states did. */
export async function findVotes(asked: Asked, world: World): Promise<FoundVote[]> {
  const joins = asked.states.map(
    ({ codes }, i) =>
      `LEFT JOIN (SELECT vote, min(choice) AS choice, min(other) AS other FROM assembly_choices WHERE ccode IN (${codes.join(', ')}) GROUP BY vote) s${i} ON s${i}.vote = v.vote`,
  );
  const columns = asked.states.flatMap((_, i) => [`s${i}.choice AS choice${i}`, `s${i}.other AS other${i}`]);
  const rows = await world.ask({
    sql: `SELECT v.* REPLACE (v.date::VARCHAR AS date), ${title} AS title, r.agenda, ${issueList} AS issues${columns.map((c) => `, ${c}`).join('')}
      FROM ${described} ${joins.join(' ')} WHERE ${conditions(asked)} ORDER BY ${inOrder}`,
    tables,
  });
  return rows.map((row) => {
    const vote = Object.entries(row).filter(([name]) => !/^(choice|other)\d+$/.test(name));
    const named = (what: string): (number | null)[] =>
      asked.states.map((_, i) => row[`${what}${i}`] as number | null);
    return {
      ...(Object.fromEntries(vote) as unknown as FoundVote),
      choices: named('choice'),
      others: named('other'),
    };
  });
}

/** What every member did in a vote. */
export interface Cast {
  readonly ccode: number;
  readonly choice: number;
  readonly other: number | null;
}

export async function castIn(vote: number, world: World): Promise<readonly Cast[]> {
  const sql = `SELECT ccode, choice, other FROM assembly_choices WHERE vote = ${vote} ORDER BY ccode`;
  return (await world.ask({ sql, tables: ['assembly_choices'] })) as unknown as readonly Cast[];
}

const word = (column: string): string =>
  `CASE ${column} WHEN 1 THEN 'yes' WHEN 2 THEN 'abstain' WHEN 3 THEN 'no' WHEN 8 THEN 'absent' END`;

/**
 * The same votes as rows for a file: one a vote and member where states or one resolution are asked for, else one a
 * vote; each with its source and citation.
 */
export function votesToWrite(
  asked: Asked,
  citations: Readonly<Record<'roll-calls' | 'library', string>>,
): Query {
  const byMember = asked.states.length > 0 || asked.resolution !== undefined;
  const codes = asked.states.flatMap((s) => s.codes);
  const members = byMember
    ? `JOIN assembly_choices m ON m.vote = v.vote${codes.length > 0 ? ` AND m.ccode IN (${codes.join(', ')})` : ''}
       LEFT JOIN states s ON s.ccode = m.ccode AND v.year BETWEEN s.from_year AND s.to_year
       LEFT JOIN (SELECT ccode, arg_max(name, to_year) AS name, arg_max(iso3c, to_year) AS iso3c FROM states GROUP BY ccode) n ON n.ccode = m.ccode`
    : '';
  const memberColumns = byMember
    ? `m.ccode, coalesce(s.iso3c, n.iso3c) AS iso3c, coalesce(s.name, n.name) AS state, ${word('m.choice')} AS choice, ${word('m.other')} AS other_source_says, `
    : '';
  const sql = `SELECT v.vote, v.rcid, v.record, v.resolution, v.session, v.session_year, v.year, v.month, v.date, v.kind, v.adopted, ${title} AS title, ${memberColumns}
      v.yes, v.no, v.abstain, v.absent, v.me, v.nu, v.di, v.hr, v.co, v.ec, v.issues_from, v.important, v.differing, v.taken, v.taken_for,
      CASE v.taken WHEN 'library' THEN ${literal(citations.library)} ELSE ${literal(citations['roll-calls'])} END AS citation
    FROM ${described} ${members} WHERE ${conditions(asked)} ORDER BY ${inOrder}${byMember ? ', m.ccode' : ''}`;
  return { sql, tables };
}
