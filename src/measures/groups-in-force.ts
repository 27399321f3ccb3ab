import { z } from 'zod';
import { eachYear, showYears } from '../kernel/years.js';
import { tableOf } from '../world/catalogue.js';
import type { Answers } from '../world/open.js';
import { clubs } from '../world/sources/clubs/bodies.js';
import { literal } from '../world/sql.js';
import { continuing } from './continuing-states.js';
import type { Measure } from './measure.js';
import { rowsOf } from './rows-of.js';

const lists = {
  informal: {
    says: 'informal bodies of states',
    table: 'informal_members',
    where: `status IN ('full', 'associate')`,
  },
  clubs: {
    says: 'main clubs of states',
    table: 'clubs',
    // The G8 was the G7 with Russia, which stands all the while.
    where: `status = 'member' AND from_year IS NOT NULL AND body IN (${clubs
      .filter(({ body }) => body !== 'G8')
      .map(({ body }) => literal(body))
      .join(', ')})`,
  },
} as const;

const parameters = z.strictObject({
  of: z
    .enum(['informal', 'clubs'])
    .describe('informal: bodies not founded by a treaty, to 2010; clubs: the main clubs, to 2025'),
  most: z
    .int()
    .min(2)
    .optional()
    .describe('only bodies with so many members in the year, or fewer; all of them unless told'),
});

type GroupsInForceParameters = z.infer<typeof parameters>;

/** That a state belonged to a body, in a spell of years. */
interface Membership {
  readonly body: string;
  readonly ccode: number;
  readonly from_year: number;
  readonly to_year: number;
}

const asked = 'members';

/**
 * Groups of states in force in a year: bodies that have at least two members and, with `most`, no more than so many in
 * that year. A body that grows beyond `most` is no small group any more.
 *
 * `informal`: bodies founded by something that does not bind in law and that meet regularly (Roger & Rowan), full and
 * associate members, 1925–2010. `clubs`: the clubs whose dated members this project has compiled (Five Eyes, NATO, EU,
 * OECD, ASEAN, G7, G20, SCO, CSTO, Quad, BRICS, AUKUS), members only, 1946–2025; the G8 counts as the G7.
 *
 * Both lists err in one direction: what is gone leaves fewer traces than what is there, and the main clubs were chosen
 * because they matter today. A count says nothing of what a group does. Naím (2009) calls some twenty the number with
 * which most that needs many states can be settled.
 */
export const groupsInForce: Measure<GroupsInForceParameters> = {
  name: 'groups-in-force',
  title: 'Groups of states in force',
  says: 'How many informal bodies of states, or main clubs, have at least two members in a year, all of them or those with few. Bodies that are gone leave fewer traces than those that stand, so that a rise may be too steep. It does not say what they do.',
  cites: [
    'Roger, C. B. & Rowan, S. S. (2023). The New Terrain of Global Governance: Mapping Membership in Informal International Organizations. Journal of Conflict Resolution 67(6):1248–1269.',
    'Naím, M. (2009). Minilateralism. Foreign Policy 173:135–136.',
  ],
  parameters,
  unit: () => 'groups',
  label: ({ of, most }) =>
    `number of ${lists[of].says}${most === undefined ? '' : ` of at most ${most} members`}`,
  formula: ({ most }) =>
    `bodies with 2 ${most === undefined ? 'members or more' : `to ${most} members`} in the year`,
  cannot({ of }, years, { manifest }) {
    const { from, to } = tableOf(manifest, lists[of].table).years;
    return from <= years.from && years.to <= to
      ? null
      : `${lists[of].says} are listed in ${showYears({ from, to })} only`;
  },
  needs({ of }, _years, { manifest }) {
    const { table, where } = lists[of];
    const { to } = tableOf(manifest, table).years;
    return {
      [asked]: {
        sql: `SELECT body, ccode::INTEGER AS ccode, from_year::INTEGER AS from_year, coalesce(to_year, ${to})::INTEGER AS to_year
          FROM ${table} WHERE ${where} ORDER BY body, ccode, from_year`,
        tables: [table],
      },
    };
  },
  compute({ most = Number.POSITIVE_INFINITY }, years, answers) {
    const members = membersOf(answers);
    const all = eachYear(years);
    const values = all.map((year) => {
      const sizes = new Map<string, Set<number>>();
      for (const { body, ccode, from_year, to_year } of members)
        if (from_year <= year && year <= to_year)
          sizes.set(body, (sizes.get(body) ?? new Set()).add(continuing(ccode)));
      return [...sizes.values()].filter(({ size }) => 2 <= size && size <= most).length;
    });
    return { years: all, values, counts: values, lost: {} };
  },
  variables: [],
};

const membersOf = (answers: Answers): readonly Membership[] => rowsOf(answers, asked);
