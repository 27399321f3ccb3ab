import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';

const root = projectRoot();

/** Runs a program that imports the built library by its name, as that of anybody would, and gives what it prints. */
async function run(program: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', `import * as entente from 'entente';\n${program}`],
    { cwd: root },
  );
  return JSON.parse(stdout);
}
const print = (what: string): string => `process.stdout.write(JSON.stringify(${what}));`;

describe('the built public library', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'entente-library-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has what a programmer needs', async () => {
    const names = [
      ...['openWorld', 'readManifest', 'verifyWorld', 'buildWorld', 'findVariables', 'variableOf'],
      ...['panelOf', 'panelQuery', 'panelLevels', 'withMeasures'],
      ...['addLocal', 'withLocal', 'localManifests', 'localSources'],
      ...['loadArgument', 'loadClaim', 'findClaims', 'multiverse', 'designs', 'measures'],
      ...['tablesOf', 'testClaims', 'verdictJson', 'decidingPart', 'drawPicture', 'specificationCurve'],
      ...['EntenteError', 'renderError', 'parseYears', 'sourceOf', 'tableOf', 'bibtex'],
    ];
    const missing = await run(print(`${JSON.stringify(names)}.filter((name) => !(name in entente))`));
    expect(missing).toEqual([]);
  });

  it('makes a panel, with its columns and the sources to cite', async () => {
    const [rows, columns, cited, first] = (await run(`
      const world = await entente.openWorld('world');
      const measured = await entente.withMeasures(world, ['cinc_first_share']);
      const panel = entente.panelOf(
        { level: 'state-year', variables: ['polity2'], lags: [{ variable: 'polity2', by: 1 }], states: ['USA'], years: { from: 2015, to: 2016 } },
        measured.manifest, measured.states);
      const rows = await world.ask(panel.query);
      const cited = panel.variables.map((v) => entente.sourceOf(world.manifest, v.source).title);
      const shares = entente.panelOf(
        { level: 'system-year', variables: ['cinc_first_share'], years: { from: 2016, to: 2016 } },
        measured.manifest, measured.states);
      const [first] = await world.ask(shares.query);
      ${print('[rows, panel.columns.map((c) => c.name), cited, first.cinc_first_share]')}
      world.close();`)) as [Record<string, unknown>[], string[], string[], number];
    expect(columns).toEqual(['ccode', 'iso3c', 'name', 'year', 'polity2', 'polity2_lag1']);
    expect(rows.map((r) => [r['year'], r['polity2'], r['polity2_lag1']])).toEqual([
      [2015, 10, 10],
      [2016, 8, 10],
    ]);
    expect(cited).toContain('Polity5');
    expect(first).toBeGreaterThan(15);
    expect(first).toBeLessThan(35);
  });

  it('adds a source of one’s own, beside the world and never in it', async () => {
    const states = {
      Afghanistan: 'AFG',
      China: 'CHN',
      Russia: 'RUS',
      'United States': 'USA',
      Zimbabwe: 'ZWE',
    };
    const rows = Object.entries(states).flatMap(([name, code], i) => [
      ...(code === 'USA' ? [`${name},${code},1949,500`] : []),
      `${name},${code},2000,${100 + i}`,
    ]);
    const file = join(folder, 'own.csv');
    writeFileSync(file, `Entity,Code,Year,Military expenditure\n${rows.join('\n')}\n`);
    const before = readdirSync(join(root, 'world'));
    const [added, held, values, same] = (await run(`
      const folders = { world: 'world', root: '.', local: ${JSON.stringify(join(folder, 'local'))} };
      const added = await entente.addLocal('sipri-milex', ${JSON.stringify(file)}, folders);
      const bare = await entente.openWorld('world');
      const world = await entente.withLocal(bare, folders.local);
      const panel = entente.panelOf(
        { level: 'state-year', variables: ['sipri_milex'], states: ['USA', 'CHN'], years: { from: 2000, to: 2000 } },
        world.manifest, world.states);
      const values = (await world.ask(panel.query)).map((r) => r.sipri_milex);
      const held = entente.localManifests(folders.local).map((m) => m.sources[0].name);
      ${print('[added.variables.map((v) => v.name), held, values, world.manifest.world === bare.manifest.world]')}
      bare.close();`)) as [string[], string[], number[], boolean];
    expect(added).toEqual(['sipri_milex']);
    expect(held).toEqual(['sipri-milex']);
    expect(values).toEqual([103, 101]);
    expect(same).toBe(true);
    expect(readdirSync(join(root, 'world'))).toEqual(before);
  });
});
