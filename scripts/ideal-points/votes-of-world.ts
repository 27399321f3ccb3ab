import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/root.js';
import type { CastVotes } from '../../src/statistics/ideal-points/cast-votes.js';
import { openDatabase } from '../../src/world/database.js';
import { choicesSql, type VoteSubset } from '../../src/world/ideal-points/vote-subset.js';

/** The Assembly’s votes by the tables of the built world. */
export async function votesOfWorld(subset: VoteSubset): Promise<CastVotes> {
  const database = await openDatabase();
  for (const table of ['assembly_votes', 'assembly_choices'])
    await database.run(
      `CREATE VIEW ${table} AS SELECT * FROM '${join(projectRoot(), 'world', `${table}.parquet`)}'`,
    );
  const rows = await database.rows(choicesSql(subset));
  database.close();
  const column = (name: string): Int32Array => Int32Array.from(rows, (r) => Number(r[name]));
  return {
    state: column('state'),
    session: column('session'),
    item: column('item'),
    choice: column('choice'),
  };
}

/** The votes that are chosen by their places. */
export function someVotes({ state, session, item, choice }: CastVotes, places: readonly number[]): CastVotes {
  const of = (column: ArrayLike<number>): Int32Array => Int32Array.from(places, (v) => column[v]!);
  return { state: of(state), session: of(session), item: of(item), choice: of(choice) };
}
