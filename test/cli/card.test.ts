import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardText } from '../../src/cli/card/card-text.js';
import { coverageGrid } from '../../src/cli/card/coverage.js';
import { coverageLines } from '../../src/cli/card/coverage-lines.js';
import { regionOf, regions } from '../../src/cli/card/region.js';
import { sparkline, unitsOfMark } from '../../src/cli/card/sparkline.js';
import { stateStrips, strip } from '../../src/cli/card/state-strips.js';
import { usedIn } from '../../src/cli/card/used-in.js';
import { firstText } from '../../src/cli/card/values-text.js';
import { totals } from '../../src/figures/coverage-grid.js';
import { projectRoot } from '../../src/kernel/root.js';
import { sourceOf, systemSize, tableOf, variableOf } from '../../src/world/catalogue.js';
import { openWorld, type World } from '../../src/world/open.js';
import { type PanelLevel, panelOf } from '../../src/world/panel.js';
import { sources } from '../../src/world/sources/index.js';
import { gridOf } from '../figures/coverage-fixture.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
});
afterAll(() => world.close());

describe('a line of marks', () => {
  it('is low and high as the values are, a dot where there is nothing, blank where there could be nothing', () => {
    expect(sparkline([0, 1, 4, null, 8], 8)).toBe('·▁▄ █');
    expect(sparkline([], 8)).toBe('');
  });

  it('is full only at the top', () => expect(sparkline([0.99, 1], 1)).toBe('▇█'));

  it('takes the mean of neighbours where there are too many', () => {
    expect(unitsOfMark(210, 72)).toBe(3);
    expect(sparkline([0, 8, 8, 8, null, 8], 8, 3)).toBe('▄██');
  });
});

describe('strips of states', () => {
  it('tell a value from none, and none from no member', () => {
    const grid = gridOf({ from: 2000, to: 2001 }, { 'United States': [1, 0], 'South Sudan': [null, 1] });
    expect(stateStrips(grid).split('\n').slice(1)).toEqual([
      'United States  █·',
      'South Sudan     █',
      '2000–2001, one mark a year: █ a value, · none, blank no member',
      '',
    ]);
    expect(stateStrips({ ...grid, rows: [] })).toBe('');
  });

  it('say that some years of a mark have a value', () => {
    const years = Array.from({ length: 144 }, (_, i) => (i < 3 ? 1 : 0));
    const grid = gridOf({ from: 1850, to: 1993 }, { 'United States': years });
    expect(stateStrips(grid).split('\n')[1]).toBe(`United States  █▄${'·'.repeat(70)}`);
  });

  it('draw nothing outside the source’s years', () => {
    const grid = {
      ...gridOf({ from: 2000, to: 2003 }, { France: [0, 1, 0, 0] }),
      covered: { from: 2001, to: 2002 },
    };
    expect(strip(grid, grid.rows[0]!)).toBe(' █· ');
    expect(stateStrips(grid)).toContain('blank no member or outside the source’s years');
  });
});

describe('regions', () => {
  it.each([
    [2, 'Americas'],
    [365, 'Europe'],
    [373, 'Europe'],
    [560, 'Africa'],
    [640, 'Middle East'],
    [630, 'Middle East'],
    [710, 'Asia'],
    [900, 'Oceania'],
  ])('COW number %i stands in %s', (ccode, region) => expect(regionOf(ccode)).toBe(region));

  it('hold every state of the world, and no other number', () => {
    const found = new Set(world.states.spells.map((s) => regionOf(s.ccode)));
    expect(found).toEqual(new Set(regions.map((r) => r.name)));
    expect([0, -1, 1000].map(regionOf)).toEqual([undefined, undefined, undefined]);
  });
});

