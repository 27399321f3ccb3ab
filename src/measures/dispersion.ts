import { z } from 'zod';
import { fail } from '../kernel/errors.js';
import type { Catalogue } from '../world/open.js';
import { constantSet, everyone } from './chosen-states.js';
import { type DispersionWay, dispersionWays } from './dispersion-ways.js';
import type { Measure, Series } from './measure.js';
import { type MemberValue, memberValues, stateVariables } from './member-values.js';
import { resampling } from './resample-histories.js';
import { rowsOf } from './rows-of.js';
import { scoreName } from './score-name.js';
import { cannotServeSeries } from './served-years.js';
import { stateHistories } from './state-histories.js';
import { valuesIn } from './weighted-columns.js';

const parameters = z
  .strictObject({
    of: z.string().min(1).describe('a state-year variable; one whose scale has no two ends needs `between`'),
    as: z.enum(Object.keys(dispersionWays) as [DispersionWay, ...DispersionWay[]]),
    set: z
      .enum(['constant', 'all'])
      .describe('constant: the states with a value in every year; all: whoever has one in the year'),
    classes: z
      .int()
      .min(2)
      .max(50)
      .optional()
      .describe('for polarisation: into how many classes the scale is cut (10)'),
    between: z
      .tuple([z.number(), z.number()])
      .refine(([low, high]) => low < high, 'the lower end comes first')
      .optional()
      .describe('of a variable whose scale has no ends: what is moved to 0 and to 1'),
  })
  .superRefine((p, context) => {
    if (p.classes !== undefined && p.as !== 'polarisation')
      context.addIssue({
        code: 'custom',
        path: ['classes'],
        message: `only polarisation takes classes, not ${p.as}`,
      });
  });

export type DispersionParameters = z.infer<typeof parameters>;

const titles = { sd: 'Standard deviation', bimodality: 'Bimodality', polarisation: 'Polarisation' } as const;

const asked = 'scores';
const defaultClasses = 10;

/**
 * How far the states lie apart on a score, year by year. The score is moved to 0–1 by the ends of its scale, so that
 * scores of different scales compare, or by `between` where it has none (ideal points): what lies beyond stays beyond,
 * but for polarisation, whose outer classes hold it. Every state weighs the same.
 *
 * `sd` standard deviation (n − 1); `gini-mean-difference` mean distance between two different states; `iqr` third
 * less first quartile; all three in points of the scale. `bimodality` Sarle's coefficient (a uniform distribution has
 * 5/9; more hints at two humps); `polarisation` Esteban & Ray's, α = 1.3, of camps that are classes of equal width.
 *
 * `set: constant` follows the states that are members and have a value in every year of the window: no change comes
 * from states that enter or leave. The set depends on the window and leaves out states that became members in it.
 * Germany (260, then 255) and Yemen (678, then 679) have one history each; see `continuing-states.ts`. `set: all`
 * takes whoever has a value in the year. In both, years in which under 80 % of the members have one are left out.
 *
 * Resampling draws states with replacement, each with its whole history, so one draw serves all years. The source's
 * own measurement error is not in it. The measure says nothing of where the middle lies, nor of who moved.
 *
 * Throws `world/unknown-variable`, `measures/not-of-states`, `measures/no-scale`, `measures/too-few-states`.
 */
export const dispersion: Measure<DispersionParameters> = {
  name: 'dispersion',
  title: 'Dispersion of a score over states',
  says: 'How far the states lie apart on a score that is moved to 0–1: standard deviation, mean distance, interquartile range, bimodality or polarisation, over a constant set of states or over all. It does not say where the middle lies.',
  cites: [
    'Pfister, R., Schwarz, K. A., Janczyk, M., Dale, R. & Freeman, J. B. (2013). Good things peak in pairs: a note on the bimodality coefficient. Frontiers in Psychology 4:700.',
    'Esteban, J.-M. & Ray, D. (1994). On the Measurement of Polarization. Econometrica 62:819–851.',
  ],
  parameters,
  unit: ({ as }) => dispersionWays[as].unit,
  label: ({ of, as, set }) =>
    `${dispersionWays[as].says} of ${scoreName(of)} over ${set === 'constant' ? 'a constant set of states' : 'all states'}`,
  formula: ({ as, set }) =>
    `${dispersionWays[as].formula}, with x the scores moved to 0–1, ${set === 'constant' ? 'of the states with a value in every year of the window' : 'of all states with a value in the year'}`,
  cannot(p, years, catalogue) {
    scaleOf(p, catalogue);
    return cannotServeSeries(catalogue.manifest, p.of, years);
  },
  needs(p, years, catalogue) {
    const { low, high } = scaleOf(p, catalogue);
    const moved = ([column]: readonly string[]): string => `((${column}) - (${low})) / ${high - low}`;
    const within = (x: string): string => `CASE WHEN ${x} IS NOT NULL THEN greatest(0, least(1, ${x})) END`;
    const value = (columns: readonly string[]): string =>
      p.as === 'polarisation' && p.between ? within(moved(columns)) : moved(columns);
    return { [asked]: memberValues({ of: [p.of], years, value }, catalogue) };
  },
  compute(p, years, answers) {
    const histories = stateHistories(rowsOf<MemberValue>(answers, asked), years);
    const { used, kept, lost } = (p.set === 'constant' ? constantSet : everyone)(histories, years);
    const classes = p.classes ?? defaultClasses;
    const columns = kept.map((t) => valuesIn(used, t));
    return {
      years: kept.map((t) => years.from + t),
      values: columns.map((values) => dispersionWays[p.as].of(values, classes)),
      counts: columns.map((values) => values.length),
      lost,
      resampled: resampling(used, kept, dispersionWays[p.as].draws(classes)),
    } satisfies Series;
  },
  variables: [
    ...(['sd', 'bimodality'] as const).map((as) => ({
      name: `polyarchy_${as}`,
      title: `${titles[as]} of electoral democracy over all states`,
      parameters: { of: 'polyarchy', as, set: 'all' as const },
      years: { from: 1900, to: 2025 },
    })),
    ...(['sd', 'bimodality', 'polarisation'] as const).map((as) => ({
      name: `ideal_point_${as}`,
      title: `${titles[as]} of ideal points in the General Assembly over all states`,
      parameters: { of: 'ideal_point', as, set: 'all' as const, between: [-3, 3] as [number, number] },
      years: { from: 1956, to: 2024 }, // before, too few members of the state system sat in the Assembly
    })),
  ],
};

function scaleOf({ of, between }: DispersionParameters, catalogue: Catalogue): { low: number; high: number } {
  const { low, high } = stateVariables([of], catalogue)[0]!.scale ?? {};
  if (low !== undefined && high !== undefined) {
    if (between)
      fail('measures/no-scale', `the scale of ${of} has its own ends, ${low} and ${high}`, {
        hint: 'leave `between` out',
      });
    return { low, high };
  }
  if (between) return { low: between[0], high: between[1] };
  return fail('measures/no-scale', `the scale of ${of} has no two ends`, {
    hint: 'dispersion compares scores on a common scale; take a score with both ends, or say `between: [low, high]`',
  });
}
