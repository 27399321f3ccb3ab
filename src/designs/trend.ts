import { settled } from '../kernel/canonical.js';
import { EntenteError } from '../kernel/errors.js';
import { countYears, type Years } from '../kernel/years.js';
import { measures as allMeasures } from '../measures/index.js';
import type { Series } from '../measures/measure.js';
import { trendSlope } from '../statistics/linear-trend.js';
import { sourceOf, tableOf } from '../world/catalogue.js';
import type { Answers, Catalogue } from '../world/open.js';
import type { Design } from './design.js';
import { remembered } from './remembered.js';
import { decade, estimateTrend } from './trend/estimate.js';
import { slopesWithoutTrend } from './trend/no-trend.js';
import { type Measures, type TrendParameters, trendParameters } from './trend/parameters.js';
import { trendPicture } from './trend/picture.js';
import { trendPlacebos } from './trend/placebos.js';
import { type Chosen, chosenMeasure, fewestYears, seriesIn, servedYears } from './trend/series.js';
import { trendWorking } from './trend/working.js';

/**
 * Does a yearly series about the system rise or fall, and by how much?
 *
 * Slope = ten times the least-squares slope of the series on the calendar year: its mean change a decade, in its own
 * unit. Positive: it rose. It describes the window and is no forecast; a series that rises and falls again has a
 * slope near 0 (see the break of the line); and it says nothing of causes.
 *
 * Interval: the widest of those of `linearTrend` (as if years were independent, Newey–West with and without
 * prewhitening, first-order autoregression at the likeliest memory and at the longest allowed) and, where the measure is one over states that can be drawn anew, the
 * percentile interval of 999 such draws. Beside it: Mann–Kendall (Hamed & Rao), Sen’s slope, Pettitt’s change point,
 * and the likeliest break of the line with a p-value that allows for memory.
 * Unit: one year with a value, at least ten; missing years are allowed and counted.
 *
 * Throws `designs/too-few-years`, `designs/undefined-draws`, and what the measure throws.
 */
export function trendOver(measures: Measures): Design<TrendParameters> {
  const choices = new WeakMap<TrendParameters, Chosen>();
  const chosen = (p: TrendParameters): Chosen => {
    const choice = choices.get(p) ?? chosenMeasure(p, measures);
    choices.set(p, choice);
    return choice;
  };
  const series = remembered((p: TrendParameters, answers: Answers) => seriesIn(chosen(p), p.years, answers));
  return {
    name: 'trend',
    title: 'Trend',
    says: 'Whether a yearly series about the system rises, falls or breaks, in its own unit a decade.',
    cites: [
      'Newey, W. K. & West, K. D. (1994). Automatic Lag Selection in Covariance Matrix Estimation. Review of Economic Studies 61:631–653.',
      'Hamed, K. H. & Rao, A. R. (1998). A modified Mann–Kendall trend test for autocorrelated data. Journal of Hydrology 204:182–196.',
      'Bühlmann, P. (1997). Sieve bootstrap for time series. Bernoulli 3:123–148.',
    ],
    parameters: trendParameters(measures),
    alsoCites: (p) => chosen(p).measure.cites,
    effect: { name: 'slope', none: 0, scale: 'linear' },
    unit: (p) => `${chosen(p).measure.unit(chosen(p).setting)} a decade`,
    observes: ({ years }) => years,
    cannot(p, catalogue) {
      if (countYears(p.years) < fewestYears)
        return `${countYears(p.years)} years: a trend needs at least ${fewestYears}`;
      const { measure, setting } = chosen(p);
      return measure.cannot(setting, p.years, catalogue);
    },
    needs(p, catalogue) {
      const one = chosen(p);
      return one.measure.needs(one.setting, servedYears(one, p.years, catalogue), catalogue);
    },
    estimate: (p, answers, { manifest }, random) =>
      estimateTrend(series(p, answers), p.years, manifest, random),
    underNull(p, answers) {
      const slopes = slopesWithoutTrend(series(p, answers));
      return (draw) => decade * slopes(draw);
    },
    point(p, answers) {
      const { years, values } = series(p, answers);
      return settled(decade * trendSlope(years, values));
    },
    restsOn(p) {
      const { measure, setting } = chosen(p);
      return measure.restsOn?.(setting) ?? { named: [], others: true };
    },
    placebos: trendPlacebos(chosen),
    picture(p, answers, catalogue, estimate) {
      const one = chosen(p);
      const { measure, setting } = one;
      const seen = series(p, answers);
      return trendPicture({
        label: measure.label(setting),
        unit: measure.unit(setting),
        source: sourcesOf(Object.values(this.needs(p, catalogue)), catalogue),
        years: p.years,
        series: seen,
        whole: continuation(one, seen, servedYears(one, p.years, catalogue), answers),
        estimate,
      });
    },
    working: (p, answers, catalogue) => trendWorking(chosen(p), series(p, answers), catalogue),
    read: 'The slope is how much the series moved in ten years on average, in its own unit: +1 on a share in per cent means one percentage point more each decade. The interval is the widest of those that are valid for a series with memory. A slope describes the years it was drawn through, and nothing beyond them.',
  };
}

export const trend = trendOver(allMeasures);

/** The series over all years, where it is the same in the window; a constant set of states is another set then. */
function continuation(
  { measure, setting }: Chosen,
  series: Series,
  years: Years,
  answers: Answers,
): Series | undefined {
  try {
    const whole = measure.compute(setting, years, answers);
    const values = new Map(whole.years.map((year, i) => [year, whole.values[i]]));
    return series.years.every((year, i) => values.get(year) === series.values[i]) ? whole : undefined;
  } catch (error) {
    if (error instanceof EntenteError) return undefined;
    throw error;
  }
}

/** The sources behind some tables, as a line under a picture. */
function sourcesOf(
  queries: readonly { readonly tables: readonly string[] }[],
  { manifest }: Catalogue,
): string {
  const names = new Set(queries.flatMap(({ tables }) => tables).map((t) => tableOf(manifest, t).source));
  return [...names]
    .map((name) => sourceOf(manifest, name))
    .map((s) => `${s.title} ${s.version}`)
    .join('; ');
}
