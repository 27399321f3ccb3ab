import { eachYear, type Years } from '../../../kernel/years.js';
import { inYears, type Observed, type Yearly } from './quantity.js';

/**
 * What is seen of values that are not drawn anew: the years of the spans in which all sides have one, and how many have
 * not. `lacking` says of a year that is lost what it lacks.
 */
export function yearlyObserved(
  sides: readonly Yearly[],
  years: Years,
  spans: readonly Years[],
  lacking: string,
): Observed {
  const compared = eachYear(years).filter((year) => spans.some((span) => inYears(span, year)));
  const n = compared.filter((year) => sides.every((own) => own.years.includes(year))).length;
  return {
    ...{ sides, n, of: 'years', chances: [] },
    lost:
      n < compared.length
        ? { [`years in which one of the states has no ${lacking}`]: compared.length - n }
        : {},
  };
}
