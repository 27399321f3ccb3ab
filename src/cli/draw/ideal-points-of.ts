import { fail } from '../../kernel/errors.js';
import type { Years } from '../../kernel/years.js';
import type { ChosenVotes } from '../../measures/agreement-in-assembly.js';
import type { World } from '../../world/open.js';
import { identifier } from '../../world/sql.js';

/** The ideal point of a state in a session, and the bounds that hold it with 90 per cent. */
export interface Place {
  readonly ccode: number;
  readonly year: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** All ideal points by some votes in some years, and the source to cite. Throws `draw/no-ideal-points`. */
export async function placesIn(
  world: World,
  votes: ChosenVotes,
  { from, to }: Years,
): Promise<{ readonly places: readonly Place[]; readonly source: string }> {
  const name = votes === 'all' ? 'ideal_point' : `ideal_point_${votes}`;
  const card =
    world.manifest.variables.find((v) => v.name === name) ??
    fail('draw/no-ideal-points', `this world has no ideal points by these votes: ${name}`, {
      hint: 'agreement can be drawn by them',
    });
  const { low, high } = card.interval!;
  const rows = await world.ask({
    sql: `SELECT ccode, year, ${identifier(name)} AS mean, ${identifier(low)} AS low, ${identifier(high)} AS high
      FROM ${identifier(card.table)} WHERE year BETWEEN ${from} AND ${to} AND ${identifier(name)} IS NOT NULL ORDER BY ccode, year`,
    tables: [card.table],
  });
  return { places: rows as unknown as readonly Place[], source: card.source };
}
