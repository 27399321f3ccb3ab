import type { CoverageGrid, GridRow } from '../../figures/coverage-grid.js';
import { fail } from '../../kernel/errors.js';
import type { States } from '../../kernel/states.js';
import { countYears, type Years } from '../../kernel/years.js';
import type { ManifestVariable } from '../../world/cards.js';
import type { Query, World } from '../../world/open.js';
import { members, met } from '../../world/panel/rows.js';
import { identifier } from '../../world/sql.js';

interface GridRequest {
  /** The columns; the source’s years where absent. */
  readonly years?: Years;
  /** COW numbers of the rows; every member of these years where absent. */
  readonly states?: readonly number[];
}

/**
 * What is recorded of a variable, by year and state: a value that stands in the source’s table. Zeros that the source
 * only implies by leaving a row out do not count. Of a variable about pairs: with how many of the members that a state
 * met in a year there is a value in either direction. Throws `world/wrong-level`.
 */
export async function coverageGrid(
  card: ManifestVariable,
  world: World,
  { years = sourceYears(card, world), states }: GridRequest = {},
): Promise<CoverageGrid> {
  const level = levelOf(card);
  const counts = new Map<number, { of: number[]; known: number[] }>();
  const empty = (): number[] => new Array<number>(countYears(years)).fill(0);
  for await (const chunk of world.chunks(counted[level](card, years))) {
    const [ccodes, at, of, known] = [0, 1, 2, 3].map((i) => chunk.column(i) as readonly number[]);
    for (let i = 0; i < chunk.rows; i++) {
      const ccode = ccodes![i]!;
      if (states && !states.includes(ccode)) continue;
      const row = counts.get(ccode) ?? { of: empty(), known: empty() };
      counts.set(ccode, row);
      row.of[at![i]! - years.from] = of![i]!;
      row.known[at![i]! - years.from] = known![i]!;
    }
  }
  const rows = [...counts].map(([ccode, row]) => ({ ccode, ...named(ccode, years, world.states), ...row }));
  return { level, years, covered: card.years, rows: inOrder(rows, world.states) };
}

/** The source’s years within those of the state system: some sources run beyond it, where it has no members. */
export const sourceYears = ({ years }: ManifestVariable, { manifest: { system } }: World): Years => ({
  from: Math.max(years.from, system.from),
  to: Math.min(years.to, system.to),
});

function levelOf({ name, level }: ManifestVariable): CoverageGrid['level'] {
  if (level === 'state-year' || level === 'dyad-year' || level === 'system-year') return level;
  return fail('world/wrong-level', `${name} is of level ${level}, whose coverage has no years and states`);
}

/** The one row of a variable about the system. */
const systemRow = 0;

const named = (ccode: number, { to }: Years, states: States): Pick<GridRow, 'name' | 'code'> =>
  ccode === systemRow
    ? { name: 'the system', code: '' }
    : { name: states.nameOf(ccode, to), code: states.iso3c(ccode, to) };

function inOrder(rows: readonly GridRow[], { spells }: States): GridRow[] {
  const first = new Map<number, number>();
  for (const s of spells) first.set(s.ccode, Math.min(s.from, first.get(s.ccode) ?? s.from));
  const since = ({ ccode }: GridRow): number => first.get(ccode) ?? 0;
  return [...rows].sort((a, b) => since(a) - since(b) || (a.name < b.name ? -1 : 1));
}

const within = ({ from, to }: Years): string => `year BETWEEN ${from} AND ${to}`;

/** Questions that yield a state (0: the system), a year, how many could have a value, and how many have one. */
const counted: Readonly<Record<CoverageGrid['level'], (card: ManifestVariable, years: Years) => Query>> = {
  'state-year': ({ name, table }, years) => ({
    sql: `SELECT m.ccode, m.year, 1 AS of, (t.${identifier(name)} IS NOT NULL)::INTEGER AS known
      FROM state_years m LEFT JOIN ${identifier(table)} t ON t.ccode = m.ccode AND t.year = m.year WHERE m.${within(years)}`,
    tables: ['state_years', table],
  }),
  'system-year': ({ name, table }, years) => ({
    sql: `SELECT ${systemRow}, m.year, 1 AS of, (t.${identifier(name)} IS NOT NULL)::INTEGER AS known
      FROM system_years m LEFT JOIN ${identifier(table)} t ON t.year = m.year WHERE m.${within(years)}`,
    tables: ['system_years', table],
  }),
  'dyad-year': (card, years) => ({
    sql: `WITH members AS (SELECT * FROM (${members}) WHERE ${within(years)}),
      brief AS (SELECT * FROM members WHERE first_day > 1 OR last_day < dayofyear(make_date(year, 12, 31))),
      strangers AS (SELECT a.ccode AS ccode1, b.ccode AS ccode2, a.year FROM brief a JOIN brief b
        ON a.year = b.year AND a.ccode <> b.ccode AND NOT (${met('a', 'b')})),
      pairs AS (${pairsWithValue(card, years)}),
      known AS (SELECT ccode1 AS ccode, year, count(*) AS n FROM pairs p ANTI JOIN strangers s
        ON s.ccode1 = p.ccode1 AND s.ccode2 = p.ccode2 AND s.year = p.year GROUP BY ALL),
      unmet AS (SELECT ccode1 AS ccode, year, count(*) AS n FROM strangers GROUP BY ALL),
      sizes AS (SELECT year, count(*) AS n FROM members GROUP BY year)
      SELECT m.ccode, m.year, (sizes.n - 1 - coalesce(unmet.n, 0))::INTEGER AS of, coalesce(known.n, 0)::INTEGER AS known
      FROM members m JOIN sizes USING (year) LEFT JOIN unmet USING (ccode, year) LEFT JOIN known USING (ccode, year)`,
    tables: ['state_years', card.table],
  }),
};

/** Pairs with a value, in both orders: a table of a symmetric variable has both, of another perhaps one. */
function pairsWithValue({ name, table, symmetric }: ManifestVariable, years: Years): string {
  const from = `FROM ${identifier(table)} WHERE ${identifier(name)} IS NOT NULL AND ${within(years)}`;
  if (symmetric) return `SELECT ccode1, ccode2, year ${from}`;
  const once = `SELECT DISTINCT least(ccode1, ccode2) AS a, greatest(ccode1, ccode2) AS b, year ${from}`;
  return `WITH once AS (${once}) SELECT a AS ccode1, b AS ccode2, year FROM once UNION ALL SELECT b, a, year FROM once`;
}
