import { z } from 'zod';
import { fail } from '../kernel/errors.js';
import type { Years } from '../kernel/years.js';
import { pairCorrelation as correlation, type PairCorrelation } from '../statistics/pair-correlation.js';
import { tableOf } from '../world/catalogue.js';
import { constantSet, everyone } from './chosen-states.js';
import type { Measure, Series } from './measure.js';
import { type MemberValue, memberValues, stateVariables } from './member-values.js';
import { resampling } from './resample-histories.js';
import { rowsOf } from './rows-of.js';
import { scoreName } from './score-name.js';
import { cannotServeSeries } from './served-years.js';
import { byValues, type StateHistory, stateHistories } from './state-histories.js';

const parameters = z.strictObject({
  of: z.string().min(1).describe('a state-year variable: polyarchy'),
  with: z.string().min(1).describe('another, on which states lie apart as well: ideal_point'),
  distance: z
    .enum(['values', 'ranks'])
    .describe('values: how far two states lie apart; ranks: how many states lie between them'),
  set: z
    .enum(['constant', 'all'])
    .describe('constant: the states with both values in every year; all: whoever has both in the year'),
});

export type PairCorrelationParameters = z.infer<typeof parameters>;

/**
 * How closely the distance between two states on one score goes with their distance on another, year by year: over all
 * pairs of states, the correlation of |xᵢ − xⱼ| with |yᵢ − yⱼ| (Mantel 1967). Of regimes and of places in the General
 * Assembly: whether those stand apart who are governed differently. Every pair counts once. `ranks` takes the places of
 * states in the order of each score in place of the scores, so that neither scale matters.
 *
 * From −1 to 1, higher: the two divisions of the world are more alike. It says nothing of how far apart the states are
 * on either, nor of which moves which; where states come to differ less on one score it may fall for that alone.
 *
 * `set: constant` follows the states that are members and have both values in every year of the window, `set: all`
 * takes whoever has both. In both, years in which under 80 % of the members have both are left out. A value that is
 * missing stays so.
 *
 * Resampling draws states with replacement, each with its whole history; two states that are drawn wᵢ and wⱼ times make
 * wᵢ wⱼ pairs, and copies of one state are no pair: they would lie at no distance from each other on both, and raise
 * the correlation of every draw (Snijders & Borgatti 1999, who fill such places with other pairs by chance). Draws are taken to first order, r + Σ (wᵢ − 1) ∂r/∂wᵢ, since
 * a draw of all pairs takes seventy times as long; over eighty states the spread of both agrees to a few per cent
 * (`test/statistics/pair-correlation.test.ts`).
 *
 * Throws `world/unknown-variable`, `measures/not-of-states`, `measures/too-few-states`, `measures/all-alike`.
 */
