import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadClaim } from '../../src/claims/load.js';
import { multiverse } from '../../src/claims/multiverse.js';
import type { Draw, Estimate } from '../../src/designs/design.js';
import { trend as builtTrend } from '../../src/designs/trend.js';
import type { EntenteError } from '../../src/kernel/errors.js';
import { randomFrom } from '../../src/kernel/random.js';
import { tQuantile } from '../../src/statistics/distributions.js';
import { simulateAutoregression } from '../../src/statistics/simulate.js';
import { smallSystem } from '../measures/small-system.js';
import { codeOf, expectClose } from '../statistics/oracle.js';
import { answersOf, catalogue, parametersOf, span, trend } from './given-series.js';

const estimate = (years: readonly number[], values: ArrayLike<number>, spread?: number): Estimate =>
  trend.estimate(
    parametersOf(`${years[0]}-${years.at(-1)}`),
    answersOf(years, values, spread),
    catalogue,
    randomFrom('seed'),
  );

interface Oracle {
  readonly values: number[];
  readonly slope: number;
  readonly classical: [number, number];
  readonly newey_west_se: number;
  readonly autoregressive_se: number;
  readonly kendall_z: number;
  readonly sen: number;
  readonly pettitt_year: number;
  readonly pettitt_p: number;
  readonly residual_autocorrelation: number;
}

describe('a whole trend, from the table of states to the slope, agrees with R', () => {
  const oracle = JSON.parse(
    readFileSync(new URL('../oracles/designs/trend.json', import.meta.url), 'utf8'),
  ) as { years: number[]; held: number[][]; first: Oracle; effective: Oracle };

  it.each([
    ['first', oracle.first],
    ['effective-number', oracle.effective],
  ])('%s', async (as, expected) => {
    const system = await smallSystem(
      oracle.held[0]!.map((_, s) => ({
        ccode: s + 1,
        from: oracle.years[0]!,
        to: oracle.years.at(-1)!,
        values: { steel: Object.fromEntries(oracle.years.map((y, i) => [y, oracle.held[i]![s]!])) },
      })),
      [{ name: 'steel' }],
    );
    try {
      const p = builtTrend.parameters.parse({
        series: { measure: 'concentration', of: 'steel', as },
        years: '1985-2016',
      });
      expect(builtTrend.cannot(p, system)).toBeNull();
      const answers = await system.answer(builtTrend.needs(p, system));
      const e = builtTrend.estimate(p, answers, system, randomFrom('oracle'));
      const half = (name: string) => {
        const found = e.errors.find(({ method }) => method === name)!;
        return (found.high - found.low) / 2;
      };
      expectClose(e.value, expected.slope, 1e-9);
      expectClose(e.value - half('as if years were independent'), expected.classical[0], 1e-8);
      // Newey–West: a bandwidth of at least one lag, so the critical value is at least that of t.
      expect(half('Newey–West')).toBeGreaterThanOrEqual(
        expected.newey_west_se * tQuantile(0.975, 30) * (1 - 1e-9),
      );
      expect(half('first-order autoregression')).toBeGreaterThanOrEqual(
        expected.autoregressive_se * tQuantile(0.975, 30) * (1 - 1e-5),
      );
      const d = e.diagnostics as Record<string, number>;
      expectClose(d['mann_kendall_z']!, expected.kendall_z, 1e-9);
      expectClose(d['sen_slope_per_decade']!, expected.sen, 1e-9);
      expectClose(d['pettitt_p']!, expected.pettitt_p, 1e-9);
      expectClose(d['residual_autocorrelation']!, expected.residual_autocorrelation, 1e-8);
      expect(d['pettitt_last_year_before']).toBe(expected.pettitt_year);
      expectClose(d['first_value']!, expected.values[0]!, 1e-11);
      expectClose(d['last_value']!, expected.values.at(-1)!, 1e-11);
      expect([e.n, e.of]).toEqual([32, 'years']);
      expect([
        d['first_count'],
        d['last_count'],
        d['system_size_in_first_year'],
        d['system_size_in_last_year'],
      ]).toEqual([14, 14, 14, 14]);
    } finally {
      system.close();
    }
  });
});

