import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { icb } from '../../../src/world/sources/icb/icb.js';
import { buildChanged } from '../build-changed.js';
import { buildOne, type SmallWorld, withoutUpstream } from '../build-one.js';

describe.skipIf(withoutUpstream)('international crises', () => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await buildOne([icb]);
  });
  afterAll(() => world.close());

  it('has every crisis but the one that is only named', async () => {
    const source = world.manifest.sources.find((s) => s.name === 'icb')!;
    expect(source.lost).toEqual([{ reason: 'a crisis that upstream names and does not code', rows: 1 }]);
    expect(world.manifest.tables.find((t) => t.name === 'icb_crises')!.rows + 1).toBe(482);
    expect(await world.rows(`SELECT sum(crises_begun)::INT AS n FROM icb_years`)).toEqual([{ n: 481 }]);
  });

  it('knows the Cuban missile crisis and the road to the war with Iraq', async () => {
    expect(
      await world.rows(
        `SELECT crisis, begins, ends, violence, gravity, us_activity AS us, us_crisis_actor AS actor FROM icb_crises WHERE crisis IN (196, 440) ORDER BY crisis`,
      ),
    ).toEqual([
      { crisis: 196, begins: '1962-10-16', ends: '1962-11-20', violence: 2, gravity: 5, us: 4, actor: 1 },
      { crisis: 440, begins: '2002-09-12', ends: '2003-05-01', violence: 4, gravity: 6, us: 4, actor: 1 },
    ]);
  });

  it('tells dates as far as they are known', async () => {
    expect(
      await world.rows(
        `SELECT crisis, begins, ends FROM icb_crises WHERE crisis IN (1, 139, 161) ORDER BY crisis`,
      ),
    ).toEqual([
      { crisis: 1, begins: '1918-05', ends: '1920-04-01' },
      { crisis: 139, begins: '1953-03-24', ends: '1953' },
      { crisis: 161, begins: '1957-12-01', ends: null },
    ]);
  });

  it('has a row for every year 1918–2016, also without a crisis begun', async () => {
    expect(
      await world.rows(
        `SELECT count(*) AS years, min(year) AS first, max(year) AS last, count(*) FILTER (crises_begun > crises_ongoing OR crises_begun_violent > crises_begun) AS odd FROM icb_years`,
      ),
    ).toEqual([{ years: 99, first: 1918, last: 2016, odd: 0 }]);
  });

  it('does not say whether the superpowers were actors to August 1945, but in one crisis, nor in crisis 404', async () => {
    expect(
      await world.rows(
        `SELECT max(begins) FILTER (us_crisis_actor IS NULL AND crisis <> 404) < min(begins) FILTER (us_crisis_actor IS NOT NULL) AS apart,
         min(begins) FILTER (us_crisis_actor IS NOT NULL) >= '1945-08' AS late FROM icb_crises WHERE crisis <> 106`,
      ),
    ).toEqual([{ apart: true, late: true }]);
  });

  it('notices when the missing crisis is coded, and a code that is none', async () => {
    for (const [from, to] of [
      ['ICB1,474,HUTHI REBELLION,,,', 'ICB1,474,HUTHI REBELLION,9,641,2014'],
      [
        'ICB1,2,COSTA RICAN COUP,7,94,1918,5,25,1919,9,3,467,2,4,1,1,1',
        'ICB1,2,COSTA RICAN COUP,7,94,1918,5,25,1919,9,3,467,9,4,1,1,1',
      ],
    ] as const) {
      expect((await buildChanged(icb, (text) => text.replace(from, to))).code).toBe('world/source-changed');
    }
  });
});
