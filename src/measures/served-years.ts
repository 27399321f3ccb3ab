import { countYears, type Years } from '../kernel/years.js';
import type { Manifest } from '../world/cards.js';
import { cannotServe, coverageShare, leastCoverage, variableOf } from '../world/catalogue.js';

/**
 * Why a state-year variable cannot serve a yearly series about all states over a window, or null where it can. It
 * must cover 80 % of the members in the first and in the last year (`cannotServe`) and in four of five years between;
 * a year under that is left out by the measure and counted, not filled.
 */
export function cannotServeSeries(manifest: Manifest, name: string, years: Years): string | null {
  const ends = cannotServe(manifest, name, [years.from, years.to]);
  if (ends !== null) return ends;
  const variable = variableOf(manifest, name);
  let thin = 0;
  for (let year = years.from; year <= years.to; year++)
    if (coverageShare(manifest, variable, year) < leastCoverage) thin++;
  return thin <= (1 - leastCoverage) * countYears(years) + 1e-9
    ? null
    : `${name} covers under ${100 * leastCoverage} % of the states in ${thin} of ${countYears(years)} years`;
}
