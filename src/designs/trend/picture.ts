import { capitalised } from '../../kernel/words.js';
import { showYears, type Years } from '../../kernel/years.js';
import type { Series } from '../../measures/measure.js';
import type { Estimate } from '../design.js';
import type { Mark, Picture, Point, Role } from '../picture.js';
import { showSigned, showValue } from './show-value.js';

export interface TrendPictureOptions {
  readonly label: string;
  readonly unit: string;
  readonly source: string;
  readonly years: Years;
  readonly series: Series;
  /** The same series in all years that the record holds; absent where it has no such continuation. */
  readonly whole: Series | undefined;
  readonly estimate: Estimate;
}

/** The series with its line: what lies around the window as context, and a rule where the line breaks (p < 0.05). */
export function trendPicture(options: TrendPictureOptions): Picture {
  const { label, unit, source, years, series, estimate } = options;
  const interval = `95 % interval ${showSigned(estimate.low)} to ${showSigned(estimate.high)}`;
  return {
    title: finding(options),
    subtitle: `${interval}; ${axisUnit(unit)}${estimate.n < years.to - years.from + 1 ? `, ${estimate.n} years with a value` : ''}`,
    source,
    alt: alternativeText(options, interval),
    x: { label: 'Year', kind: 'year' },
    y: { label: `${capitalised(label)}, ${axisUnit(unit)}` },
    marks: [
      ...around(options),
      ...runs(series, 'main', showYears(years)),
      fitted(series, estimate),
      ...breakRule(estimate),
    ],
  };
}

function finding({ label, unit, years, estimate: { value } }: TrendPictureOptions): string {
  const size = showValue(Math.abs(value));
  const moved = size === '0' ? 'did not change' : value > 0 ? `rose by ${size}` : `fell by ${size}`;
  return `The ${label} ${moved}${size === '0' ? '' : ` ${unit} a decade`}, ${showYears(years)}`;
}

function alternativeText(
  { label, unit, series, years, estimate }: TrendPictureOptions,
  interval: string,
): string {
  const at = (i: number): string => `${showValue(series.values.at(i)!, 3)} in ${series.years.at(i)!}`;
  const { break_last_year_before: year } = significantBreak(estimate);
  const breaks = year === undefined ? '' : ` The line breaks after ${year}.`;
  return `Line of the ${label} (${axisUnit(unit)}), ${showYears(years)}: ${at(0)}, ${at(-1)}. Change a decade: ${showSigned(estimate.value)} ${unit}, ${interval}.${breaks}`;
}

/** Shares differ by percentage points and are per cent. */
const axisUnit = (unit: string): string => (unit === 'percentage points' ? 'per cent' : unit);

/** Lines through years that follow one another; a year that stands alone is a dot, so that no gap is drawn over. */
function runs(series: Pick<Series, 'years' | 'values'>, role: Role, name: string): Mark[] {
  const found: Point[][] = [];
  series.years.forEach((year, i) => {
    const point = { x: year, y: series.values[i]! };
    if (i > 0 && year - series.years[i - 1]! === 1) found.at(-1)!.push(point);
    else found.push([point]);
  });
  return found.map((points) => ({ kind: points.length > 1 ? 'line' : 'dots', role, name, points }));
}

/** What lies before and after the window, joined to it. */
function around({ whole, series }: TrendPictureOptions): Mark[] {
  if (!whole) return [];
  const part = (keep: (year: number) => boolean): Mark[] => {
    const years = whole.years.filter(keep);
    const values = whole.values.filter((_, i) => keep(whole.years[i]!));
    return years.some((year) => !series.years.includes(year))
      ? runs({ years, values }, 'context', 'other years')
      : [];
  };
  return [...part((year) => year <= series.years[0]!), ...part((year) => year >= series.years.at(-1)!)];
}

/** The least-squares line through the mean of the window. */
function fitted(series: Series, { value, n }: Estimate): Mark {
  const middle = series.years.reduce((sum, year) => sum + year, 0) / n;
  const level = series.values.reduce((sum, y) => sum + y, 0) / n;
  const ends = [series.years[0]!, series.years.at(-1)!];
  const points = ends.map((year) => ({ x: year, y: level + (value / 10) * (year - middle) }));
  return { kind: 'line', role: 'comparison', name: 'straight line', points, dashed: true };
}

const significance = 0.05;

function significantBreak({ diagnostics }: Estimate): Partial<Record<'break_last_year_before', number>> {
  const { break_p: p, break_last_year_before: year } = diagnostics;
  const found = typeof p === 'number' && p < significance && typeof year === 'number';
  return found ? { break_last_year_before: year } : {};
}

function breakRule(estimate: Estimate): Mark[] {
  const { break_last_year_before: year } = significantBreak(estimate);
  return year === undefined
    ? []
    : [{ kind: 'rule', axis: 'x', at: year + 0.5, label: `the line breaks after ${year}` }];
}
