import { settled } from '../../kernel/canonical.js';
import type { Random } from '../../kernel/random.js';
import { cannotServe, variableOf } from '../../world/catalogue.js';
import type { Answers, Catalogue } from '../../world/open.js';
import type { Design, Estimate } from '../design.js';
import { cannotFormGroup } from './group.js';
import { type ShareParameters, sharedOut, shareParameters } from './parameters.js';
import { sharePicture } from './picture.js';
import { draws, permutationTest, ratioUnderNull, resampledIntervals, shares } from './ratio.js';
import { populationVariable, unitNeeds, unitsOf } from './units.js';

/**
 * What part of a total, or of all falls (or rises) in a score, fell on a group of states, divided by the part that a
 * yardstick gives it: its share of the states, of the population, or of the room that was left to fall.
 *
 * Ratio = (Σ group amounts / Σ amounts) / (Σ group yardstick / Σ yardstick). 1: as much as its size; 2: twice as
 * much. It says nothing about why, nor about the group's net change: rises elsewhere do not offset falls.
 *
 * Interval: states drawn anew with replacement (999 draws), percentile and BCa; the wider one on the log scale is
 * chosen. Test: the label of the group shuffled among states that began in the same fifth of the score.
 * Unit: one state that is a member, and scored, in the first and the last year.
 * Throws `designs/nothing-to-share`, `designs/group-is-all-or-none`, `designs/empty-group`, `designs/open-scale`.
 */
export const share: Design<ShareParameters> = {
  name: 'share',
  title: 'Share',
  says: 'The part of a total, or of all falls in a score, that fell on a group of states, against the part that a yardstick gives it.',
  cites: [
    'Efron, B. (1987). Better Bootstrap Confidence Intervals. Journal of the American Statistical Association 82:171–185.',
    'Phipson, B. & Smyth, G. K. (2010). Permutation P-values Should Never Be Zero. Statistical Applications in Genetics and Molecular Biology 9:39.',
  ],
  parameters: shareParameters,
  effect: { name: 'ratio', none: 1, scale: 'log' },
  unit: (p) =>
    `times its share ${p.against === 'states' ? 'of the states' : p.against === 'population' ? 'of the population' : `of the ${p.against.replaceAll('-', ' ')}`}`,
  observes: (p) => sharedOut(p).over,
  cannot(p, catalogue) {
    const { variable, over } = sharedOut(p);
    const ends = [over.from, over.to];
    const scale = variableOf(catalogue.manifest, variable).scale;
    const room = { 'room-to-fall': scale?.low, 'room-to-rise': scale?.high, states: 0, population: 0 }[
      p.against
    ];
    return (
      cannotServe(catalogue.manifest, variable, ends) ??
      (room === undefined ? `the scale of ${variable} has no end to measure room by` : null) ??
      (p.against === 'population'
        ? cannotServe(catalogue.manifest, populationVariable, [over.from])
        : null) ??
      cannotFormGroup(p.group, over.from, catalogue)
    );
  },
  needs: unitNeeds,
  estimate,
  underNull: (p, answers, catalogue, draw) => ratioUnderNull(unitsOf(p, answers, catalogue).units, draw),
  picture: sharePicture,
  read: '1 means that as much fell on the group as its size would suggest, 2 that twice as much did, 0.5 half. The interval shows how far the ratio moves when states are drawn anew.',
};

function estimate(p: ShareParameters, answers: Answers, catalogue: Catalogue, random: Random): Estimate {
  const { units, lost } = unitsOf(p, answers, catalogue);
  const found = shares(units);
  const { intervals, undefinedDraws } = resampledIntervals(units, found.ratio, random);
  const test = permutationTest(units, found.ratio, random);
  const width = (i: { low: number; high: number }): number => Math.log(i.high) - Math.log(i.low);
  const widest = intervals.reduce((a, b) => (width(b) > width(a) ? b : a));
  return {
    value: settled(found.ratio),
    low: settled(widest.low),
    high: settled(widest.high),
    n: units.length,
    of: 'states',
    lost,
    errors: intervals.map((i) => ({
      method: i.method,
      low: settled(i.low),
      high: settled(i.high),
      chosen: i === widest,
    })),
    diagnostics: {
      share_of_amount: settled(found.shareOfAmount),
      share_of_yardstick: settled(found.shareOfYardstick),
      amount: settled(found.amount),
      states_in_group: units.filter((u) => u.inGroup).length,
      states_that_changed: units.filter((u) => u.amount > 0).length,
      permutation_p: settled(test.p),
      permutation_low: settled(test.low),
      permutation_median: settled(test.median),
      permutation_high: settled(test.high),
      draws,
      draws_without_ratio: undefinedDraws,
    },
  };
}
