import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measures } from '../../src/measures/index.js';
import { measuredVariables, measureVariable } from '../../src/measures/system-panel.js';
import { openWorld, type World } from '../../src/world/open.js';
import { nmc } from '../../src/world/sources/nmc/nmc.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../world/build-one.js';

describe('every measure', () => {
  it('is registered under its own name, says what it means and, where it computes, whom it follows', () => {
    for (const [name, measure] of Object.entries(measures)) {
      expect(measure.name).toBe(name);
      expect(measure.says.length).toBeGreaterThan(60);
      if (name !== 'recorded-series') expect(measure.cites.length).toBeGreaterThan(0); // it computes nothing
      for (const { parameters } of measure.variables) {
        expect(measure.parameters.safeParse(parameters).success).toBe(true);
      }
    }
  });
  it('gives its variables names of their own, in lower_snake', () => {
    const names = Object.values(measures).flatMap((m) => m.variables.map((v) => v.name));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
  });
});

describe.skipIf(withoutUpstream)(
  'measured variables, on a world with National Material Capabilities alone',
  () => {
    let small: SmallWorld;
    let world: World;
    beforeAll(async () => {
      small = await buildOne([nmc]);
      world = await openWorld(small.dir);
    });
    afterAll(async () => {
      world?.close();
      await small?.close();
    });

    it('those that other sources carry are not offered', () => {
      expect(measuredVariables(world).map((v) => v.name)).toEqual([
        'cinc_first_share',
        'cinc_first_two_share',
        'cinc_effective_number',
        'milex_first_share',
        'milex_first_two_share',
        'milex_effective_number',
      ]);
    });
    it('a card says what it rests on', () => {
      expect(measuredVariables(world)[0]).toMatchObject({
        level: 'system-year',
        unit: 'percentage points',
        years: { from: 1816, to: 2022 },
        measure: 'concentration',
        restsOn: { variables: ['cinc_share'], tables: ['state_years', 'nmc'], sources: ['states', 'nmc'] },
      });
    });
    it('values are those of the table, in the years asked for', async () => {
      const { values, lost } = await measureVariable(world, 'cinc_first_share', { from: 2000, to: 2003 });
      const byHand = await small.rows<{ year: number; first: number; n: number }>(
        'SELECT year, 100 * max(cinc_share) / sum(cinc_share) AS first, count(*)::INTEGER AS n FROM nmc WHERE year BETWEEN 2000 AND 2003 GROUP BY year ORDER BY year',
      );
      expect(values.map(({ year, count }) => [year, count])).toEqual(byHand.map(({ year, n }) => [year, n]));
      values.forEach(({ value }, i) => {
        expect(value).toBeCloseTo(byHand[i]!.first, 10);
      });
      expect(lost).toEqual({});
      expect((await measureVariable(world, 'cinc_first_share', { from: 2023, to: 2025 })).values).toEqual([]);
    });
    it('an unknown name is told the nearest', async () => {
      await expect(measureVariable(world, 'cinc_frist_share')).rejects.toMatchObject({
        code: 'world/unknown-variable',
        hint: 'did you mean cinc_first_share?',
      });
    });
  },
);
