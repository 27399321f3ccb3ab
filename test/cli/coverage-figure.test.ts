import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageGrid } from '../../src/cli/card/coverage.js';
import { coverageFigure } from '../../src/cli/card/coverage-figure.js';
import { asksForPicture, writeCoverage } from '../../src/cli/card/write-coverage.js';
import type { CoverageFigure } from '../../src/figures/draw-coverage-grid.js';
import { EntenteError } from '../../src/kernel/errors.js';
import { projectRoot } from '../../src/kernel/root.js';
import { sourceOf, tableOf, variableOf } from '../../src/world/catalogue.js';
import { openWorld, type World } from '../../src/world/open.js';

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'entente-coverage-'));
beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
});
afterAll(() => {
  world.close();
  rmSync(folder, { recursive: true });
});

async function figureOf(
  name: string,
  request: Parameters<typeof coverageGrid>[2] = {},
): Promise<CoverageFigure> {
  const { manifest } = world;
  const variable = variableOf(manifest, name);
  const words = {
    grid: await coverageGrid(variable, world, request),
    variable,
    table: tableOf(manifest, variable.table),
    source: sourceOf(manifest, variable.source),
    chosen: request?.states !== undefined,
  };
  return coverageFigure(words, manifest);
}

const record = { years: { from: 1816, to: 2025 } };

describe('the words of a coverage figure', () => {
  it('state how much is known in the last year, counted in the table', async () => {
    const [{ n }] = (await world.ask({
      sql: 'SELECT count(polyarchy)::INTEGER AS n FROM vdem16 WHERE year = 2025',
      tables: ['vdem16'],
    })) as [{ n: number }];
    const { title, alt, source } = await figureOf('polyarchy', record);
    expect(title).toBe(`polyarchy is known for ${n} of 195 states in 2025, from 1816 on`);
    expect(alt).toContain('Grid of 217 states by year, 1816–2025.');
    expect(source).toMatch(/^Coppedge.*terms: CC BY 4\.0\] Entente, world [0-9a-f]{12}\.$/);
  });

  it('say that a source ends before the record', async () => {
    const { title, key } = await figureOf('polity2', record);
    expect(title).toMatch(/^polity2 is known for 16\d of 195 states in 2018, its last year, from 1816 on$/);
    expect(key.outside).toBe('outside the source’s years (1816–2018)');
  });

  it('tell complete series from others', async () => {
    expect((await figureOf('cinc', record)).subtitle).toContain(
      'Of 217 members of 1816–2022 all have a value in every year of theirs.',
    );
    expect((await figureOf('polyarchy', record)).subtitle).toMatch(
      /Of 217 members of 1816–2025, \d+ have a value in every year of theirs, \d+ have one in some years and \d+ have none\. Longest gap of those with values: Iran, 1855–1899\./,
    );
  });

  it('speak of pairs, and of what a source means by absence', async () => {
    expect((await figureOf('imports', record)).title).toMatch(
      /^imports is known for \d\d\u00a0% of the pairs of states in 2014, its last year, from 1870 on$/,
    );
    const pact = await figureOf('defence_pact', record);
    expect(pact.title).toMatch(/^defence_pact is recorded for .*; what has no row is zero$/);
    expect([pact.softly, pact.key.none]).toEqual([true, 'no row: zero, the source says']);
    expect((await figureOf('gml_fatality', record)).subtitle).toContain(
      'In 366 rows the value is missing, not zero.',
    );
  });

  it('speak of the system, of chosen states, and of nothing', async () => {
    expect((await figureOf('system_size', record)).title).toBe(
      'system_size is known for every year of 1816–2025',
    );
    expect((await figureOf('beijing_recognised_by_stated')).title).toBe(
      'beijing_recognised_by_stated is known for 26 years of 1949–2024',
    );
    const chosen = { years: { from: 2017, to: 2018 }, states: [2, 395] };
    expect((await figureOf('polity2', chosen)).title).toBe(
      'polity2 is known for 1 of 2 states chosen in 2018, from 2017 on',
    );
    const none = await figureOf('polity2', { ...chosen, states: [395] });
    expect(none.title).toBe('polity2 is known for none of these states');
    expect(none.subtitle).toMatch(/\. Of 1 member of 2017–2018 none has a value\.$/);
    const later = await figureOf('polity2', { years: { from: 2019, to: 2025 } });
    expect([later.title, later.subtitle]).toEqual([
      'polity2 is known for none of these years',
      expect.stringMatching(/\. The source covers 1816–2018\.$/),
    ]);
  });
});

describe('the file of a coverage figure', () => {
  const drawn = async (name: string, request = {}): Promise<string> => {
    const file = join(folder, `${name}.svg`);
    await writeCoverage(variableOf(world.manifest, name), request, file, world);
    return readFileSync(file, 'utf8');
  };

  it('has the whole record where the source covers a third of it, else its years with a margin', async () => {
    expect(await drawn('polity2')).toContain('by year, 1816–2025.');
    expect(await drawn('pew_favourable')).toContain('by year, 1997–2025.');
    expect(await drawn('polity2', { years: { from: 1990, to: 2000 } })).toContain('by year, 1990–2000.');
  });

  it('has a row for every member, light or dark as the page has it', async () => {
    const svg = await drawn('polyarchy');
    expect(svg.match(/<title>/g)).toHaveLength(217);
    expect(svg).toContain('<title>Iran: a value in 1900–2025; no value in 1855–1899</title>');
    expect(svg).toContain('var(--paper');
    expect(svg).not.toMatch(/NaN|undefined/);
  });

  it('is an .svg: of other pictures it says what is written', () => {
    expect([asksForPicture('x.SVG'), asksForPicture('x.csv')]).toEqual([true, false]);
    try {
      asksForPicture('x.png');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(EntenteError);
      expect(error).toMatchObject({
        code: 'cli/unknown-format',
        message: 'cannot draw this kind of picture: x.png',
        hint: expect.stringContaining('.svg'),
      });
    }
  });
});
