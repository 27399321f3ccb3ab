import type { CastVotes } from '../../statistics/ideal-points/cast-votes.js';
import { estimateIdealPoints, type RunChains } from '../../statistics/ideal-points/estimate.js';
import type { Model } from '../../statistics/ideal-points/model.js';
import type { IdealPoints } from '../../statistics/ideal-points/summary.js';
import type { Row } from '../database.js';
import { choicesSql, type VoteSubset } from './vote-subset.js';

/** The United States: the end of the scale at which its places lie is positive. */
const positive = 2;

/**
 * Ideal points of a subset of the Assembly’s votes, by state (COW number) and session (the year in which it opened);
 * `ask` answers SQL over `assembly_votes` and `assembly_choices`. Throws `ideal-points/…` where the votes do not tell.
 */
export async function estimateSubset(
  ask: (sql: string) => Promise<readonly Row[]>,
  subset: VoteSubset,
  run: RunChains,
  model: Partial<Model> = {},
): Promise<IdealPoints> {
  return estimateIdealPoints(
    await votesIn(ask, subset),
    { positive, seed: 'general assembly', ...model },
    run,
  );
}

/** The votes of a subset, as the estimate takes them. */
export async function votesIn(
  ask: (sql: string) => Promise<readonly Row[]>,
  subset: VoteSubset,
): Promise<CastVotes> {
  const rows = await ask(choicesSql(subset));
  const column = (name: string): Int32Array => Int32Array.from(rows, (row) => Number(row[name]));
  return {
    state: column('state'),
    session: column('session'),
    item: column('item'),
    choice: column('choice'),
  };
}
