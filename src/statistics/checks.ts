import { fail } from '../kernel/errors.js';

/** Stops unless there are at least `least` values and all of them are finite; `what` names the statistic. */
export function needFinite(values: ArrayLike<number>, least: number, what: string): void {
  if (values.length < least) {
    const code = values.length === 0 ? 'statistics/empty' : 'statistics/too-few';
    fail(code, `${what} needs at least ${least} values: ${values.length}`);
  }
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]!)) {
      fail('statistics/not-finite', `${what} needs finite numbers: ${values[i]} at position ${i}`);
    }
  }
}

/** As `needFinite`, and stops at a negative value. */
export function needNonNegative(values: ArrayLike<number>, least: number, what: string): void {
  needFinite(values, least, what);
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < 0) fail('statistics/negative', `${what} needs non-negative numbers: ${values[i]}`);
  }
}

/** Stops unless both series have the same length. */
export function needSameLength(a: ArrayLike<unknown>, b: ArrayLike<unknown>, what: string): void {
  if (a.length !== b.length) {
    fail('statistics/unequal-lengths', `${what} needs series of one length: ${a.length} and ${b.length}`);
  }
}

/** Stops unless p lies between 0 and 1. */
export function needProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) fail('statistics/domain', `a probability lies between 0 and 1: ${p}`);
}

/** Stops unless the years (or other times) rise strictly. */
export function needRising(years: ArrayLike<number>, what: string): void {
  for (let i = 1; i < years.length; i++) {
    if (!(years[i]! > years[i - 1]!)) {
      fail('statistics/not-rising', `${what} needs years in rising order: ${years[i]} after ${years[i - 1]}`);
    }
  }
}
