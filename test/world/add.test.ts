import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findClaims } from '../../src/claims/find.js';
import type { Effects } from '../../src/cli/effects.js';
import { main } from '../../src/cli/main.js';
import { designs } from '../../src/designs/index.js';
import { EntenteError } from '../../src/kernel/errors.js';
import { projectRoot } from '../../src/kernel/root.js';
import { addLocal } from '../../src/world/add.js';
import { localManifests, withLocal } from '../../src/world/local.js';
import { openWorld, type World } from '../../src/world/open.js';
import { sources } from '../../src/world/sources/index.js';
import { localSources } from '../../src/world/sources/local/index.js';
import { upstream, withoutUpstream } from './build-one.js';

const root = projectRoot();
const shipped = join(root, 'world');

describe('what may not be passed on', () => {
  it('is in no shipped source, and every local source says that it is local', () => {
    expect(sources.filter((s) => s.card.terms === 'local')).toEqual([]);
    expect(localSources.map((s) => s.card.terms)).toEqual(localSources.map(() => 'local'));
    expect(localSources.every((s) => s.card.files.length === 1)).toBe(true);
  });

  it('takes no name that a shipped variable or table has', () => {
    const names = (list: typeof sources): string[] =>
      list.flatMap((s) => s.tables.flatMap((t) => [t.name, ...t.variables.map((v) => v.name)]));
    const own = new Set(names(sources));
    expect(names(localSources).filter((n) => own.has(n))).toEqual([]);
  });

  it('stands behind no verdict of the library: no claim of it names a variable or table that is local', () => {
    const local = new Set(
      localSources.flatMap((s) => s.tables.flatMap((t) => [t.name, ...t.variables.map((v) => v.name)])),
    );
    const claims = findClaims([], join(root, 'arguments'), designs).flatMap((f) => f.claims);
    expect(claims.length).toBeGreaterThan(40);
    const words = claims.flatMap((claim) => JSON.stringify(claim.parts).match(/\w+/g) ?? []);
    expect(words.filter((word) => local.has(word))).toEqual([]);
  });
});

