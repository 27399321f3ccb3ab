import { describe, expect, it } from 'vitest';
import { recordedSeries } from '../../src/measures/recorded-series.js';
import type { Manifest } from '../../src/world/cards.js';
import type { Catalogue } from '../../src/world/open.js';

const variable = (name: string, level: string, from: number, byYear: number[]) => ({
  ...{ name, level, table: 'system', source: 's', years: { from, to: from + byYear.length - 1 } },
  coverage: { rows: 0, states: 0, from, to: from + byYear.length - 1, byYear },
});
const catalogue = {
  manifest: {
    variables: [
      variable('whole', 'system-year', 1990, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]),
      variable('thin', 'system-year', 1990, [1, 0, 1, 0, 1, 1, 0, 1, 1, 1]),
      variable('score', 'state-year', 1990, [9]),
    ],
  } as unknown as Manifest,
} as Catalogue;

const asked = (of: string) => ({ of, unit: 'states' });
const cannot = (of: string, from: number, to: number) =>
  recordedSeries.cannot(asked(of), { from, to }, catalogue);

describe('a recorded series', () => {
  it('is what the source has, in the window', () => {
    const values = [1989, 1990, 1991, 1993].map((year, i) => ({ year, value: 20 + i }));
    const series = recordedSeries.compute(asked('whole'), { from: 1990, to: 1993 }, { values });
    expect([series.years, series.values]).toEqual([
      [1990, 1991, 1993],
      [21, 22, 23],
    ]);
    expect(series.lost).toEqual({ 'years without a value': 1 });
    expect(recordedSeries.unit(asked('whole'))).toBe('states');
  });

  it('serves a window with values at both ends and in four of five years', () => {
    expect(cannot('whole', 1990, 1999)).toBeNull();
    expect(cannot('whole', 1989, 1999)).toBe('whole begins in 1990');
    expect(cannot('whole', 1990, 2000)).toBe('whole ends in 1999');
    expect(cannot('thin', 1990, 1999)).toBe('thin has no value in 3 of 10 years');
    expect(cannot('thin', 1991, 1999)).toBe('thin has no value in 1991');
    expect(cannot('thin', 1994, 1998)).toBeNull();
  });

  it('is of a variable about the system', () => {
    expect(() => cannot('score', 1990, 1990)).toThrow(/of level state-year/);
    expect(() => cannot('scroe', 1990, 1990)).toThrow(/unknown variable/);
  });
});
