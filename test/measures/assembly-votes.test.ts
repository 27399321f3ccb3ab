import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { type PositionsOptions, positionsBySession, voteSets } from '../../src/measures/assembly-votes.js';
import { openWorld, type World } from '../../src/world/open.js';

describe('the votes of both sources together', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(join(projectRoot(), 'world'));
  });
  afterAll(() => world.close());

  const positions = async (votes: PositionsOptions['votes'], from: number, to = from) => {
    const query = positionsBySession({ seats: [2], under: 0.1, votes, years: { from, to } });
    expect(query.tables).toEqual(Object.values(voteSets[votes].tables));
    return world.ask(query);
  };
  const count = async (where: string): Promise<number> => {
    const sql = `SELECT count(*)::INTEGER AS n FROM assembly_votes v JOIN assembly_choices USING (vote) WHERE ccode = 2 AND ${where}`;
    return Number((await world.ask({ sql, tables: [] }))[0]!['n']);
  };

  it('are counted as a plain query counts them, in all sets', async () => {
    const sets = {
      all: 'true',
      adopted: `kind = 'text' AND passed_simple = 1`,
      'all-once': '(same_text IS NULL OR same_text = vote)',
    } as const;
    for (const [votes, where] of Object.entries(sets)) {
      const [row] = await positions(votes as keyof typeof sets, 2010);
      expect(row!['sided'], votes).toBe(await count(`session_year = 2010 AND choice IN (1, 3) AND ${where}`));
      expect(row!['abstained'], votes).toBe(await count(`session_year = 2010 AND choice = 2 AND ${where}`));
    }
  });

  it('reach from the first session to one after the end of the roll calls', async () => {
    const years = (await positions('all', 1946, 2024)).map((row) => row['year']);
    expect([years[0], years.at(-1), years.length]).toEqual([1946, 2024, 79]);
    expect(await positions('roll-calls', 2022, 2024)).toEqual([]);
  });

  it('are fewer without those that come back', async () => {
    const total = async (votes: PositionsOptions['votes']): Promise<number> =>
      (await positions(votes, 1946, 2024)).reduce((sum, row) => sum + Number(row['sided']), 0);
    const [all, once] = [await total('all'), await total('all-once')];
    expect(once).toBeLessThan(0.9 * all);
    expect(once).toBeGreaterThan(0.2 * all);
  });
});
