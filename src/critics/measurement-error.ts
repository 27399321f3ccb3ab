import { quantile } from '../statistics/quantile.js';
import type { Critic } from './critic.js';
import { absent, finding } from './critique.js';
import { sideOf } from './effect-scale.js';
import { draws, memory } from './source-errors.js';
import { counted, inUnit, number, percent } from './words.js';

/** Draws the source’s own errors anew and asks whether the median estimate stays where it was. */
export const measurementError: Critic<'source-errors'> = {
  kind: 'source-errors',
  cannot: ({ design }) =>
    design.point ? null : `The design “${design.title}” gives no estimate without its interval.`,
  finds({ specifications, scale, reading }, { affected, whole, value, drawn }) {
    const found = drawn.filter((x) => x !== null);
    if (affected === 0 || value === null)
      return absent(
        'measurement-error',
        'Nothing that its tests read comes with an interval, or a standard error, of its source.',
      );
    const [low, high] = [quantile(found, 0.025), quantile(found, 0.975)];
    const before = sideOf(scale, value);
    const turned = (what: 'ofNone' | 'matters'): number =>
      found.filter((x) => sideOf(scale, x)[what] !== before[what]).length / found.length;
    const [ofNone, ofMatters] = [turned('ofNone'), turned('matters')];
    const what = whole
      ? `the median of ${specifications.length === 1 ? 'its one test' : `all ${counted(specifications.length, 'test')}`}`
      : 'the test with such errors that lies nearest the median';
    const turns =
      ofNone === 0 && ofMatters === 0
        ? 'in no draw does it change sides'
        : `it changes its side of no effect in ${percent(ofNone)} of the draws, and of the smallest effect that matters in ${percent(ofMatters)}`;
    return finding('measurement-error', {
      says: `Drawn anew within the source’s own errors, ${what} (${number(value)}${inUnit(scale)}) lies between ${number(low)} and ${number(high)} in 95 % of ${draws} draws; ${turns}.`,
      how: `${affected} of the ${counted(reading.specifications, 'test')} read what comes with them; the others are left as they are. The errors of one state resemble each other in neighbouring years (a correlation of ${1 - 1 / memory} from one year to the next, none from ${memory} years on), for the same judges and sources stand behind them; those of different states are independent. An interval moves with its value, and an amount errs by a factor.`,
      figures: {
        value,
        low,
        high,
        draws: found.length,
        other_side_of_no_effect: ofNone,
        other_side_of_what_matters: ofMatters,
        tests_with_intervals: affected,
        tests: whole ? specifications.length : 1,
      },
    });
  },
};
