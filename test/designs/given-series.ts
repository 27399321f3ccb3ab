import { z } from 'zod';
import type { TrendParameters } from '../../src/designs/trend/parameters.js';
import { trendOver } from '../../src/designs/trend.js';
import type { States } from '../../src/kernel/states.js';
import type { Measure, Series } from '../../src/measures/measure.js';
import type { Manifest } from '../../src/world/cards.js';
import type { Answers, Catalogue } from '../../src/world/open.js';

/** A measure whose series stands in the answers, for tests of the design alone. */
export const given: Measure<{ called: string }> = {
  name: 'given',
  title: 'A series that is given',
  says: 'Nothing but itself.',
  cites: [],
  parameters: z.strictObject({ called: z.string().default('share of it') }),
  unit: () => 'percentage points',
  label: ({ called }) => called,
  cannot: (_p, years) => (years.to > 2020 ? 'the given series ends in 2020' : null),
  needs: () => ({ given: { sql: 'given', tables: ['given'] } }),
  compute(_p, years, answers) {
    const rows = answers['given']!.filter(
      (r) => Number(r['year']) >= years.from && Number(r['year']) <= years.to,
    );
    const spread = answers['spread']?.[0]?.['spread'];
    const values = rows.map((r) => Number(r['value']));
    const series: Series = {
      years: rows.map((r) => Number(r['year'])),
      values,
      counts: rows.map(() => 100),
      lost: {},
    };
    if (spread === undefined) return series;
    // Every draw tilts the series by a slope that is uniform within ± spread a year.
    return {
      ...series,
      resampled: (random) => {
        const tilt = Number(spread) * (2 * random.next() - 1);
        return values.map((value, i) => value + tilt * series.years[i]!);
      },
    };
  },
  variables: [],
};

export const trend = trendOver({ given });

export const catalogue: Catalogue = {
  manifest: {
    system: { from: 1816, to: 2025, byYear: [] },
    tables: [{ name: 'given', source: 'given' }],
    sources: [{ name: 'given', title: 'The given series', version: '1' }],
    variables: [],
  } as unknown as Manifest,
  states: {} as States,
};

export const parametersOf = (years: string): TrendParameters =>
  trend.parameters.parse({ series: { measure: 'given' }, years });

export const answersOf = (years: readonly number[], values: ArrayLike<number>, spread?: number): Answers => ({
  given: years.map((year, i) => ({ year, value: values[i]! })),
  ...(spread !== undefined && { spread: [{ spread }] }),
});

export const span = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
