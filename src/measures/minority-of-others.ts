import type { Row } from '../world/database.js';
import type { SessionOfState } from './assembly-votes.js';
import { continuing } from './continuing-states.js';
import type { Series } from './measure.js';
import { seriesInMost } from './series-in-most.js';

/** Fewest votes from which a session's share is made: with fewer, one vote moves it by more than ten points. */
export const leastVotes = 10;

/**
 * The share of votes in which a state stood nearly alone, of every state that has one in four of five of these sessions. A
 * state that changed its number goes on; where it cast votes under both in one session they are added.
 */
export function seriesOfOthers(
  rows: readonly Row[],
  sessions: readonly number[],
  shareIn: (session: SessionOfState) => { readonly minority: number; readonly of: number },
): ReadonlyMap<number, Series> {
  const wanted = new Set(sessions);
  const byState = new Map<number, Map<number, { minority: number; of: number }>>();
  for (const row of rows as unknown as SessionOfState[]) {
    if (!wanted.has(row.year)) continue;
    const unit = continuing(row.ccode);
    const own = byState.get(unit) ?? new Map<number, { minority: number; of: number }>();
    byState.set(unit, own);
    const { minority, of } = shareIn(row);
    const before = own.get(row.year) ?? { minority: 0, of: 0 };
    own.set(row.year, { minority: before.minority + minority, of: before.of + of });
  }
  const shares = [...byState].map(
    ([state, own]) =>
      [
        state,
        new Map(
          [...own].flatMap(([year, { minority, of }]) =>
            of >= leastVotes ? [[year, (100 * minority) / of] as const] : [],
          ),
        ),
      ] as const,
  );
  return seriesInMost(new Map(shares), sessions);
}
