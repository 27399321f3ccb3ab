import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tradeDyadic } from '../../../src/world/sources/trade-dyadic/trade-dyadic.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('COW dyadic trade', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([tradeDyadic]);
  });
  afterAll(() => world.close());

  const imports = async (to: number, from: number, year: number): Promise<number | null | undefined> => {
    const [row] = await world.rows<{ i: number | null }>(
      `SELECT imports AS i FROM trade_dyadic WHERE ccode1 = ${to} AND ccode2 = ${from} AND year = ${year}`,
    );
    return row?.i;
  };

  it('has every row of upstream or says why not, in under a megabyte', () => {
    const table = world.manifest.tables.find((t) => t.name === 'trade_dyadic')!;
    const source = world.manifest.sources.find((s) => s.name === 'trade-dyadic')!;
    expect(table.rows).toBe(1_346_470);
    expect(source.lost).toEqual([
      {
        reason: 'no flow either way between two communist states that did not report: unknown, not nil',
        rows: 838,
      },
    ]);
    expect(table.rows + 838).toBe(1_347_308);
    expect(table.bytes).toBeLessThan(1_000_000);
  });

  it('knows who imports from whom: the United States and Japan in 2010', async () => {
    expect(await imports(2, 740, 2010)).toBe(123_556);
    expect(await imports(740, 2, 2010)).toBe(69_027);
  });

  it('has both directions of every pair that it has', async () => {
    expect(
      await world.rows(`SELECT count(*) AS n FROM trade_dyadic a ANTI JOIN trade_dyadic b
        ON a.ccode1 = b.ccode2 AND a.ccode2 = b.ccode1 AND a.year = b.year`),
    ).toEqual([{ n: 0 }]);
  });

  it('nobody trades with itself, and nobody outside the system trades', async () => {
    expect(await world.rows(`SELECT count(*) AS n FROM trade_dyadic WHERE ccode1 = ccode2`)).toEqual([
      { n: 0 },
    ]);
    for (const side of ['ccode1', 'ccode2']) {
      expect(
        await world.rows(
          `SELECT count(*) AS n FROM trade_dyadic t WHERE NOT EXISTS (SELECT 1 FROM state_years s WHERE s.ccode = t.${side} AND s.year = t.year)`,
        ),
      ).toEqual([{ n: 0 }]);
    }
  });

  it('gives the American supplies of the Viet Nam War to the South', async () => {
    expect(await imports(817, 2, 1967)).toBe(118);
    expect(await imports(817, 2, 1975)).toBe(213);
    expect(await imports(816, 2, 1967)).toBeUndefined();
    expect(await imports(816, 2, 1976)).toBe(1);
  });

  it('does not claim that the Soviet Union and Cuba did not trade', async () => {
    expect(await imports(365, 40, 1985)).toBeUndefined();
    expect(await imports(40, 365, 1961)).toBeUndefined();
    expect(await imports(365, 40, 1992)).toBe(632);
    expect(await imports(2, 710, 1960)).toBe(0);
  });

  it('knows nothing of West Germany with France in 1975, and says so', async () => {
    expect(await imports(260, 220, 1959)).toBeGreaterThan(0);
    expect(await imports(260, 220, 1975)).toBeUndefined();
    expect(await imports(260, 211, 1975)).toBe(6170);
    const source = world.manifest.sources.find((s) => s.name === 'trade-dyadic')!;
    expect(source.defects?.some((d) => d.includes('West Germany'))).toBe(true);
  });

  it('notices when the two sides of a flow differ', async () => {
    const error = await buildChanged(tradeDyadic, (text) =>
      text.replace('\n2,740,2010,123556,', '\n2,740,2010,123557,'),
    );
    expect(error.code).toBe('world/source-changed');
  });
});