describe('the coverage by year and state', () => {
  it('sums to what the manifest counts, one variable of each table', async () => {
    const one = new Map(world.manifest.variables.map((v) => [v.table, v]));
    for (const v of one.values()) {
      if (v.level === 'dyad-year') continue; // there the manifest counts both directions
      const grid = await coverageGrid(v, world);
      const { of, known } = totals(grid);
      const year = (i: number): number => grid.years.from + i;
      expect(known, v.name).toEqual(known.map((_, i) => v.coverage.byYear[year(i) - v.coverage.from] ?? 0));
      if (v.level === 'state-year')
        expect(of, v.name).toEqual(of.map((_, i) => systemSize(world.manifest, year(i))));
    }
  });

  it('counts of pairs with how many of those that it met a state has a value', async () => {
    const grid = await coverageGrid(variableOf(world.manifest, 'joint_igo_memberships'), world);
    const in1990 = (ccode: number): (number | undefined)[] => {
      const row = grid.rows.find((r) => r.ccode === ccode)!;
      return [row.of, row.known].map((list) => list[1990 - grid.years.from]);
    };
    const size = systemSize(world.manifest, 1990);
    // East Germany (265) and the united state (255) were members on no day together; others met all.
    expect(in1990(2)[0]).toBe(size - 1);
    expect(in1990(265)[0]).toBe(size - 2);
    expect(grid.rows.filter((row) => row.known.some((n, i) => n > row.of[i]!))).toEqual([]);
  });

  it('takes a value in either direction, once', async () => {
    const grid = await coverageGrid(variableOf(world.manifest, 'imports'), world, {
      years: { from: 2000, to: 2000 },
    });
    const [{ n }] = (await world.ask({
      sql: 'SELECT count(DISTINCT CASE WHEN ccode1 = 710 THEN ccode2 ELSE ccode1 END)::INTEGER AS n FROM trade_dyadic WHERE year = 2000 AND imports IS NOT NULL AND 710 IN (ccode1, ccode2)',
      tables: ['trade_dyadic'],
    })) as [{ n: number }];
    expect(grid.rows.find((r) => r.ccode === 710)?.known).toEqual([n]);
  });

  it('has rows by first membership, then by name; of the system one', async () => {
    const { rows } = await coverageGrid(variableOf(world.manifest, 'polyarchy'), world);
    expect(rows.slice(0, 3).map((r) => r.name)).toEqual(['Austria-Hungary', 'Baden', 'Bavaria']);
    expect(rows.at(-1)!.name).toBe('South Sudan');
    const system = await coverageGrid(variableOf(world.manifest, 'system_size'), world);
    expect(system.rows.map((r) => r.name)).toEqual(['the system']);
  });

  it('holds the states and years that are asked for', async () => {
    const polity = variableOf(world.manifest, 'polity2');
    const grid = await coverageGrid(polity, world, { years: { from: 2017, to: 2019 }, states: [2, 395] });
    expect(grid.rows.map((r) => [r.code, r.known])).toEqual([
      ['USA', [1, 1, 0]],
      ['ISL', [0, 0, 0]],
    ]);
  });
});

