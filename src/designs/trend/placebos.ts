import { settled } from '../../kernel/canonical.js';
import type { Placebos } from '../design.js';
import { theState } from '../the-state.js';
import { decade } from './estimate.js';
import type { TrendParameters } from './parameters.js';
import { slopeWeights, weightedSum } from './resampled-slopes.js';
import { type Chosen, fewestYears } from './series.js';

/** The slopes of the series of every other state, over the same years, where the measure names one. */
export const trendPlacebos = (chosen: (p: TrendParameters) => Chosen): Placebos<TrendParameters> => ({
  cannot(p) {
    const { measure, setting } = chosen(p);
    if (measure.ofOthers) return measure.ofOthers.cannot(setting);
    return `The series (${measure.title.charAt(0).toLowerCase()}${measure.title.slice(1)}) names no state in whose place another could stand.`;
  },
  says(p, { states }) {
    const { measure, setting } = chosen(p);
    const called = (name: string): string =>
      theState(states.nameOf(states.resolve(name, p.years.to), p.years.to));
    const two = measure.ofOthers?.inPlaceOf?.(setting);
    const named = (measure.restsOn?.(setting).named ?? []).map(called);
    return {
      who: 'each other state',
      inPlaceOf: two ? `${called(two.other)} beside ${called(two.one)}` : named.join(' and '),
    };
  },
  needs(p, catalogue) {
    const { measure, setting } = chosen(p);
    return measure.ofOthers?.needs(setting, p.years, catalogue) ?? {};
  },
  estimates(p, answers, { states }) {
    const { measure, setting } = chosen(p);
    const others = measure.ofOthers?.series(setting, p.years, answers) ?? new Map();
    return [...others].flatMap(([state, { years, values }]) =>
      years.length < fewestYears
        ? []
        : [
            {
              name: states.nameOf(state, p.years.to),
              value: settled(decade * weightedSum(slopeWeights(years), values)),
            },
          ],
    );
  },
});
