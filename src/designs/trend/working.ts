import { power } from '../../kernel/power.js';
import type { Series } from '../../measures/measure.js';
import type { Catalogue } from '../../world/open.js';
import { figureInSum, type Working } from '../working.js';
import { decade } from './estimate.js';
import type { Chosen } from './series.js';

/** The series year by year, and the least-squares line through it. */
export function trendWorking(
  { measure, setting }: Chosen,
  { years, values, counts }: Series,
  { states }: Catalogue,
): Working {
  const { state } = setting as { readonly state?: unknown };
  return {
    says: [
      `value: ${measure.label(setting)}, in ${measure.unit(setting)}; count: the states or votes behind it`,
      `${measure.title}. ${measure.says}`,
      ...(measure.formula ? [`value of a year: ${measure.formula(setting)}`] : []),
      slopeOf(years, values),
    ],
    rows: years.map((year, i) => ({ year, value: values[i]!, count: counts[i] ?? null })),
    ...(typeof state === 'string' && { about: states.all(state) }),
  };
}

function slopeOf(years: readonly number[], values: readonly number[]): string {
  const mean = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0) / xs.length;
  const [year, value] = [mean(years), mean(values)];
  const across = years.reduce((sum, x, i) => sum + (x - year) * (values[i]! - value), 0);
  const along = years.reduce((sum, x) => sum + power(x - year, 2), 0);
  return `slope: ${decade} × Σ(year − ${figureInSum(year)})(value − ${figureInSum(value)}) / Σ(year − ${figureInSum(year)})² = ${decade} × ${figureInSum(across)} / ${figureInSum(along)} = ${figureInSum((decade * across) / along)}`;
}