describe.skipIf(withoutUpstream)('a copy of one’s own', () => {
  let folder: string;
  let local: string;
  let bare: World;
  let world: World;
  const files = (): Record<string, string> =>
    Object.fromEntries(localSources.map((s) => [s.card.name, join(upstream, s.card.files[0]!)]));
  const add = (name: string, file: string) => addLocal(name, file, { world: shipped, root, local });
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'entente-add-'));
    local = join(folder, 'local');
    for (const [name, file] of Object.entries(files())) await add(name, file);
    bare = await openWorld(shipped);
    world = await withLocal(bare, local);
  }, 60_000);
  afterAll(() => {
    bare.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const one = async (sql: string): Promise<unknown> =>
    Object.values((await world.ask({ sql, tables: [] }))[0] ?? {})[0];

  it('is added source by source, each in a folder of its own, with the hash of the file', () => {
    expect(readdirSync(local).sort()).toEqual(localSources.map((s) => s.card.name).sort());
    const manifests = localManifests(local);
    expect(manifests.flatMap((m) => m.tables).every((t) => t.licence === 'local')).toBe(true);
    expect(manifests.every((m) => /^[0-9a-f]{64}$/.test(m.sources[0]!.read[0]!.sha256))).toBe(true);
  });

  it('stands beside the world and leaves it as it was', () => {
    expect(world.manifest.world).toBe(bare.manifest.world);
    expect(bare.manifest.variables.some((v) => v.name === 'sipri_milex')).toBe(false);
    expect(world.manifest.variables.some((v) => v.name === 'sipri_milex')).toBe(true);
    expect(readdirSync(shipped).filter((f) => f.includes('sipri'))).toEqual([]);
  });

  it('SIPRI: money, burden and arms', async () => {
    expect(
      await one('SELECT sipri_milex / 1e9 FROM sipri_milex WHERE ccode = 2 AND year = 2024'),
    ).toBeCloseTo(1004.9, 1);
    expect(
      await one(
        'SELECT round(sipri_milex_share, 2) FROM sipri_milex_share WHERE ccode = 690 AND year = 1991',
      ),
    ).toBe(117.35);
    expect(await one('SELECT max(year) FROM sipri_milex WHERE ccode = 260')).toBe(1990);
    expect(await one('SELECT min(year) FROM sipri_milex WHERE ccode = 255')).toBe(1991);
    // The register’s own sum over these two, spread over the years of delivery.
    expect(
      await one(
        'SELECT round(sum(sipri_arms_tiv)) FROM sipri_arms_dyad_years WHERE ccode1 = 365 AND ccode2 = 710',
      ),
    ).toBe(
      await one('SELECT round(sum(tiv_delivered)) FROM sipri_transfers WHERE ccode1 = 365 AND ccode2 = 710'),
    );
    expect(
      await one(
        `SELECT comments FROM sipri_transfers WHERE weapon = 'BTR-3' AND delivery_years = '2010; 2012' AND ccode2 = 800`,
      ),
    ).toContain('redesign for other engines');
    expect(await one('SELECT count(*) FROM sipri_transfers')).toBe(27_738);
  });

  it('GSDB: cases by sender and target', async () => {
    expect(await one('SELECT count(*) FROM gsdb_cases')).toBe(1_547);
    const years = (a: number, b: number): Promise<unknown> =>
      one(
        `SELECT string_agg(year, ' ' ORDER BY year) FROM gsdb_dyad_years WHERE ccode1 = ${a} AND ccode2 = ${b}`,
      );
    expect(await years(710, 816)).toBe(
      '1978 1979 1980 1981 1982 1983 1984 1985 1986 1987 1988 1989 1990 1991',
    );
    expect(await years(710, 385)).toBe('2010 2011 2012 2013 2014 2015 2016 2017 2018');
  });

  it('Suh and the American forces', async () => {
    expect(
      await one(
        'SELECT suh_deliverable FROM suh_dyad_years WHERE ccode1 = 2 AND ccode2 = 200 AND year = 1962',
      ),
    ).toBe(3_496);
    expect(
      await one(
        'SELECT suh_deliverable FROM suh_dyad_years WHERE ccode1 = 200 AND ccode2 = 2 AND year = 1962',
      ),
    ).toBe(368);
    expect(await one('SELECT suh_warheads FROM suh_state_years WHERE ccode = 365 AND year = 1986')).toBe(
      40_159,
    );
    expect(
      await one(
        `SELECT us_icbms || ' ' || us_slbms || ' ' || us_bombers FROM us_launchers WHERE year = 2023`,
      ),
    ).toBe('400 280 66');
  });

  describe('that is refused', () => {
    const refused = async (name: string, text: string | Buffer | undefined): Promise<EntenteError> => {
      const file = join(folder, `${name}.copy`);
      rmSync(file, { force: true });
      if (text !== undefined) writeFileSync(file, text);
      const before = readFileSync(join(local, 'gsdb', 'manifest.json'), 'utf8');
      const error = await add(name, file).then(
        () => new Error('it was added'),
        (e: unknown) => e,
      );
      expect(error).toBeInstanceOf(EntenteError);
      // What was there before still is, and no draft is left.
      expect(readFileSync(join(local, 'gsdb', 'manifest.json'), 'utf8')).toBe(before);
      expect(readdirSync(local).filter((f) => f.startsWith('.'))).toEqual([]);
      return error as EntenteError;
    };
    const text = (name: string): string => readFileSync(files()[name]!, 'utf8');
    const register = (): string => gunzipSync(readFileSync(files()['sipri-arms']!)).toString('latin1');

    it('names the nearest source where there is none of the name', async () => {
      const error = await refused('gsbd', 'x');
      expect(error).toMatchObject({ code: 'world/unknown-source', hint: 'did you mean gsdb?' });
    });

    it('is not there', async () => {
      expect(await refused('gsdb', undefined)).toMatchObject({ code: 'world/source-missing' });
    });

    it('is another file', async () => {
      const error = await refused('gsdb', text('sipri-milex'));
      expect(error.code).toBe('world/source-changed');
      expect(error.message).toContain('case_id');
      expect(error.at?.file).toBe(join(folder, 'gsdb.copy'));
      expect(error.hint).toContain('Global Sanctions Data Base');
      expect((await refused('sipri-arms', text('gsdb'))).message).toContain('not a register');
    });

    it('is truncated', async () => {
      expect((await refused('gsdb', text('gsdb').slice(0, 60_000))).code).toMatch(/^world\/source-/);
      expect(
        (await refused('sipri-milex', text('sipri-milex').split('\n').slice(0, 4_000).join('\n'))).message,
      ).toContain('Zimbabwe');
      expect((await refused('sipri-arms', register().slice(0, 900_001))).code).toMatch(/^world\/source-/);
      expect(
        (await refused('suh-dyadic', text('suh-dyadic').split('\n').slice(0, 400).join('\n'))).message,
      ).toContain('860');
    });

    it('is cut off within its last number', async () => {
      for (const name of ['suh-dyadic', 'suh-monadic'])
        expect((await refused(name, text(name).replace(/.\r?\n$/, '\n'))).message).toContain('not the whole');
    });

    it('has a column renamed, or a state that nobody knows', async () => {
      expect(
        (await refused('suh-monadic', text('suh-monadic').replace('warheads', 'arsenal'))).message,
      ).toContain('warheads');
      expect((await refused('us-forces', text('us-forces').replace('"Leg"', '"Triad"'))).message).toContain(
        'Leg',
      );
      const unknown = await refused('sipri-milex', text('sipri-milex').replace('Zambia,ZMB', 'Zambia,ZZZ'));
      expect(unknown).toMatchObject({ code: 'world/unresolved-name' });
      expect(unknown.hint).toContain('names.csv');
    });
  });

  it('SIPRI’s register reads the same in Latin-1 and in UTF-8', async () => {
    const hash = (): string => localManifests(local).find((m) => m.sources[0]!.name === 'sipri-arms')!.world;
    const before = hash();
    const file = join(folder, 'register-in-utf-8.csv');
    writeFileSync(file, gunzipSync(readFileSync(files()['sipri-arms']!)).toString('latin1'));
    await add('sipri-arms', file);
    expect(hash()).toBe(before);
  });

  it('answers show, variables and panel, and says that it is local', async () => {
    const said: string[] = [];
    const effects: Effects = {
      out: (t) => said.push(t),
      say: (t) => said.push(t),
      watched: false,
      columns: 100,
      now: () => 0,
    };
    const kept = process.env['ENTENTE_LOCAL'];
    process.env['ENTENTE_LOCAL'] = local;
    try {
      expect(await main(['show', 'sipri_milex', '--states', 'CHN', '--years', '2020'], effects)).toBe(0);
      expect(await main(['variables', 'sipri'], effects)).toBe(0);
      const out = join(folder, 'p.csv');
      expect(
        await main(
          [
            'panel',
            'dyad-year',
            '--variables',
            'sipri_arms_tiv,cinc',
            '--states',
            'RUS,IND',
            '--years',
            '2010',
            '--out',
            out,
          ],
          effects,
        ),
      ).toBe(0);
      expect(readFileSync(out, 'utf8')).toMatch(/365,750,RUS,IND,Russia,India,2010,\d/);
      expect(await main(['world', 'add', 'us-forces', files()['us-forces']!], effects)).toBe(0);
      expect(await main(['world', 'add'], effects)).toBe(0);
    } finally {
      if (kept === undefined) delete process.env['ENTENTE_LOCAL'];
      else process.env['ENTENTE_LOCAL'] = kept;
    }
    const all = said.join('');
    expect(all).toContain('local: read from your own copy');
    expect(all).toContain('sipri-milex (local)');
    expect(all).toContain('may not be passed on');
    expect(all).toContain('us_icbms');
  });
});
