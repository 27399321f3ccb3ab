import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardText } from '../../src/cli/card/card-text.js';
import { coverageByYear, coverageLines } from '../../src/cli/card/coverage.js';
import { coveragePicture } from '../../src/cli/card/coverage-picture.js';
import { sparkline, unitsOfMark } from '../../src/cli/card/sparkline.js';
import { stateStrips } from '../../src/cli/card/state-strips.js';
import { usedIn } from '../../src/cli/card/used-in.js';
import { drawPicture } from '../../src/figures/draw-picture.js';
import { projectRoot } from '../../src/kernel/root.js';
import { sourceOf, systemSize, tableOf, variableOf } from '../../src/world/catalogue.js';
import { openWorld, type World } from '../../src/world/open.js';
import { sources } from '../../src/world/sources/index.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
});
afterAll(() => world.close());

describe('a line of marks', () => {
  it('is low and high as the values are, and a dot where there is nothing', () => {
    expect(sparkline([0, 1, 4, 8], 8)).toBe('·▂▅█');
    expect(sparkline([], 8)).toBe('');
  });

  it('takes the mean of neighbours where there are too many', () => {
    expect(unitsOfMark(210, 72)).toBe(3);
    expect(sparkline([0, 8, 8, 8], 8, 2)).toBe('▅█');
  });
});

describe('strips of states', () => {
  const rows = [
    { ccode: 2, year: 2000, x: 1 },
    { ccode: 2, year: 2001, x: null },
    { ccode: 626, year: 2001, x: 3 },
  ];
  const names = (ccode: number): string => (ccode === 2 ? 'United States' : 'South Sudan');

  it('tell a value from none, and none from no member', () => {
    expect(stateStrips(rows, 'x', names).split('\n').slice(1, 3)).toEqual([
      'United States  █·',
      'South Sudan     █',
    ]);
    expect(stateStrips([], 'x', names)).toBe('');
  });

  it('say that some years of a mark have a value', () => {
    const many = Array.from({ length: 144 }, (_, i) => ({ ccode: 2, year: 1850 + i, x: i < 3 ? 1 : null }));
    const [, strip] = stateStrips(many, 'x', names).split('\n');
    expect(strip).toBe(`United States  █▒${'·'.repeat(70)}`);
  });
});

describe('a card', () => {
  it('draws how many states have a value, and their part of all members', async () => {
    const polity = variableOf(world.manifest, 'polity2');
    const found = await coverageByYear(polity, world);
    expect(found.counts).toHaveLength(polity.coverage.to - polity.coverage.from + 1);
    expect(found.members?.at(-1)).toBe(systemSize(world.manifest, 2018));
    const [byYear, part] = coverageLines(polity, found);
    expect(byYear![1]).toMatch(/^1816 [▁▂▃▄▅▆▇█]{68} 2018 {2}at most 16\d states, one mark for 3 years$/);
    expect(part![1]).toMatch(/a full mark is all members; 8\d % in 2018$/);
  });

  it('counts what a measure made', async () => {
    const made = { ...variableOf(world.manifest, 'system_size') };
    const found = await coverageByYear({ ...made, coverage: { ...made.coverage, byYear: [] } }, world);
    expect(found.counts).toEqual(made.coverage.byYear);
    expect(found.members).toBeUndefined();
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
      coverage: await coverageByYear(plain, world),
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

  it('has a picture of its coverage', async () => {
    const gini = variableOf(world.manifest, 'polity2');
    const source = sourceOf(world.manifest, gini.source);
    const picture = coveragePicture(gini, source, await coverageByYear(gini, world));
    expect(picture.alt).toMatch(
      /: \d+ of 23 states in 1816, \d+ of 195 states in 2018, at most 16\d in \d{4}\.$/,
    );
    const svg = await drawPicture(picture, { standalone: true });
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/);
    expect(svg).toContain('members');
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
