import { z } from 'zod';
import { fail } from '../../../kernel/errors.js';
import { continuing } from '../../../measures/continuing-states.js';
import {
  type IdealPointSet,
  idealPointSets,
  idealPointVariable,
  issueOrAll,
} from '../../../measures/ideal-point-sets.js';
import type { Answers, Catalogue } from '../../../world/open.js';
import { issues } from '../../../world/sources/un-roll-calls/issues.js';
import { askedAlike, type Quantity, type Side, type Yearly } from './quantity.js';
import { scoresByState, variable } from './variable.js';
import { yearlyObserved } from './yearly-observed.js';

const parameters = z.strictObject({
  'ideal-points': z
    .enum(Object.keys(idealPointSets) as [IdealPointSet, ...IdealPointSet[]])
    .describe(
      'from which votes of the General Assembly: all, those on texts that were adopted, a text once (all-once), or without those on the Middle East (all-without-me)',
    ),
  issue: z.enum(issueOrAll).default('all').describe('votes on one issue alone: me, nu, di, hr, co or ec'),
});

export type IdealPointsQuantity = z.infer<typeof parameters>;

const variableOf = (of: IdealPointsQuantity): string | undefined =>
  idealPointVariable({ votes: of['ideal-points'], issue: of.issue });

const sourceOf = (of: IdealPointsQuantity): string =>
  variableOf(of) ??
  fail('designs/no-ideal-points', `the world has no ideal points of ${of['ideal-points']} on ${of.issue}`);

/**
 * How far apart two states stand in the General Assembly: |θ₁ − θ₂| of their ideal points in a session, in standard
 * deviations of all places of that estimate; 0 on one spot. Those of one issue have a scale of their own, on which one
 * standard deviation is again that of all places. Every session counts the same. It says nothing of what is adopted
 * without a vote.
 *
 * The source’s own error of a distance is that of both places together, as if they erred independently (they share the
 * resolutions, and so err alike in part: the cautious side for a distance).
 *
 * Throws `designs/different-votes` where the two sides are to be of different estimates.
 */
export const idealPoints: Quantity<IdealPointsQuantity> = {
  name: 'ideal-points',
  says: 'How far apart the ideal points of two states lie in the UN General Assembly, in standard deviations of all places. It says nothing of texts adopted without a vote.',
  cites: [
    'Bailey, M. A., Strezhnev, A. & Voeten, E. (2017). Estimating Dynamic State Preferences from United Nations Voting Data. Journal of Conflict Resolution 61(2):430–456.',
  ],
  parameters,
  states: 2,
  ofEveryState: false,
  drawnAnew: false,
  counts: false,
  withOthers: false,
  formula: (of) => `the size of the difference of the two states’ ${sourceOf(of)}`,
  unit: () => 'standard deviations',
  label: ({ issue }) => `distance of ideal points${issue === 'all' ? '' : ` on ${issues[issue]}`}`,
  axis: () => 'standard deviations of all places',
  cannot({ of, about }, years, catalogue) {
    const name = variableOf(of);
    if (name === undefined)
      return `ideal points on one issue are of all votes on it, not of ${of['ideal-points']}`;
    return variable.cannot({ of: { variable: name }, about }, years, catalogue);
  },
  needs: ([side], years, catalogue) =>
    variable.needs([{ of: { variable: sourceOf(side!.of) }, about: [] }], years, catalogue),
  observe(sides, years, spans, answers, catalogue) {
    return yearlyObserved(distances(sides, answers, catalogue), years, spans, 'ideal point');
  },
  ofOthers: {
    needs: () => ({}),
    observe(sides, place, answers, catalogue) {
      const { states } = catalogue;
      const named = new Set(
        sides
          .flatMap(({ about }) => about)
          .flatMap((name) => (typeof name === 'number' ? [name] : states.all(name)))
          .map(continuing),
      );
      const others = [...scoresByState(answers).keys()].sort((a, b) => a - b);
      return new Map(
        others.flatMap((state) => {
          const turned = sides.map(({ of, about }) => ({
            of,
            about: about.map((name) => (name === place ? state : name)),
          }));
          return named.has(state) ? [] : [[state, distances(turned, answers, catalogue)] as const];
        }),
      );
    },
  },
};

/** The distance of each pair, in the years in which both of it have a place. */
function distances(
  sides: readonly Side<IdealPointsQuantity>[],
  answers: Answers,
  catalogue: Catalogue,
): Yearly[] {
  const of = { variable: sourceOf(askedAlike(sides)) };
  const names = [...new Set(sides.flatMap(({ about }) => about))];
  const spoken = names.map((name) => ({ of, about: [name] }));
  const places = variable.observe(spoken, { from: 0, to: 0 }, [], answers, catalogue).sides;
  return sides.map(({ about: [a, b] }) => apart(places[names.indexOf(a!)]!, places[names.indexOf(b!)]!));
}

function apart(one: Yearly, other: Yearly): Yearly {
  const at = new Map(other.years.map((year, t) => [year, t]));
  const common = one.years.flatMap((year, t) => (at.has(year) ? [{ year, t, u: at.get(year)! }] : []));
  const [a, b] = [one.sds ?? [], other.sds ?? []];
  return {
    years: common.map(({ year }) => year),
    values: common.map(({ t, u }) => Math.abs(one.values[t]! - other.values[u]!)),
    weights: common.map(() => 1),
    sds: common.map(({ t, u }) => Math.hypot(a[t] ?? 0, b[u] ?? 0)),
  };
}
