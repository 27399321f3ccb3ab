import { z } from 'zod';
import { eachYear } from '../../../kernel/years.js';
import { memberValues } from '../../../measures/member-values.js';
import { variableOf } from '../../../world/catalogue.js';
import type { Catalogue } from '../../../world/open.js';
import { cannotMean, stateIn } from '../subjects.js';
import { listed, stateList, statesListed, withoutOne } from './listed.js';
import type { Quantity, Yearly } from './quantity.js';
import { inSentence, notCovered, scoresByState } from './variable.js';
import { yearlyObserved } from './yearly-observed.js';

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
    const totals = totalsListed(scores, catalogue);
    const of = (side: (typeof sides)[number], year: number): number | undefined => {
      const own = stateIn(side.about[0]!, year, catalogue) ?? Number.NaN;
      const held = scores.get(own)?.get(year)?.value ?? undefined;
      const { members, total } = totals(side.of.among, year);
      if (held === undefined || total === undefined) return undefined;
      const all = members.has(own) ? total : total + held;
      return all > 0 ? (100 * held) / all : undefined;
    };
    const span = eachYear(years);
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
    return yearlyObserved(yearly, years, spans, 'value');
  },
};

/** What the states of a list hold together in a year, added up once for each list; none where one has no value. */
function totalsListed(scores: ReturnType<typeof scoresByState>, catalogue: Catalogue) {
  const membersIn = statesListed(catalogue);
  type Total = { readonly members: ReadonlySet<number>; readonly total: number | undefined };
  const known = new Map<ShareQuantity['among'], Map<number, Total>>();
  const addUp = (among: ShareQuantity['among'], year: number): Total => {
    const members = new Set(membersIn(among, year).map((state) => state ?? Number.NaN));
    const values = [...members].map((state) => scores.get(state)?.get(year)?.value ?? undefined);
    return {
      members,
      total: values.includes(undefined) ? undefined : values.reduce<number>((sum, x) => sum + x!, 0),
    };
  };
  return (among: ShareQuantity['among'], year: number): Total => {
    const years = known.get(among) ?? new Map<number, Total>();
    known.set(among, years);
    const found = years.get(year) ?? addUp(among, year);
    years.set(year, found);
    return found;
  };
}
