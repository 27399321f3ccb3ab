import { settled } from '../../kernel/canonical.js';
import { continuing } from '../../measures/continuing-states.js';
import { cannotServe, variableOf } from '../../world/catalogue.js';
import type { Answers, Catalogue } from '../../world/open.js';
import type { Design, Estimate } from '../design.js';
import { remembered } from '../remembered.js';
import { cannotFormGroup } from './group.js';
import { intervalsOfRatio } from './intervals.js';
import { type ShareParameters, sharedOut, shareParameters } from './parameters.js';
import { sharePicture } from './picture.js';
import { sharePlacebos } from './placebos.js';
import { draws, permutationTest, ratioUnderNull, shares } from './ratio.js';
import { populationVariable, unitNeeds, unitsOf } from './units.js';
import { shareWorking } from './working.js';
import { yardstickOf } from './yardstick.js';

const seen = remembered(unitsOf);

/**
 * What part of a total, or of all falls (or rises) in a score, fell on a group of states, divided by the part that a
 * yardstick gives it: its share of the states, of the population, or of the room that was left to fall.
 *
 * Ratio = (Σ group amounts / Σ amounts) / (Σ group yardstick / Σ yardstick). 1: as much as its size; 2: twice as
 * much. It says nothing about why, nor about the group's net change: rises elsewhere do not offset falls.
 *
 * Interval: the widest of three. States drawn anew with replacement (999 draws), percentile and BCa, and a linearised
 * one on the odds of the share (`oddsInterval`), which knows how few states fell. Of simulated worlds of 170 states,
 * 60 in the group, 16 % of which fall, the widest holds the truth in 97 % where falls are as skewed as those on record
 * and in 92–94 % where a few are huge; the resamples alone in 94–95 and 90–91 %, with 35 in the group in 90 and 86 %,
 * and then mostly lie too low.
 * (Widest by what it spans, not by its logs: those would prefer whatever reaches nearest to 0, however short its top.)
 * Where fewer than two states of a side fell, no resample knows the spread, and the interval is all that is possible.
 * Test: the label of the group shuffled among states that began in the same fifth of the score (totals: among all).
 * Unit: one state that is a member, and scored, in the first and the last year.
 * Throws `designs/nothing-to-share`, `designs/group-is-all-or-none`, `designs/empty-group`, `designs/open-scale`.
 */
export const share: Design<ShareParameters> = {
  name: 'share',
  title: 'Share',
  says: 'The part of a total, or of all falls in a score, that fell on a group of states, against the part that a yardstick gives it.',
  cites: [
    'Efron, B. (1987). Better Bootstrap Confidence Intervals. Journal of the American Statistical Association 82:171–185.',
    'Welch, B. L. (1947). The Generalization of “Student’s” Problem when Several Different Population Variances are Involved. Biometrika 34:28–35.',
    'Phipson, B. & Smyth, G. K. (2010). Permutation P-values Should Never Be Zero. Statistical Applications in Genetics and Molecular Biology 9:39.',
  ],
  parameters: shareParameters,
  effect: { name: 'ratio', none: 1, scale: 'log' },
  unit: (p) => `times its share ${yardstickOf(p.against).ofWhat}`,
  observes: (p) => sharedOut(p).over,
  cannot(p, catalogue) {
    const { variable, over, kind } = sharedOut(p);
    const ends = [over.from, over.to];
    if (kind !== 'total' && over.from === over.to) return `${over.from} is one year: a ${kind} needs two`;
    const { scale, level } = variableOf(catalogue.manifest, variable);
    if (level !== 'state-year') return `${variable} is about a ${level}, not about a state`;
    const { room, byPeople } = yardstickOf(p.against);
    return (
      cannotServe(catalogue.manifest, variable, ends) ??
      (kind === 'total' && !((scale?.low ?? -1) >= 0)
        ? `${variable} can be below 0: it has no shares`
        : null) ??
      (room && scale?.[room.end] === undefined
        ? `the scale of ${variable} has no end to measure room by`
        : null) ??
      (byPeople ? cannotServe(catalogue.manifest, populationVariable, [over.from]) : null) ??
      cannotFormGroup(p.group, over.from, catalogue)
    );
  },
  needs: unitNeeds,
  estimate,
  underNull: (p, answers, catalogue) => ratioUnderNull(seen(p, answers, catalogue).units),
  point: (p, answers, catalogue) => settled(shares(unitsOf(p, answers, catalogue).units).ratio),
  restsOn: ({ group }) => ({
    named: 'states' in group && group.states.length === 1 ? group.states : [],
    others: true,
  }),
  without: withoutState,
  placebos: sharePlacebos,
  picture: sharePicture,
  working: shareWorking,
  read: '1 means that as much fell on the group as its size would suggest, 2 that twice as much did, 0.5 half. The interval shows how far the ratio moves when states are drawn anew.',
};

/** Without a state in its list; a group of allies loses it with the rows of the record. */
function withoutState(p: ShareParameters, ccode: number, { states }: Catalogue): ShareParameters {
  if (!('states' in p.group)) return p;
  const { from } = sharedOut(p).over;
  return {
    ...p,
    group: { states: p.group.states.filter((name) => continuing(states.resolve(name, from)) !== ccode) },
  };
}

function estimate(p: ShareParameters, answers: Answers, catalogue: Catalogue): Estimate {
  const { units, lost } = seen(p, answers, catalogue);
  const found = shares(units);
  const { intervals, widest, undefinedDraws } = intervalsOfRatio(units, found.ratio);
  const test = permutationTest(units, found.ratio);
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
