import type { Years } from '../../../kernel/years.js';
import type { World } from '../../open.js';
import type { Coded } from './issue-rule.js';
import { issueCodes } from './learn-points.js';

/** SELECT of the votes in these calendar years that have Voeten’s codes and the Library’s heading, in the order of their dates. */
export const codedVotesSql = (years: Years, from: string): string =>
  `SELECT title, agenda, ${issueCodes.join(', ')}, row_number() OVER (ORDER BY date, record)::INTEGER AS "order"
   FROM ${from} WHERE year(date) BETWEEN ${years.from} AND ${years.to} ORDER BY "order"`;

/** The same, from a built world. */
export async function codedVotes(world: World, years: Years): Promise<readonly Coded[]> {
  const both = `(SELECT record, title, agenda, v.date, ${issueCodes.map((c) => `v.${c}`).join(', ')}
    FROM assembly_votes v JOIN un_resolutions USING (record) WHERE rcid IS NOT NULL)`;
  const rows = await world.ask({
    sql: codedVotesSql(years, both),
    tables: ['assembly_votes', 'un_resolutions'],
  });
  return rows as unknown as readonly Coded[];
}
