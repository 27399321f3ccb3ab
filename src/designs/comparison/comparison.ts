import { canonical } from '../../kernel/canonical.js';
import { fail } from '../../kernel/errors.js';
import type { Catalogue } from '../../world/open.js';
import type { Design } from '../design.js';
import { remembered } from '../remembered.js';
import { estimateComparison } from './estimate.js';
import { evidence, evidenceNeeds } from './evidence.js';
import { cannotGroup } from './group.js';
import {
  type ComparisonParameters,
  comparisonParameters,
  groupOf,
  quantityOf,
  sidesOf,
  spansOf,
  tooFewYears,
  wholeSpan,
} from './parameters.js';
import { comparisonPicture } from './picture.js';
import { comparisonPlacebos } from './placebos.js';
import { comparisonRestsOn, comparisonWithout, pointOf } from './point.js';
import { stateIn } from './subjects.js';
import { effectWithoutEffect } from './without-effect.js';
import { comparisonWorking } from './working.js';

const seen = remembered(evidence);

/** No pair is one state with itself, and no side the other. Throws `designs/pair-of-one`, `designs/same-on-both-sides`. */
function checkSides(p: ComparisonParameters, catalogue: Catalogue): void {
  const sides = sidesOf(p);
  const { from } = wholeSpan(p);
  const who = sides.map(({ about }) => about.map((name) => stateIn(name, from, catalogue) ?? name));
  for (const [i, [a, b]] of who.entries())
    if (a !== undefined && a === b)
      fail('designs/pair-of-one', `a pair of one state: ${sides[i]!.about[1]}`, { hint: 'name two states' });
  const [one, other] = sides.map(({ of }, i) => canonical([of, who[i]]));
  if (one === other)
    fail('designs/same-on-both-sides', `one and other are the same: ${sides[1]!.about.join(' and ')}`, {
      hint: 'name another state, or another quantity in against',
    });
}

/**
 * Does something stand higher, or move more, in one case than in another? A *quantity* (a variable, a share, agreement
 * in votes, a distance, a count; see `quantities/`) of *one* and of the *other* (a state, a pair, a group, another quantity, or
 * nothing: its own past), over *years*, or as a change between an earlier and a later span.
 *
 * With M the mean over a span, D = M(years) or M(to) − M(from):
 * - `difference`: D(one) − D(other); against a group, D(one) − the mean D of its other members; without another, D(one).
 * - `less`: D(other) − D(one): for what is the stronger the less of it there is, as a distance is.
 * - `relative`: 100 (M(one) − M(other)) / (M(one) + M(other)), −100 to 100: half as much is −33, a quarter −60. For
 *   counts and amounts; it is the ratio on a scale that ends (a ratio of nothing to something has no logarithm), so
 *   that one effect serves differences and ratios.
 * - `movement`: |D(one)| − |D(other)|: which of two moved further, whichever way.
 *
 * In the quantity's own unit; positive: more in the one (with `less`: less). It says that they differ, not why.
 *
 * Interval, the widest of those that fit the data:
 * - against a group: every member takes the place of the one (`placebos`: by rank, and as of a normal population), with
 *   the source's own error besides;
 * - where the quantity counts things, those drawn anew (sessions and texts; states), and for counts the exact interval;
 * - otherwise the variation from year to year, with as much memory as it may have (`meanShift`), with the source's own error besides.
 * Groups are those of the first year: what came later may be a consequence.
 *
 * Throws `designs/no-value`, `designs/thin-group`, `designs/empty-group`, `designs/too-few-years`,
 * `designs/nothing-to-compare`, `designs/undefined-draws`, `designs/pair-of-one`, `designs/same-on-both-sides`, and what
 * a quantity throws.
 */
export const comparison: Design<ComparisonParameters> = {
  name: 'comparison',
  title: 'Comparison',
  says: 'Whether something stands higher, or moved more, in one state, pair or kind of thing than in another, or than in its own past.',
  cites: [
    'Abadie, A., Diamond, A. & Hainmueller, J. (2010). Synthetic Control Methods for Comparative Case Studies. Journal of the American Statistical Association 105:493–505.',
    'Conley, T. G. & Taber, C. R. (2011). Inference with “Difference in Differences” with a Small Number of Policy Changes. Review of Economics and Statistics 93:113–125.',
    'Clopper, C. J. & Pearson, E. S. (1934). The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial. Biometrika 26:404–413.',
    'Newey, W. K. & West, K. D. (1994). Automatic Lag Selection in Covariance Matrix Estimation. Review of Economic Studies 61:631–653.',
  ],
  parameters: comparisonParameters,
  alsoCites: (p) => sidesOf(p).flatMap(({ of }) => quantityOf(of as typeof p.of).cites),
  effect: { name: 'difference', none: 0, scale: 'linear' },
  unit: (p) => (p.as === 'relative' ? 'per cent of both together' : quantityOf(p.of).unit(p.of)),
  observes: wholeSpan,
  cannot(p, catalogue) {
    const years = wholeSpan(p);
    const group = groupOf(p);
    checkSides(p, catalogue);
    for (const side of sidesOf(p)) {
      const reason = quantityOf(side.of as typeof p.of).cannot(side, years, catalogue);
      if (reason !== null) return reason;
    }
    return (group ? cannotGroup(group, spansOf(p)[0]!.from, catalogue) : null) ?? tooFewYears(p);
  },
  needs: evidenceNeeds,
  estimate: (p, answers, catalogue, random) => estimateComparison(p, seen(p, answers, catalogue), random),
  underNull: (p, answers, catalogue) => effectWithoutEffect(p, seen(p, answers, catalogue)),
  point: (p, answers, catalogue) => pointOf(p, seen(p, answers, catalogue)),
  restsOn: comparisonRestsOn,
  without: comparisonWithout,
  placebos: comparisonPlacebos,
  picture: (p, answers, catalogue, estimate) =>
    comparisonPicture(p, seen(p, answers, catalogue), catalogue, estimate),
  working: (p, answers, catalogue) => comparisonWorking(p, seen(p, answers, catalogue), catalogue),
  read: 'The difference is how much more of it there is in the first than in the second (of a distance: how much less), or how much more the first changed, in its own unit; below 0 it is the other way round. Against a group the interval asks how unusual the state would be if it were any of the others; otherwise it draws anew what was counted, or allows for years that resemble their neighbours and for the source’s own doubts.',
};
