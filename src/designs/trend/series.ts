import { fail } from '../../kernel/errors.js';
import type { Years } from '../../kernel/years.js';
import type { Measure, Series } from '../../measures/measure.js';
import type { Manifest } from '../../world/cards.js';
import type { Answers, Catalogue } from '../../world/open.js';
import type { Measures, TrendParameters } from './parameters.js';

/** A measure with its parameters, defaults filled in. */
export interface Chosen {
  readonly measure: Measure;
  readonly setting: unknown;
}

export function chosenMeasure({ series }: TrendParameters, measures: Measures): Chosen {
  const { measure: name, ...rest } = series;
  const measure = measures[name] ?? fail('designs/unknown-measure', `unknown measure: ${name}`);
  return { measure, setting: measure.parameters.parse(rest) };
}

const served = new WeakMap<Manifest, Map<string, Years>>();

/**
 * The widest years around a window that the record can serve: what a measure is asked for, so that the picture shows
 * what lies around the window, and so that all windows share one question to the world.
 */
export function servedYears({ measure, setting }: Chosen, window: Years, catalogue: Catalogue): Years {
  const known = served.get(catalogue.manifest) ?? new Map<string, Years>();
  served.set(catalogue.manifest, known);
  const key = JSON.stringify([measure.name, setting, window]);
  const years = known.get(key) ?? widestYears({ measure, setting }, window, catalogue);
  known.set(key, years);
  return years;
}

function widestYears({ measure, setting }: Chosen, window: Years, catalogue: Catalogue): Years {
  const { from, to } = catalogue.manifest.system;
  const serves = (years: Years): boolean => measure.cannot(setting, years, catalogue) === null;
  const widest = { ...window };
  for (let year = from; year < window.from; year++) {
    if (!serves({ from: year, to: window.to })) continue;
    widest.from = year;
    break;
  }
  for (let year = to; year > window.to; year--) {
    if (!serves({ from: window.from, to: year })) continue;
    widest.to = year;
    break;
  }
  return widest;
}

export const fewestYears = 10;

/** The series in the window. Throws `designs/too-few-years`. */
export function seriesIn({ measure, setting }: Chosen, years: Years, answers: Answers): Series {
  const series = measure.compute(setting, years, answers);
  if (series.years.length >= fewestYears) return series;
  return fail(
    'designs/too-few-years',
    `${series.years.length} years with a value: a trend needs ${fewestYears}`,
    {
      hint:
        Object.entries(series.lost)
          .map(([reason, n]) => `${n} ${reason}`)
          .join('; ') || undefined,
    },
  );
}
