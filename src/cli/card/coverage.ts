import type { Years } from '../../kernel/years.js';
import { countYears } from '../../kernel/years.js';
import type { ManifestVariable } from '../../world/cards.js';
import { systemSize } from '../../world/catalogue.js';
import type { World } from '../../world/open.js';
import { identifier } from '../../world/sql.js';
import { mostMarks, sparkline, unitsOfMark } from './sparkline.js';

/** How many values a variable has in each year, and how many members the system has. */
export interface CoverageByYear {
  readonly years: Years;
  readonly counts: readonly number[];
  /** For a variable about states: members of the state system, by year. */
  readonly members: readonly number[] | undefined;
}

/** Coverage as the manifest has it; of what a measure made, counted in its table. */
export async function coverageByYear(card: ManifestVariable, world: World): Promise<CoverageByYear> {
  const { from, to, byYear } = card.coverage;
  const counts = byYear.length > 0 ? byYear : await counted(card, world);
  const members =
    card.level === 'state-year' ? counts.map((_, i) => systemSize(world.manifest, from + i)) : undefined;
  return { years: { from, to }, counts, members };
}

async function counted({ name, table, coverage }: ManifestVariable, world: World): Promise<number[]> {
  const rows = await world.ask({
    sql: `SELECT year, count(${identifier(name)})::INTEGER AS n FROM ${identifier(table)} GROUP BY year`,
    tables: [table],
  });
  const known = new Map(rows.map((r) => [Number(r['year']), Number(r['n'])]));
  return Array.from({ length: countYears(coverage) }, (_, i) => known.get(coverage.from + i) ?? 0);
}

/** What the values of a level are counted in. */
export const countedIn = (card: ManifestVariable): string =>
  card.level === 'state-year' ? 'states' : card.level === 'dyad-year' ? 'pairs' : 'values';

/** The number of states (or pairs) by year as a line of marks, and of states their part of all members. */
export function coverageLines(card: ManifestVariable, found: CoverageByYear): [string, string][] {
  const { years, counts, members } = found;
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  if (most === 0) return [];
  const size = unitsOfMark(counts.length, mostMarks);
  const mark = size === 1 ? 'one mark a year' : `one mark for ${size} years`;
  const drawn = (values: readonly number[], top: number): string =>
    `${years.from} ${sparkline(values, top)} ${years.to}`;
  const lines: [string, string][] = [
    ['by year', `${drawn(counts, most)}  at most ${most} ${countedIn(card)}, ${mark}`],
  ];
  if (members) {
    const shares = counts.map((n, i) => (members[i]! > 0 ? Math.min(1, n / members[i]!) : 0));
    const last = Math.round(100 * shares.at(-1)!);
    lines.push(['of members', `${drawn(shares, 1)}  a full mark is all members; ${last} % in ${years.to}`]);
  }
  return lines;
}
