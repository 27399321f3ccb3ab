import { fail } from '../kernel/errors.js';
import type { Interval } from './resample.js';
import { regularisedBeta } from './special-functions.js';

/** The p at which a probability that rises with p reaches a level, to the last bits of a double. */
function rootOf(rising: (p: number) => number, level: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (rising(middle) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The exact interval of Clopper & Pearson (1934, *Biometrika* 26: 404–413) for a probability of which `successes` in
 * `trials` independent trials were seen: all p that an equal-tailed binomial test does not reject. Never too short;
 * a little too long with few trials. 0 or 1 where no or every trial succeeded.
 *
 * It also compares two counts: if events of two kinds are counted over the same time and arise independently, the
 * part of the first kind among all, given their number, is binomial (Przyborowski & Wilenski 1940, *Biometrika* 31:
 * 313–323), so the interval of that part is exact for the ratio of the two rates, p / (1 − p).
 *
 * The numbers are those of R's `binom.test`. Throws unless 0 ≤ successes ≤ trials are whole and trials ≥ 1.
 */
export function binomialInterval(successes: number, trials: number, level = 0.95): Interval {
  if (
    !(Number.isInteger(successes) && Number.isInteger(trials) && 0 <= successes && successes <= trials) ||
    trials < 1
  )
    fail('statistics/domain', `not so many of so many trials: ${successes} of ${trials}`);
  const tail = (1 - level) / 2;
  const failures = trials - successes;
  return {
    low: successes === 0 ? 0 : rootOf((p) => regularisedBeta(p, 1 - p, successes, failures + 1), tail),
    high: failures === 0 ? 1 : rootOf((p) => regularisedBeta(p, 1 - p, successes + 1, failures), 1 - tail),
  };
}