describe('a trend, by hand', () => {
  const years = span(1990, 2001);
  it('an exact line rises by ten times its yearly step, and is sure', () => {
    const e = estimate(
      years,
      years.map((y) => 3 + 0.25 * (y - 1990)),
    );
    expect(e.value).toBeCloseTo(2.5, 10);
    expect([e.low, e.high]).toEqual([e.value, e.value]);
    expect([e.n, e.diagnostics['years_without_value']]).toEqual([12, 0]);
  });
  it('of 0 0 0 0 0 1 1 1 1 1: 10 · Σ (t − 4.5) y / Σ (t − 4.5)² = 10 · 12.5 / 82.5, the level changing after the fifth', () => {
    const e = estimate(span(2000, 2009), [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    expect(e.value).toBeCloseTo(125 / 82.5, 10);
    expect(e.diagnostics['pettitt_last_year_before']).toBe(2004);
    expect([e.diagnostics['first_value'], e.diagnostics['last_value'], e.diagnostics['mean']]).toEqual([
      0, 1, 0.5,
    ]);
  });
  it('missing years are counted, and the others stand where they stood', () => {
    const kept = years.filter((y) => y !== 1994);
    const e = estimate(
      kept,
      kept.map((y) => 3 + 0.25 * (y - 1990)),
    );
    expect(e.value).toBeCloseTo(2.5, 10);
    expect([e.n, e.diagnostics['years_without_value']]).toEqual([11, 1]);
  });
  it('ten years are needed', () => {
    const few = span(1990, 1999).filter((y) => y !== 1995);
    expect(codeOf(() => estimate(few, few))).toBe('designs/too-few-years');
    expect(trend.cannot(parametersOf('1990-1998'), catalogue)).toBe('9 years: a trend needs at least 10');
    expect(trend.cannot(parametersOf('2000-2021'), catalogue)).toBe('the given series ends in 2020');
    expect(trend.cannot(parametersOf('1990-1999'), catalogue)).toBeNull();
  });
});

describe('the interval', () => {
  const years = span(1980, 2015);
  const noisy = simulateAutoregression(randomFrom('noisy'), years, 0.5);
  it('is the widest of those shown', () => {
    for (let k = 0; k < 60; k++) {
      const e = estimate(years, simulateAutoregression(randomFrom(['choice', k]), years, 0.9));
      const chosen = e.errors.filter((x) => x.chosen);
      expect(chosen.length).toBe(1);
      expect(chosen[0]).toMatchObject({ low: e.low, high: e.high });
      for (const x of e.errors) expect(x.high - x.low).toBeLessThanOrEqual(e.high - e.low);
    }
  });
  it('is that of states drawn anew where that is the widest', () => {
    const plain = estimate(years, noisy);
    const tilted = estimate(years, noisy, 1);
    expect(tilted.value).toBe(plain.value);
    const states = tilted.errors.find(({ chosen }) => chosen)!;
    expect(states.method).toBe('states drawn anew, 499 times');
    // Tilts are uniform within ± 1 a year: the middle 95 % reach from −9.5 to 9.5 a decade.
    expect(Math.abs(states.low - (plain.value - 9.5))).toBeLessThan(0.5);
    expect(Math.abs(states.high - (plain.value + 9.5))).toBeLessThan(0.5);
    expect(estimate(years, noisy, 1e-6).errors.find(({ chosen }) => chosen)!.method).not.toMatch(/states/);
  });
});

describe('what must not change, and what must', () => {
  const years = span(1980, 2010);
  const series = fc
    .array(fc.integer({ min: -50, max: 50 }), { minLength: 31, maxLength: 31 })
    .filter((v) => new Set(v).size > 5);
  it('a unit scales all that has it; a constant moves nothing but levels', () => {
    fc.assert(
      fc.property(series, (values) => {
        const plain = estimate(years, values);
        const scaled = estimate(
          years,
          values.map((v) => 1000 * v),
        );
        const moved = estimate(
          years,
          values.map((v) => v + 70),
        );
        expectClose(scaled.value, 1000 * plain.value, 1e-9, 1);
        expectClose(scaled.high - scaled.low, 1000 * (plain.high - plain.low), 1e-6);
        expectClose(moved.value, plain.value, 1e-9, 1);
        expectClose(moved.high - moved.low, plain.high - plain.low, 1e-6);
      }),
      { numRuns: 15 },
    );
  });
  it('the same seed gives the same estimate to the byte', () => {
    const values = simulateAutoregression(randomFrom('bytes'), years, 0.4);
    expect(JSON.stringify(estimate(years, values, 0.2))).toBe(JSON.stringify(estimate(years, values, 0.2)));
  });
});

describe('recovery, of series of thirty years with memory (ρ = 0.6)', () => {
  const years = span(1990, 2019);
  const many = (slope: number): Estimate[] =>
    Array.from({ length: 300 }, (_, seed) => {
      const noise = simulateAutoregression(randomFrom(['recovery', slope, seed]), years, 0.6);
      return estimate(
        years,
        noise.map((e, i) => e + (slope / 10) * i),
      );
    });
  const share = (list: readonly Estimate[], is: (e: Estimate) => boolean): number =>
    list.filter(is).length / list.length;

  it('a slope of 4 a decade lies in the interval in at least 92 %, and is found in most', () => {
    const found = many(4);
    expect(share(found, (e) => e.low <= 4 && 4 <= e.high)).toBeGreaterThanOrEqual(0.92);
    expect(share(found, (e) => e.low > 0)).toBeGreaterThan(0.5);
  });
  it('no slope is taken for one in at most 8 %', () => {
    expect(share(many(0), (e) => e.low > 0 || e.high < 0)).toBeLessThanOrEqual(0.08);
  });
});

describe('a world without a trend', () => {
  const draw = (seed: number): Draw => ({ keyOf: (unit) => randomFrom(['null', seed, unit]).next() });
  const keys = new Map<string, number>();
  /** The same, each key made once. */
  const known = (seed: number): Draw => ({
    keyOf(unit) {
      const name = `${seed} ${unit}`;
      const key = keys.get(name) ?? draw(seed).keyOf(unit);
      keys.set(name, key);
      return key;
    },
  });
  const slopes = (years: readonly number[], values: ArrayLike<number>, draws: number): number[] => {
    const p = parametersOf(`${years[0]}-${years.at(-1)}`);
    const answers = answersOf(years, values);
    const withoutTrend = trend.underNull(p, answers, catalogue);
    return Array.from({ length: draws }, (_, k) => withoutTrend(known(k)));
  };
  const mean = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0) / x.length;
  const correlation = (x: readonly number[], y: readonly number[]): number => {
    const [mx, my] = [mean(x), mean(y)];
    const sum = (f: (i: number) => number): number => x.reduce((total, _, i) => total + f(i), 0);
    return (
      sum((i) => (x[i]! - mx) * (y[i]! - my)) /
      Math.sqrt(sum((i) => (x[i]! - mx) ** 2) * sum((i) => (y[i]! - my) ** 2))
    );
  };

  const extremes = (rho: number, slope: number): number => {
    const years = span(1992, 2019);
    let extreme = 0;
    for (let seed = 0; seed < 200; seed++) {
      const noise = simulateAutoregression(randomFrom(['size', rho, seed]), years, rho);
      const values = noise.map((x, i) => x + (slope / 10) * i);
      const own = Math.abs(estimateSlope(years, values));
      const beyond = slopes(years, values, 199).filter((s) => Math.abs(s) >= own).length;
      if ((beyond + 1) / 200 < 0.05) extreme++;
    }
    return extreme / 200;
  };
  it.each([0, 0.5, 0.8, 0.98])(
    'a series with ρ = %f and no trend is extreme in one of twenty or less',
    (rho) => {
      expect(extremes(rho, 0)).toBeLessThanOrEqual(0.1);
    },
  );
  it('a rise that even a random walk would not make is extreme in nearly all', () => {
    expect(extremes(0.5, 6)).toBeGreaterThan(0.9);
  });
  it('draws centre on no slope and do not see the slope of the series', () => {
    const years = span(1980, 2019);
    const noise = simulateAutoregression(randomFrom('centre'), years, 0.3);
    const flat = slopes(years, noise, 400);
    const steep = slopes(
      years,
      noise.map((e, i) => e + 5 * i),
      400,
    );
    expect(Math.abs(mean(flat))).toBeLessThan(0.1 * Math.max(...flat.map(Math.abs)));
    steep.forEach((s, i) => {
      expectClose(s, flat[i]!, 1e-6, 1);
    });
  });
  it('specifications share a draw: the same series in another window, or another series that moves with it', () => {
    const years = span(1980, 2019);
    const noise = Array.from(simulateAutoregression(randomFrom('shared'), years, 0.3));
    const other = Array.from(simulateAutoregression(randomFrom('other'), years, 0.3));
    const all = slopes(years, noise, 300);
    const later = slopes(years.slice(5), noise.slice(5), 300);
    const mirrored = slopes(
      years,
      noise.map((x, i) => -x + 0.2 * other[i]!),
      300,
    );
    const unrelated = slopes(years, other, 300);
    expect(correlation(all, later)).toBeGreaterThan(0.5);
    expect(correlation(all, mirrored)).toBeLessThan(-0.8);
    expect(Math.abs(correlation(all, unrelated))).toBeLessThan(0.5);
  });
  it('of a series that lies on its line, nothing is left', () => {
    const years = span(1990, 2005);
    expect(
      slopes(
        years,
        years.map((y) => 2 * y),
        3,
      ),
    ).toEqual([0, 0, 0]);
  });

  function estimateSlope(years: readonly number[], values: ArrayLike<number>): number {
    const middle = mean(years);
    const off = years.map((y) => y - middle);
    return (10 * off.reduce((s, x, i) => s + x * values[i]!, 0)) / off.reduce((s, x) => s + x * x, 0);
  }
});

describe('the picture', () => {
  const years = span(1990, 2009).filter((y) => y !== 1996);
  const values = years.map((y) => (y < 2000 ? 20 : 20 + 2 * (y - 2000)) + Math.sin(y));
  const p = parametersOf('1995-2009');
  const answers = answersOf(years, values);
  const e = trend.estimate(p, answers, catalogue, randomFrom('picture'));
  const picture = trend.picture(p, answers, catalogue, e);

  it('says in its title what happened, with numbers', () => {
    expect(picture.title).toBe(
      `The share of it rose by ${e.value.toFixed(0)} percentage points a decade, 1995–2009`,
    );
    expect(picture.subtitle).toMatch(
      /^95 % interval [+−][\d.]+ to [+−][\d.]+; per cent, 14 years with a value$/,
    );
    expect(picture.source).toBe('The given series 1');
    expect(picture.alt).toContain(`${values[5]!.toFixed(1)} in 1995, ${values.at(-1)!.toFixed(1)} in 2009.`);
  });
  it('draws the window, what lies around it, the line, and no bridge over a gap', () => {
    const main = picture.marks.filter((m) => 'role' in m && m.role === 'main');
    expect(main.map((m) => ('points' in m ? m.points.map((q) => q.x) : []))).toEqual([
      [1995],
      span(1997, 2009),
    ]);
    expect(main.map((m) => m.kind)).toEqual(['dots', 'line']);
    const context = picture.marks.filter((m) => 'role' in m && m.role === 'context');
    expect(context.map((m) => ('points' in m ? m.points.map((q) => q.x) : []))).toEqual([span(1990, 1995)]);
    const line = picture.marks.find((m) => m.kind === 'line' && m.dashed);
    const [a, b] = line && 'points' in line ? (line.points as { x: number; y: number }[]) : [];
    expectClose((10 * (b!.y - a!.y)) / (b!.x - a!.x), e.value, 1e-9);
  });
  it('marks the break of the line where it is one', () => {
    const kinked = span(1960, 2009).map((y) => (y < 1990 ? 20 : 20 + 2 * (y - 1990)) + Math.sin(7 * y));
    const q = parametersOf('1960-2009');
    const data = answersOf(span(1960, 2009), kinked);
    const found = trend.estimate(q, data, catalogue, randomFrom('break'));
    const rule = trend.picture(q, data, catalogue, found).marks.find((m) => m.kind === 'rule');
    const year = found.diagnostics['break_last_year_before'] as number;
    expect(Math.abs(year - 1990)).toBeLessThanOrEqual(2);
    expect(rule).toMatchObject({ axis: 'x', at: year + 0.5, label: `the line breaks after ${year}` });
  });
});

describe('parameters', () => {
  const issue = (p: object) => builtTrend.parameters.safeParse(p).error!.issues[0]!;
  it('an unknown measure names the nearest', () => {
    expect(
      issue({ series: { measure: 'concentratoin', of: 'x', as: 'first' }, years: '1990-2000' }),
    ).toMatchObject({
      path: ['series', 'measure'],
      message: 'did you mean concentration?',
    });
  });
  it('a parameter that no measure has is an unknown key, one of another measure says what this one takes', () => {
    const series = { measure: 'concentration', of: 'x', as: 'first' };
    expect(issue({ series: { ...series, amogn: 'all' }, years: 1990 })).toMatchObject({
      code: 'unrecognized_keys',
      path: ['series'],
      keys: ['amogn'],
    });
    expect(issue({ series: { ...series, set: 'all' }, years: 1990 })).toMatchObject({
      path: ['series', 'set'],
      message: 'concentration takes of, as, state, among',
    });
  });
  it('a value that the measure does not know, and years that are none, stand at their place', () => {
    expect(
      issue({ series: { measure: 'concentration', of: 'x', as: 'frist' }, years: '1990' }),
    ).toMatchObject({
      code: 'invalid_value',
      path: ['series', 'as'],
    });
    expect(
      issue({ series: { measure: 'dispersion', of: 'x', as: 'sd', set: 'all' }, years: '2000-1990' }),
    ).toMatchObject({
      path: ['years'],
      message: 'the span ends before it begins: 2000-1990',
    });
  });
  it('a claim with a mistake in its series is told where it stands', () => {
    const told = (series: string): unknown => {
      const folder = mkdtempSync(join(tmpdir(), 'entente-trend-'));
      const file = join(folder, 'spread.yaml');
      const head =
        'claim: It spreads.\nmeasured: How.\ncounts-against: The opposite.\ntest:\n  design: trend\n';
      const expected = 'expect: { slope: above 0, matters-from: 1, because: It does. }\n';
      writeFileSync(file, `${head}  series:\n${series}  years: 1990-2010\n${expected}`);
      try {
        const claim = loadClaim(file, { trend: builtTrend });
        multiverse(claim, claim.parts[0]!, { trend: builtTrend }, catalogue);
        return 'nothing';
      } catch (error) {
        const { code, message, hint, at } = error as EntenteError;
        return [code, message, hint, at?.line, at?.column];
      } finally {
        rmSync(folder, { recursive: true });
      }
    };
    expect(told('    measure: concentratoin\n    of: steel\n    as: first\n')).toEqual([
      'claims/wrong-value',
      'wrong value for series.measure: concentratoin',
      'did you mean concentration?',
      7,
      5,
    ]);
    expect(told('    measure: concentration\n    of: steel\n    as: first\n    amonng: majors\n')).toEqual([
      'claims/unknown-key',
      'unknown key: amonng',
      'did you mean among?',
      10,
      5,
    ]);
    expect(told('    measure: concentration\n    of: steel\n    as: firstt\n')).toMatchObject([
      'claims/wrong-value',
      'wrong value for series.as: firstt',
      expect.stringContaining('did you mean first?'),
      9,
      5,
    ]);
  });
  it('have a JSON Schema for editors', () => {
    const schema = z.toJSONSchema(builtTrend.parameters, { io: 'input', unrepresentable: 'any' });
    expect(schema).toMatchObject({
      required: ['series', 'years'],
      additionalProperties: false,
      properties: { series: { required: ['measure'], additionalProperties: false } },
    });
  });
  it('its unit is that of the series a decade', () => {
    const p = builtTrend.parameters.parse({
      series: { measure: 'concentration', of: 'milex', as: 'effective-number' },
      years: '1990-2010',
    });
    expect(builtTrend.unit(p)).toBe('states a decade');
    expect(builtTrend.observes(p)).toEqual({ from: 1990, to: 2010 });
  });
});