describe('a card', () => {
  const linesOf = async (name: string): Promise<string[]> => {
    const v = variableOf(world.manifest, name);
    const lines = coverageLines(await coverageGrid(v, world), v.absentIsZero !== undefined);
    return lines.map(([label, text]) => `${label.padEnd(14)}${text}`);
  };

  it('draws how many states have a value, and their part of all members, also of each region', async () => {
    const [byYear, part, americas, ...rest] = await linesOf('polity2');
    expect(byYear).toMatch(/^by year {7}1816 [▁▂▃▄▅▆▇█]{41} 2018 {2}at most 16\d states$/);
    expect(part).toMatch(/^of members {4}1816 [▁▂▃▄▅▆▇█]{41} 2018 {2}8\d % in 2018$/);
    expect(americas).toMatch(/^Americas {6}1816 [▁▂▃▄▅▆▇█]{41} 2018 {2}\d\d of 35 states$/);
    expect(rest.filter((l) => /^(Europe|Africa|Middle East|Asia|Oceania) /.test(l))).toHaveLength(5);
    expect(rest).toContain(
      '              one mark for 5 years; █ all members have a value, · none has, blank no members',
    );
  });

  it('has a place for every state, and the longest gaps of those with values', async () => {
    const lines = await linesOf('polyarchy');
    const counts = ['every year', 'some years', 'no year'].map((label) =>
      Number(new RegExp(`^${label} +(\\d+) states?`, 'm').exec(lines.join('\n'))?.[1]),
    );
    expect(counts.reduce((a, b) => a + b)).toBe(217);
    expect(lines.join('\n')).toMatch(/^no year {7}\d+ states: [\s\S]*LIE/m);
    expect(lines.find((l) => l.startsWith('longest gaps'))).toMatch(/ Iran, 1855–1899$/);
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(100);
  });

  it('says of pairs what part is known, and of the system how many years', async () => {
    const imports = await linesOf('imports');
    expect(imports[1]).toMatch(/^of pairs {6}1870 .* 2014 {2}\d\d % in 2014$/);
    expect(await linesOf('beijing_recognised_by_stated')).toEqual([
      expect.stringMatching(/^by year {7}1949 [·▁▂▃▄▅▆▇█]+ 2024 {2}26 of 76 years$/),
    ]);
  });

  it('calls no gap what its source means to be zero', async () => {
    const lines = (await linesOf('defence_pact')).join('\n');
    expect(lines).toContain('; no row means zero');
    expect(lines).not.toContain('longest gaps');
  });

  it('says from which file a variable was read, what was lost, and the parts of an index', async () => {
    const plain = variableOf(world.manifest, 'cinc');
    const variable = { ...plain, parts: ['milex', 'milper'] };
    const source = sourceOf(world.manifest, plain.source);
    const text = cardText({
      variable,
      table: tableOf(world.manifest, plain.table),
      source: {
        ...source,
        lost: Array.from({ length: 10 }, (_, i) => ({ reason: `reason ${i}`, rows: i + 1 })),
      },
      coverage: await coverageGrid(plain, world),
      usedIn: ['a/b'],
    });
    expect(text).toMatch(/^parts {9}milex, milper$/m);
    expect(text).toContain(
      `${source.read[0]!.file} (${source.read[0]!.rows} rows, SHA-256 ${source.read[0]!.sha256.slice(0, 12)}…)`,
    );
    expect(text).toMatch(/^rows lost {5}10: reason 9\n {14}9: reason 8$/m);
    expect(text).toContain('3: 2 more reasons, with --json');
    expect(text).toMatch(/^used in {7}a\/b$/m);
  });
});
describe('where a variable is used', () => {
  it('are the claims whose tests ask for it', async () => {
    const library = join(projectRoot(), 'arguments');
    const inClaims = (name: string): Promise<string[]> =>
      usedIn(variableOf(world.manifest, name), library, world);
    expect(await inClaims('polity2')).toEqual(
      expect.arrayContaining([
        'summit-for-democracy/allies-drive-backsliding',
        'values-diplomacy/systems-stay-different',
      ]),
    );
    expect(await inClaims('un_assessment')).toEqual(['clique-multilateralism/contribution-grows']);
    expect(await inClaims('gdp_current')).toContain('strategic-stability/gap-between-rich-and-poor');
    expect(await inClaims('irst')).toEqual([]);
    // A yardstick is called so in a claim, which takes its people from another source.
    expect(await inClaims('population')).not.toContain('summit-for-democracy/allies-drive-backsliding');
  });

  it('are no claims where there is no library, and a claim that is no YAML names nothing', async () => {
    const polity = variableOf(world.manifest, 'polity2');
    expect(await usedIn(polity, join(tmpdir(), 'no-such-library'), world)).toEqual([]);
    const library = mkdtempSync(join(tmpdir(), 'entente-library-'));
    try {
      mkdirSync(join(library, 'a'));
      writeFileSync(join(library, 'a', 'broken.yaml'), 'test: { polity2');
      writeFileSync(join(library, 'a', 'prose.yaml'), 'claim: polity2 rose\n');
      expect(await usedIn(polity, library, world)).toEqual([]);
    } finally {
      rmSync(library, { recursive: true });
    }
  });
});

describe('the parts of composite indices', () => {
  it('are variables of the world at the same level, and none is part of itself', () => {
    const cards = sources.flatMap((s) =>
      s.tables.flatMap((t) => t.variables.map((v) => ({ ...v, level: t.level }))),
    );
    const composite = cards.filter((v) => v.parts);
    expect(composite.map((v) => v.name)).toEqual(
      expect.arrayContaining(['cinc', 'polity2', 'polity', 'libdem', 'fh_score']),
    );
    for (const { name, level, parts } of composite)
      for (const part of parts!) {
        expect(part, name).not.toBe(name);
        expect(cards.find((v) => v.name === part)?.level, `${part} of ${name}`).toBe(level);
      }
  });
});

describe('the first rows of a variable', () => {
  const levels = { 'state-year': 'cinc', 'dyad-year': 'minimum_distance_km' } as const;

  it.each(Object.entries(levels))(
    'are of level %s those of the whole panel, and as many are told',
    async (level, name) => {
      const card = variableOf(world.manifest, name);
      const years = { from: 1886, to: 1900 };
      const panel = (states?: readonly string[]) =>
        panelOf(
          { level: level as PanelLevel, variables: [name], years, ...(states && { states }) },
          world.manifest,
          world.states,
        );
      const { query } = panel();
      const rows = await world.ask(query);
      const text = await firstText(panel, await coverageGrid(card, world, { years }), world);
      const [, head, , ...shown] = text.trimEnd().split('\n');
      expect(head!.trim().split(/ +/)).toEqual(Object.keys(rows[0]!));
      const keys = Object.keys(rows[0]!).filter((c) => /^(ccode|year)/.test(c));
      const numbers = (line: string): number[] => (line.match(/(?<=^| )\d+(?= |$)/g) ?? []).map(Number);
      for (const [i, line] of shown.slice(0, 20).entries())
        for (const key of keys) expect(numbers(line)).toContain(rows[i]![key]);
      expect(shown.at(-1)).toMatch(new RegExp(`^… ${rows.length - 20} more rows`));
    },
  );
});
