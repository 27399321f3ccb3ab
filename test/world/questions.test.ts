import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findClaims } from '../../src/claims/find.js';
import { designs } from '../../src/designs/index.js';
import { projectRoot } from '../../src/kernel/root.js';
import { measures } from '../../src/measures/index.js';
import { type Tables, tablesOf } from '../../src/verdicts/test-claims.js';
import { openWorld, type Query, type World } from '../../src/world/open.js';

let world: World;
let tables: Tables[];
beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
  const found = findClaims([], join(projectRoot(), 'arguments'), designs);
  tables = tablesOf(
    found.flatMap((f) => f.claims),
    designs,
    world,
  );
});
afterAll(() => world.close());

/** Binds each distinct question on the committed world, without running it, and checks the tables that it says it reads. */
async function bind(questions: readonly Query[]): Promise<number> {
  const distinct = new Map(questions.map((q) => [q.sql, q]));
  for (const q of distinct.values()) {
    await world.ask({ sql: `EXPLAIN ${q.sql}`, tables: q.tables });
    expect(q.tables.length).toBeGreaterThan(0);
    const known = world.manifest.tables.map((t) => t.name);
    for (const name of q.tables) expect(known).toContain(name);
    const read = known.filter((name) => new RegExp(`\\b(FROM|JOIN)\\s+"?${name}\\b`, 'i').test(q.sql));
    expect(read.length, q.sql).toBeGreaterThan(0);
    for (const name of read) expect(q.tables, q.sql).toContain(name);
  }
  return distinct.size;
}

describe('every question to the world', () => {
  it('of a possible specification of the library is one that the committed world can answer, from the tables it names', async () => {
    const parts = tables.flatMap((t) => t.parts.flatMap((p) => (p.since ? [p.table, p.since] : [p.table])));
    const possible = parts.flatMap((p) => p.specifications.filter((s) => s.impossible === undefined));
    expect(possible.length).toBeGreaterThan(300);
    const questions = possible.flatMap((s) => Object.values(designs[s.design]!.needs(s.parameters, world)));
    expect(await bind(questions)).toBeGreaterThan(30);
  });

  it('of a share of any kind, group and yardstick, too', async () => {
    const share = designs['share']!;
    const falls = { 'fall-in': 'polyarchy_v15', over: '2000-2018', as: 'yearly' };
    const allies = { 'allies-of': 'USA', by: 'defence' };
    const asked = [
      { of: falls, group: allies, against: 'room-to-fall' },
      {
        of: { 'rise-in': 'polity2', over: '1988-1998', as: 'from-peak' },
        group: { ...allies, by: 'any-alliance' },
        against: 'room-to-rise',
      },
      {
        of: { total: 'gdp_current', in: 2020 },
        group: { ...allies, by: 'treaty-allies-2021', and: ['USA'] },
        against: 'population',
      },
      {
        of: { total: 'milex', in: 2010 },
        group: { ...allies, by: 'treaty-allies-without-rio' },
        against: 'states',
      },
      { of: falls, group: { states: ['China', 'Russia', 'Germany'] }, against: 'population' },
    ];
    const questions = asked.flatMap((written) =>
      Object.values(share.needs(share.parameters.parse(written), world)),
    );
    expect(await bind(questions)).toBeGreaterThan(8);
  });

  it('of a measured variable, too', async () => {
    const questions = Object.values(measures).flatMap((m) =>
      m.variables.flatMap((v) => Object.values(m.needs(v.parameters, v.years, world))),
    );
    expect(await bind(questions)).toBeGreaterThan(1);
  });
});
