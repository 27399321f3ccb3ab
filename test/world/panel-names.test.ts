import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { openWorld, type World } from '../../src/world/open.js';
import { panelQuery } from '../../src/world/panel.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
});
afterAll(() => world.close());

describe('a lag in the record', () => {
  // Soviet Union and Russia (365), the Ottoman Empire and Türkiye (640), Yugoslavia and Serbia (345) each are one COW number.
  it.each([
    ['365', 1992],
    ['640', 1925],
    ['345', 2007],
  ])('of %s goes through its change of name about %i', async (state, year) => {
    const query = panelQuery(
      {
        level: 'state-year',
        variables: ['cinc'],
        lags: [{ variable: 'cinc', by: 1 }],
        states: [state],
        years: { from: year - 5, to: year },
      },
      world.manifest,
      world.states,
    );
    const rows = await world.ask(query);
    expect(rows.map((r) => r['year'])).toEqual([0, 1, 2, 3, 4, 5].map((i) => year - 5 + i));
    expect(new Set(rows.map((r) => r['name'])).size).toBeGreaterThan(1);
    expect(rows.slice(1).map((r) => r['cinc_lag1'])).toEqual(rows.slice(0, -1).map((r) => r['cinc']));
    expect(rows.every((r) => typeof r['cinc_lag1'] === 'number')).toBe(true);
  });

  it('does not go from West Germany to Germany, nor from North Yemen to Yemen, unless they are named as heirs', async () => {
    const ask = async (heirs: readonly { from: string; to: string }[]): Promise<unknown[]> => {
      const query = panelQuery(
        {
          level: 'state-year',
          variables: [],
          lags: [{ variable: 'cinc', by: 1 }],
          states: ['255', '679'],
          years: { from: 1990, to: 1990 },
          heirs,
        },
        world.manifest,
        world.states,
      );
      return (await world.ask(query)).map((r) => r['cinc_lag1'] !== null);
    };
    expect(await ask([])).toEqual([false, false]);
    expect(await ask([{ from: '260', to: '255' }])).toEqual([true, false]);
    expect(
      await ask([
        { from: '260', to: '255' },
        { from: '678', to: '679' },
      ]),
    ).toEqual([true, true]);
  });
});
