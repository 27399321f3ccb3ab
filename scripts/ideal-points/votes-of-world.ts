import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/root.js';
import type { CastVotes } from '../../src/statistics/ideal-points/cast-votes.js';
import { openDatabase } from '../../src/world/database.js';
import { votesIn } from '../../src/world/ideal-points/estimate-subset.js';
import type { VoteSubset } from '../../src/world/ideal-points/vote-subset.js';

/** The Assembly’s votes by the tables of the built world. */
export async function votesOfWorld(subset: VoteSubset): Promise<CastVotes> {
  const database = await openDatabase();
  for (const table of ['assembly_votes', 'assembly_choices'])
    await database.run(
      `CREATE VIEW ${table} AS SELECT * FROM '${join(projectRoot(), 'world', `${table}.parquet`)}'`,
    );
  try {
    return await votesIn((sql) => database.rows(sql), subset);
  } finally {
    database.close();
  }
}

/** The votes that are chosen by their places. */
export function someVotes({ state, session, item, choice }: CastVotes, places: readonly number[]): CastVotes {
  const of = (column: ArrayLike<number>): Int32Array => Int32Array.from(places, (v) => column[v]!);
  return { state: of(state), session: of(session), item: of(item), choice: of(choice) };
}
