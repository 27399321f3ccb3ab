import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nuclearTests } from '../../../src/world/sources/nuclear-tests/nuclear-tests.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('nuclear tests', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([nuclearTests]);
  });
  afterAll(() => world.close());

  it('has every row of upstream or says why not', () => {
    const source = world.manifest.sources.find((s) => s.name === 'nuclear-tests')!;
    const table = world.manifest.tables.find((t) => t.name === 'nuclear_tests')!;
    expect(table.rows).toBe(593);
    expect(source.lost).toEqual([{ reason: 'not a member of the state system in that year', rows: 7 }]);
    expect(source.read[0]?.rows).toBe(600);
  });

  it('sums to the known totals, and to nine for North Korea', async () => {
    const rows = await world.rows(
      `SELECT ccode, sum(nuclear_tests)::INT AS n FROM nuclear_tests GROUP BY ccode ORDER BY n DESC, ccode`,
    );
    expect(rows).toEqual([
      { ccode: 2, n: 1030 },
      { ccode: 365, n: 715 },
      { ccode: 220, n: 210 },
      { ccode: 200, n: 45 },
      { ccode: 710, n: 45 },
      { ccode: 731, n: 9 },
      { ccode: 750, n: 3 },
      { ccode: 770, n: 2 },
    ]);
  });

  it('names the defect on the variable', () => {
    const variable = world.manifest.variables.find((v) => v.name === 'nuclear_tests');
    expect(variable?.defects?.join(' ')).toContain('2010');
  });

  it('notices when upstream corrects North Korea', async () => {
    const error = await buildChanged(nuclearTests, (text) =>
      text.replace('North Korea,2010,3', 'North Korea,2010,0'),
    );
    expect(error.code).toBe('world/source-changed');
  });
});
