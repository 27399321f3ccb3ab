import { z } from 'zod';
import { didYouMean } from '../../kernel/nearest.js';
import type { Years } from '../../kernel/years.js';
import type { Measure } from '../../measures/measure.js';
import { span } from '../span.js';

export type Measures = Readonly<Record<string, Measure>>;

export interface TrendParameters {
  readonly series: { readonly measure: string; readonly [parameter: string]: unknown };
  readonly years: Years;
}

/** Names of the parameters of a measure. */
function namesOf(measure: Measure): string[] {
  const { shape } = (measure.parameters as unknown as { def: { shape?: object } }).def;
  return Object.keys(shape ?? {});
}

/**
 * The schema of a trend over these measures. `series` knows the parameters of all of them, so that a misspelt one is
 * told the nearest; which of them belong together, and what they may be, its own measure says.
 */
export function trendParameters(measures: Measures): z.ZodType<TrendParameters> {
  const names = new Set(Object.values(measures).flatMap(namesOf));
  const shape = Object.fromEntries([...names].map((name) => [name, z.unknown().optional()]));
  const series = z
    .strictObject({ measure: z.string(), ...shape })
    .superRefine((written, context) => {
      const { measure: name, ...rest } = written as { measure: string };
      const measure = Object.hasOwn(measures, name) ? measures[name] : undefined;
      if (!measure) {
        const message = didYouMean(name, Object.keys(measures));
        context.addIssue({ code: 'custom', path: ['measure'], message });
        return;
      }
      for (const issue of measure.parameters.safeParse(rest).error?.issues ?? [])
        context.addIssue(
          issue.code === 'unrecognized_keys'
            ? {
                code: 'custom',
                path: [...issue.path, issue.keys[0]!],
                message: `${name} takes ${namesOf(measure).join(', ')}`,
              }
            : (issue as never),
        );
    })
    .describe('a measure and its parameters');
  return z.strictObject({
    series,
    years: span.describe('the years of the series: 1992-2019'),
  }) as unknown as z.ZodType<TrendParameters>;
}