export const pairCorrelation: Measure<PairCorrelationParameters> = {
  name: 'pair-correlation',
  title: 'Correlation of two distances over pairs of states',
  says: 'How closely the distance between two states on one score goes with their distance on another, over all pairs of a constant set of states or of all. It does not say how far the states lie apart, nor what moves what.',
  cites: [
    'Mantel, N. (1967). The Detection of Disease Clustering and a Generalized Regression Approach. Cancer Research 27:209–220.',
    'Snijders, T. A. B. & Borgatti, S. P. (1999). Non-Parametric Standard Errors and Tests for Network Statistics. Connections 22(2):161–170.',
  ],
  parameters,
  unit: () => 'points of correlation',
  label: ({ of, with: other, distance, set }) =>
    `correlation of distances in ${scoreName(of)} and in ${scoreName(other)} between ${set === 'constant' ? 'the same' : 'all'} states${distance === 'ranks' ? ', by rank' : ''}`,
  formula: ({ distance, set }) =>
    `the correlation of |xᵢ − xⱼ| with |yᵢ − yⱼ| over all pairs of ${set === 'constant' ? 'the states with both values in every year of the window' : 'states with both values in the year'}, with x and y the ${distance === 'ranks' ? 'ranks of the two scores (tied ones share theirs)' : 'two scores'}`,
  cannot: (p, years, catalogue) =>
    cannotServeSeries(catalogue.manifest, p.of, years) ??
    cannotServeSeries(catalogue.manifest, p.with, years),
  needs(p, _years, catalogue) {
    // One question for each variable, whatever the window: specifications share it.
    const [one, other] = stateVariables([p.of, p.with], catalogue).map(
      (v) => tableOf(catalogue.manifest, v.table).years,
    );
    const shared = { from: Math.max(one!.from, other!.from), to: Math.min(one!.to, other!.to) };
    return {
      one: memberValues({ of: [p.of], years: shared }, catalogue),
      other: memberValues({ of: [p.with], years: other! }, catalogue),
    };
  },
  compute(p, years, answers) {
    const pairs = pairedHistories(rowsOf(answers, 'one'), rowsOf(answers, 'other'), years);
    const { used, kept, lost } = (p.set === 'constant' ? constantSet : everyone)(pairs, years);
    const places = kept.map((t) => placesIn(used, t));
    const yearly = kept.map((t, k) => {
      const one = places[k]!.map((i) => used[i]!.values[t]!);
      const other = places[k]!.map((i) => used[i]!.others[t]!);
      return correlation(one, other, p.distance);
    });
    const alike = kept.find((_, k) => Number.isNaN(yearly[k]!.r));
    if (alike !== undefined)
      fail('measures/all-alike', `in ${years.from + alike} all states are alike on ${p.of} or on ${p.with}`);
    return {
      years: kept.map((t) => years.from + t),
      values: yearly.map(({ r }) => r),
      counts: places.map((own) => own.length),
      lost,
      resampled: resampling(used, kept, () => drawsOf(yearly, places, used.length)),
    } satisfies Series;
  },
  variables: [
    {
      name: 'polyarchy_ideal_point_correlation',
      title: 'Correlation of distances in electoral democracy and in the General Assembly',
      parameters: { of: 'polyarchy', with: 'ideal_point', distance: 'values', set: 'all' },
      years: { from: 1956, to: 2024 }, // before, too few members of the state system sat in the Assembly
    },
  ],
};

/** Two scores of a state: `values` are those of the first in the years in which it has both. */
interface PairedHistory extends StateHistory {
  readonly others: Float64Array;
}

function pairedHistories(
  one: readonly MemberValue[],
  other: readonly MemberValue[],
  years: Years,
): PairedHistory[] {
  const byUnit = new Map(stateHistories(other, years).map((history) => [history.unit, history]));
  const paired = stateHistories(one, years).flatMap(({ values, reasons, ...first }): PairedHistory[] => {
    const second = byUnit.get(first.unit);
    if (!second) return [];
    const both = values.map((x, t) => (Number.isNaN(second.values[t]!) ? Number.NaN : x));
    const why = second.reasons.size === 0 ? reasons : new Map([...second.reasons, ...reasons]);
    return [{ ...first, values: both, others: second.values, reasons: why }];
  });
  return paired.sort((a, b) => byValues(a.values, b.values) || byValues(a.others, b.others));
}

/** Where the states stand that have both values in a year. */
const placesIn = (used: readonly PairedHistory[], t: number): number[] =>
  used.flatMap(({ values }, i) => (Number.isNaN(values[t]!) ? [] : i));

/** The correlation of each year when state i counts `times[i]` times, to first order. */
function drawsOf(
  yearly: readonly PairCorrelation[],
  places: readonly (readonly number[])[],
  states: number,
): (times: Uint16Array) => number[] {
  const pulls = Array.from({ length: states }, () => new Float64Array(yearly.length));
  yearly.forEach((one, k) => {
    const own = one.pulls();
    for (let i = 0; i < own.length; i++) pulls[places[k]![i]!]![k] = own[i]!;
  });
  return (times) => {
    const values = yearly.map(({ r }) => r);
    for (let i = 0; i < states; i++) {
      const more = times[i]! - 1;
      if (more === 0) continue;
      const own = pulls[i]!;
      for (let k = 0; k < own.length; k++) values[k]! += more * own[k]!;
    }
    return values;
  };
}
