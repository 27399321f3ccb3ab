import { fail } from '../../kernel/errors.js';
import { type Issue, issues } from '../sources/un-roll-calls/issues.js';

/** Which votes of the General Assembly ideal points rest on; nothing told: all. */
export interface VoteSubset {
  /** Votes that bear one of these issues. */
  readonly issues?: readonly Issue[];
  /** Votes that bear one of these are left out. */
  readonly without?: readonly Issue[];
  /** Only those that the US Department of State called important (1983–2017). */
  readonly important?: boolean;
  /** Only whole texts that the Library holds as adopted. */
  readonly adopted?: boolean;
  /** Of votes on the same text over the years only the first. */
  readonly unrepeated?: boolean;
  /** Years in which the regular session opened. */
  readonly from?: number;
  readonly to?: number;
}

/** A session with fewer votes that divided says too little of anybody: it has no ideal points. */
export const leastInSession = 5;

/**
 * SQL of the choices of a subset from `assembly_votes` and `assembly_choices`: columns state, session (the year in
 * which the regular session opened, special sessions with it), item (votes on the same text are one) and choice.
 * Absences are left out; so are, as in the published estimates, votes on paragraphs and amendments from 1990 on (there
 * are hardly any after 1974). Throws `ideal-points/no-such-issue`.
 */
export function choicesSql(subset: VoteSubset): string {
  const named = [...(subset.issues ?? []), ...(subset.without ?? [])];
  const unknown = named.find((issue) => !Object.hasOwn(issues, issue));
  if (unknown !== undefined || subset.issues?.length === 0) {
    fail('ideal-points/no-such-issue', `no such issue: ${unknown ?? 'none is named'}`, {
      hint: `one of ${Object.keys(issues).join(', ')}`,
    });
  }
  const where = [
    `c.choice IN (1, 2, 3)`,
    `NOT (v.session_year > 1989 AND v.kind <> 'text')`,
    ...(subset.issues ? [`(${subset.issues.map((issue) => `v.${issue} = 1`).join(' OR ')})`] : []),
    ...(subset.without ?? []).map((issue) => `coalesce(v.${issue}, 0) = 0`),
    ...(subset.important ? ['v.important = 1'] : []),
    ...(subset.adopted ? ['v.adopted = 1'] : []),
    ...(subset.unrepeated ? ['(v.same_text IS NULL OR v.same_text = v.vote)'] : []),
    ...(subset.from === undefined ? [] : [`v.session_year >= ${subset.from}`]),
    ...(subset.to === undefined ? [] : [`v.session_year <= ${subset.to}`]),
  ];
  return `WITH chosen AS (
      SELECT c.ccode::INTEGER AS state, v.session_year::INTEGER AS session, coalesce(v.same_text, v.vote)::INTEGER AS item, c.choice::INTEGER AS choice
      FROM assembly_choices c JOIN assembly_votes v USING (vote) WHERE ${where.join(' AND ')}),
    divided AS (SELECT session, item FROM chosen GROUP BY ALL HAVING count(DISTINCT choice) > 1)
    SELECT * FROM chosen WHERE session IN (SELECT session FROM divided GROUP BY session HAVING count(*) >= ${leastInSession})
    ORDER BY session, item, state, choice`;
}
