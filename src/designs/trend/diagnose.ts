import type { Random } from '../../kernel/random.js';
import type { Series } from '../../measures/measure.js';
import { pettitt } from '../../statistics/change-point.js';
import type { LinearTrend } from '../../statistics/linear-trend.js';
import { mannKendall, mannKendallAutocorrelated } from '../../statistics/mann-kendall.js';
import { supF } from '../../statistics/sup-f.js';
import { senSlope } from '../../statistics/theil-sen.js';
import { memoriesAroundLine } from './line-through.js';

/** Fewest years in which a break is looked for. */
const fewestForBreak = 12;
/** Simulated series behind the p-value of the break, which is read against 0.05 only. */
const simulations = 199;

type Figures = Readonly<Record<string, number | string>>;

/**
 * What else a series says: whether it rises or falls at all (Mann–Kendall), a slope that a few wild years cannot
 * bend (Sen), whether its level changes (Pettitt), whether the line breaks (sup F, which allows for memory), and
 * where it begins and ends.
 */
export function diagnose(series: Series, fit: LinearTrend, random: Random): Figures {
  const { years, values, counts } = series;
  const sen = senSlope(years, values);
  const change = pettitt(years, values);
  const last = years.length - 1;
  return {
    ...kendall(values),
    sen_slope_per_decade: 10 * sen.slope,
    sen_low: 10 * sen.low,
    sen_high: 10 * sen.high,
    pettitt_last_year_before: change.year,
    pettitt_p: change.p,
    ...lineBreak(series, fit, random),
    first_year: years[0]!,
    first_value: values[0]!,
    last_year: years[last]!,
    last_value: values[last]!,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    ...memory(series, fit),
    first_count: counts[0]!,
    last_count: counts[last]!,
    least_count: Math.min(...counts),
  };
}

/** Mann–Kendall with Hamed and Rao's variance; the plain one where that does not exist. */
function kendall(values: readonly number[]): Figures {
  const figures = (variance: string, { z, p, tau }: { z: number; p: number; tau: number }): Figures => ({
    mann_kendall_z: z,
    mann_kendall_p: p,
    mann_kendall_variance: variance,
    kendall_tau: tau,
  });
  const corrected = mannKendallAutocorrelated(values);
  return corrected ? figures('Hamed and Rao', corrected) : figures('independent years', mannKendall(values));
}

const isExact = ({ errors }: LinearTrend): boolean => errors.length === 1;

/** The likeliest break of the line, where there are years enough and the line is not exact. */
function lineBreak(series: Series, fit: LinearTrend, random: Random): Figures {
  const { years, values } = series;
  if (years.length < fewestForBreak || isExact(fit)) return {};
  const { rho } = memoriesAroundLine(series).likeliest;
  const found = supF(years, values, { shape: 'line', random, simulations, rho });
  return {
    break_last_year_before: found.year,
    break_p: found.p,
    break_slope_before: 10 * found.before,
    break_slope_after: 10 * found.after,
  };
}

/** Correlation of the residuals of neighbouring years: as they are, and as restricted maximum likelihood has it. */
function memory({ years, values }: Series, fit: LinearTrend): Figures {
  if (isExact(fit)) return {};
  const residuals = values.map((value, i) => value - fit.intercept - fit.slope * years[i]!);
  let neighbours = 0;
  for (let i = 1; i < years.length; i++)
    if (years[i]! - years[i - 1]! === 1) neighbours += residuals[i]! * residuals[i - 1]!;
  const rho = fit.errors.find(({ method }) => method === 'autoregressive')?.rho;
  return {
    residual_autocorrelation: neighbours / residuals.reduce((sum, e) => sum + e * e, 0),
    ...(rho !== undefined && { autoregression: rho }),
  };
}
