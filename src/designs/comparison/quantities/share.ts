import { z } from 'zod';
import { memberValues } from '../../../measures/member-values.js';
import { variableOf } from '../../../world/catalogue.js';
import { cannotMean, stateIn } from '../subjects.js';
import { listed, stateList, statesListed, withoutOne } from './listed.js';
import { inYears, type Quantity, type Yearly } from './quantity.js';
import { inSentence, notCovered, scoresByState } from './variable.js';

const parameters = z.strictObject({
  share: z.string().min(1).describe('a state-year amount, not below zero'),
  among: stateList.describe('the states over which it is shared out, with the one it is about'),
});

export type ShareQuantity = z.infer<typeof parameters>;

/**
 * The part of an amount that one state holds, in per cent of what it and the states listed hold together: 100 x₁ / Σ x,
 * 0 to 100. A year in which one of them has no value has no share: a gap would look as if the others had gained.
 */
export const share: Quantity<ShareQuantity> = {
  name: 'share',
  says: 'The part of an amount that a state holds, in per cent of what it and the states listed hold together. It does not say what the amount can do.',
  cites: [],
  parameters,
  states: 1,
  ofEveryState: true,
  drawnAnew: false,
  counts: false,
  withOthers: true,
  without: (of, is) => ({ ...of, among: withoutOne(of.among, is) }),
  unit: () => 'percentage points',
  label: (of, { manifest }) => `share of ${inSentence(variableOf(manifest, of.share).title)}`,
  axis: () => 'per cent',
  cannot({ of, about }, years, catalogue) {
    return (
      notCovered(of.share, years, catalogue) ??
      ((variableOf(catalogue.manifest, of.share).scale?.low ?? -1) >= 0
        ? null
        : `${of.share} can be below 0: it has no shares`) ??
      cannotMean([...about, ...listed(of.among)], years, catalogue)
    );
  },
  needs: ([side], years, catalogue) => ({ scores: memberValues({ of: [side!.of.share], years }, catalogue) }),
  observe(sides, years, spans, answers, catalogue) {
    const scores = scoresByState(answers);
    const amongIn = statesListed(catalogue);
    const of = (side: (typeof sides)[number], year: number): number | undefined => {
      const own = stateIn(side.about[0]!, year, catalogue);
      const all = new Set([own, ...amongIn(side.of.among, year)]);
      const values = [...all].map((state) => scores.get(state ?? Number.NaN)?.get(year)?.value ?? undefined);
      if (values.includes(undefined)) return undefined;
      const total = values.reduce<number>((sum, x) => sum + x!, 0);
      return total > 0 ? (100 * values[0]!) / total : undefined;
    };
    const span = Array.from({ length: years.to - years.from + 1 }, (_, i) => years.from + i);
    const yearly = sides.map((side): Yearly => {
      const found = span.flatMap((year) => {
        const value = of(side, year);
        return value === undefined ? [] : [{ year, value }];
      });
      return {
        years: found.map(({ year }) => year),
        values: found.map(({ value }) => value),
        weights: found.map(() => 1),
      };
    });
    const compared = span.filter((year) => spans.some((s) => inYears(s, year)));
    const kept = compared.filter((year) => yearly[0]!.years.includes(year)).length;
    return {
      sides: yearly,
      n: kept,
      of: 'years',
      lost:
        kept < compared.length
          ? { 'years in which one of the states has no value': compared.length - kept }
          : {},
      chances: [],
    };
  },
};
