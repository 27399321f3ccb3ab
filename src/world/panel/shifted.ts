import { identifier } from '../sql.js';
import { cell, type Holding, type Join, own, type PanelColumn, reason } from './join.js';
import { met } from './rows.js';

/**
 * Who was whom in which year: every member as itself and, where heirs are named, the older state in the years in which
 * the younger was not yet or no longer a member. Needs the relation `members`.
 */
export function lineage(heirs: readonly { from: number; to: number }[]): string {
  const own = 'SELECT ccode, year, ccode AS was, first_day, last_day FROM members';
  const inherited = heirs.map(
    ({ from, to }) => `SELECT ${to} AS ccode, year, ${from} AS was, first_day, last_day FROM members m
      WHERE ccode = ${from} AND NOT EXISTS (SELECT 1 FROM members n WHERE n.ccode = ${to} AND n.year = m.year)`,
  );
  return [own, ...inherited].join(' UNION ALL ');
}

/**
 * A variable `by` years before (a lag, `cinc_lag1`) or after (a lead, `cinc_lead1`) the year of the row. It is the
 * value of that state, or pair of states, in that calendar year and never that of the row above: it reaches beyond the
 * years of the panel into the record, follows a COW number through every change of name, and is missing where the
 * state was not a member in that year, where two states did not meet in it, or where the source has no value. Needs
 * the relation `lineage`.
 */
export function shifted(holding: Holding, kind: 'lag' | 'lead', by: number): PanelColumn {
  const { variable, keys } = holding;
  const suffix = `${kind}${by}`;
  const year = `(b.year ${kind === 'lag' ? '-' : '+'} ${by})`;
  const then = keys.map(([, row]): Join => {
    const alias = `then_${row}_${suffix}`;
    return { alias, of: 'lineage', on: `${alias}.ccode = b.${row} AND ${alias}.year = ${year}` };
  });
  const member = memberThen(then);
  const alias = `t_${variable.table}_${keys.map(([, row]) => row).join('_')}_${suffix}`;
  // Two states that did not meet then have no pair to look up; said in the key, for the join to stay one on keys.
  const who = (j: Join): string =>
    then.length > 1 ? `CASE WHEN ${member} THEN ${j.alias}.was END` : `${j.alias}.was`;
  const same = keys.map(([table], i) => `${alias}.${table} = ${who(then[i]!)}`);
  const join: Join = {
    alias,
    of: identifier(variable.table),
    on: [...same, `${alias}.year = ${year}`].join(' AND '),
  };
  const value = cell(variable, alias, year, member);
  return {
    name: `${holding.name}_${suffix}`,
    title: `${holding.title}, ${by} ${by === 1 ? 'year' : 'years'} ${kind === 'lag' ? 'before' : 'after'}`,
    sql: value,
    joins: [...then, join],
    ...own(variable),
    reason: reason(variable, alias, { value, year, member: member || undefined }),
  };
}

/** True where the state was a member in the other year; of two, where they met in it. Empty for the whole system. */
function memberThen(then: readonly Join[]): string {
  const [a, b] = then.map((j) => j.alias);
  if (a === undefined) return '';
  if (b === undefined) return `${a}.was IS NOT NULL`;
  // Spelt so that it is false, not unknown, where one of them was no member.
  return `coalesce(${a}.was <> ${b}.was AND ${met(a, b)}, false)`;
}
