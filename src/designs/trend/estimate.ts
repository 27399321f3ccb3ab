import { settled } from '../../kernel/canonical.js';
import type { Random } from '../../kernel/random.js';
import { countYears, type Years } from '../../kernel/years.js';
import type { Series } from '../../measures/measure.js';
import type { LinearTrend } from '../../statistics/linear-trend.js';
import type { Manifest } from '../../world/cards.js';
import { systemSize } from '../../world/catalogue.js';
import type { Estimate } from '../design.js';
import { diagnose } from './diagnose.js';
import { lineThrough } from './line-through.js';
import { draws, slopesOfResampledStates, statesInterval } from './resampled-slopes.js';

/** From a change a year to a change a decade. */
export const decade = 10;

/** The slope of a series with the widest of its intervals. */
export function estimateTrend(series: Series, years: Years, manifest: Manifest, random: Random): Estimate {
  const fit = lineThrough(series);
  const slopes = slopesOfResampledStates(series, random);
  const intervals = [
    ...fit.errors.map(({ method, low, high }) => ({ method: methodNames[method], low, high })),
    ...(slopes ? [{ method: `states drawn anew, ${draws} times`, ...statesInterval(slopes) }] : []),
  ];
  const widest = intervals.reduce((a, b) => (b.high - b.low > a.high - a.low ? b : a));
  return {
    value: settled(decade * fit.slope),
    low: settled(decade * widest.low),
    high: settled(decade * widest.high),
    n: series.years.length,
    of: 'years',
    lost: series.lost,
    errors: intervals.map((i) => ({
      method: i.method,
      low: settled(decade * i.low),
      high: settled(decade * i.high),
      chosen: i === widest,
    })),
    diagnostics: settledFigures({
      ...diagnose(series, fit, random),
      ...sizes(series, manifest),
      years_without_value: countYears(years) - series.years.length,
      ...(slopes && { draws, draws_without_value: slopes.filter((s) => !Number.isFinite(s)).length }),
    }),
  };
}

/** Members of the state system in the first and last year, against which a count of states can be held. */
function sizes({ years }: Series, manifest: Manifest): Record<string, number> {
  return {
    system_size_in_first_year: systemSize(manifest, years[0]!),
    system_size_in_last_year: systemSize(manifest, years.at(-1)!),
  };
}

const methodNames: Readonly<Record<LinearTrend['chosen'], string>> = {
  classical: 'as if years were independent',
  'newey-west': 'Newey–West',
  'newey-west-prewhitened': 'Newey–West, prewhitened',
  autoregressive: 'first-order autoregression',
  'longest-memory': 'first-order autoregression, the longest memory allowed',
};

function settledFigures(figures: Readonly<Record<string, number | string>>): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, x]) => [name, typeof x === 'number' ? settled(x) : x]),
  );
}
