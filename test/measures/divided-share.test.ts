import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { dividedShare as measure } from '../../src/measures/divided-share.js';
import { type Database, openDatabase } from '../../src/world/database.js';
import { openWorld, type World } from '../../src/world/open.js';

const years = { from: 2000, to: 2001 };

describe('the divided share', () => {
  let db: Database;
  let world: World;
  beforeAll(async () => {
    db = await openDatabase();
    await db.run(`CREATE TABLE un_resolutions AS SELECT * FROM (VALUES
      ('A/RES/55/1', 'GA', 2000, 1), ('A/RES/55/4[A]', 'GA', 2000, 1), ('A/RES/55/4[B]', 'GA', 2000, 1),
      ('A/RES/55/7', 'GA', 2000, 0), ('A/RES/55/8', 'GA', 2000, 1), ('A/RES/ES-10/99', 'GA', 2000, 1),
      ('S/RES/1300', 'SC', 2000, 1), ('A/RES/56/10', 'GA', 2001, 1)) t(symbol, body, session_year, recorded)`);
    world = await openWorld(join(projectRoot(), 'world'));
  });
  afterAll(() => {
    db.close();
    world.close();
  });

  const seriesOf = async (as: 'divided' | 'undivided') => {
    const { numbers } = measure.needs({ as }, years, world);
    return measure.compute({ as }, years, { numbers: await db.rows(numbers!.sql) });
  };

  it('counts numbers with a recorded vote, parts of one once, of the highest of the regular session', async () => {
    // 2000: 1, 4 and 8 of 8; the emergency session and the Council do not count. 2001: 10 of 10, one recorded.
    expect(await seriesOf('divided')).toMatchObject({
      years: [2000, 2001],
      values: [37.5, 10],
      counts: [8, 10],
    });
    expect((await seriesOf('undivided')).values).toEqual([62.5, 90]);
  });

  it('is that of the window, where the answer holds more years', async () => {
    const { numbers } = measure.needs({ as: 'divided' }, years, world);
    const answers = { numbers: await db.rows(numbers!.sql) };
    expect(measure.compute({ as: 'divided' }, { from: 2001, to: 2001 }, answers)).toMatchObject({
      years: [2001],
      values: [10],
    });
  });

  it('is not had before sessions numbered their resolutions, nor of one that is not over', () => {
    const cannot = (from: number, to: number) => measure.cannot({ as: 'divided' }, { from, to }, world);
    expect(cannot(1976, 2024)).toBeNull();
    expect(cannot(1975, 2024)).toBe('resolutions are numbered by session in 1976–2024 only');
    expect(cannot(1976, 2025)).toContain('1976–2024 only');
  });

  it('of the record: 99 of the 290 numbers of the 75th session', async () => {
    const { numbers } = measure.needs({ as: 'divided' }, { from: 2020, to: 2020 }, world);
    expect(await world.ask(numbers!)).toEqual([{ year: 2020, highest: 290, recorded: 99 }]);
  });
});
