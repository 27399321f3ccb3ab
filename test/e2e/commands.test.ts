import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { readManifest } from '../../src/world/open.js';
import { article, falls, newPlace, type Place, small, waiting } from './entente.js';

const manifest = readManifest(join(projectRoot(), 'world'));

let place: Place;
beforeAll(() => {
  const library = newPlace();
  place = { ...library, ...newPlace(join(library.folder, 'library')), remove: library.remove };
  const put = (file: string, text: string) => library.put(join('library', file), text);
  put('on-allies/argument.yaml', article('falls', 'waits', 'nobody', 'never', 'no-data'));
  put('on-allies/falls.yaml', small);
  put('on-allies/waits.yaml', waiting);
  put('on-allies/nobody.yaml', falls(['2005-2018'], ['polity2', 'fh_score'], '{ states: [Liechtenstein] }'));
  put('on-allies/never.yaml', falls(['2010-2040'], ['polity2', 'fh_score']));
  put(
    'on-allies/no-data.yaml',
    `${waiting.replace('awaits: [network]\n', '')}untestable: { because: Nobody counts it., would-settle: A count. }\n`,
  );
});
afterAll(() => place.remove());

/** What a command prints; it must end well and say nothing on stderr. */
async function printed(...args: string[]): Promise<string> {
  const { code, out, err } = await place.entente(...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}
const lines = async (...args: string[]): Promise<string[]> => (await printed(...args)).trimEnd().split('\n');
const cells = (line: string | undefined): string[] => (line ?? '').trim().split(/\s{2,}/);
const json = async (...args: string[]) => JSON.parse(await printed(...args, '--json'));

describe('entente --help', () => {
  it('names every command and every exit code', async () => {
    const out = await printed('--help');
    for (const word of ['test', 'brief', 'check', 'variables', 'show', 'panel', 'world', 'cite', 'help'])
      expect(out).toMatch(new RegExp(`^ {2}${word} `, 'm'));
    expect(out.trimEnd().split('\n').at(-1)).toBe(
      'Exit codes: 0 done, whatever the verdict; 1 a mistake of ours; 2 bad input; 3 the world is missing or damaged; 130 stopped.',
    );
    expect(await printed('help')).toBe(out);
  });
  it('of a command names its options', async () => {
    expect(await printed('help', 'panel')).toBe(await printed('panel', '--help'));
    expect(await printed('world', 'build', '--help')).toContain('--sources <dir>');
  });
});

describe('entente test', () => {
  it('prints a row a reading under the name of the argument, and counts what was not tested', async () => {
    const out = await lines('test', 'on-allies');
    expect(cells(out[0]).slice(0, 3)).toEqual(['claim', 'reading', 'verdict']);
    expect(out[2]).toBe('on-allies');
    const row = cells(out[3]);
    expect(row.slice(0, 2)).toEqual(['falls', 'states']);
    const [forPercent, against, open] = row.slice(3, 6).map(Number) as [number, number, number];
    expect(Math.abs(forPercent + against + open - 100)).toBeLessThanOrEqual(1);
    expect(row[7]).toBe('6');
    expect(cells(out[4])[0]).toBe('population');
    expect(out).toContain('1 claim is not yet tested, 1 untestable here');
  });

  describe('--json', () => {
    let claims: Record<string, Record<string, never>>;
    let raw: { claims: { claim: string }[] };
    beforeAll(async () => {
      raw = await json('test');
      claims = Object.fromEntries(raw.claims.map((c) => [c.claim, c])) as never;
    });

    it('holds the claims in the order of the argument', () =>
      expect(raw.claims.map((c) => c.claim)).toEqual(['falls', 'waits', 'nobody', 'never', 'no-data']));

    it('has the promised keys, of the promised kinds', () => {
      for (const claim of Object.values(claims)) {
        expect(claim).toMatchObject({
          argument: 'on-allies',
          claim: expect.any(String),
          verdict: expect.any(String),
          depends_on: expect.any(Array),
          readings: expect.any(Array),
          specifications: expect.any(Number),
          impossible: expect.any(Number),
          for: expect.any(Number),
          against: expect.any(Number),
          open: expect.any(Number),
          failed: expect.any(Number),
          unit: expect.any(String),
          decides: expect.any(Array),
          estimates: expect.any(Array),
        });
        for (const key of ['median', 'low', 'high']) expect(claim).toHaveProperty(key);
      }
      const { readings, decides, estimates } = claims['falls'] as unknown as Record<string, object[]>;
      for (const reading of readings!)
        expect(reading).toMatchObject({ reading: expect.any(String), verdict: expect.any(String) });
      for (const d of decides!)
        expect(d).toEqual({
          alternative: expect.any(String),
          share: expect.any(Number),
          flips: expect.any(Array),
        });
      for (const e of estimates!)
        expect(e).toMatchObject({
          choices: {
            yardstick: 'states',
            regime: expect.any(String),
            years: '2005-2018',
            fall: expect.any(String),
          },
          value: expect.any(Number),
          low: expect.any(Number),
          high: expect.any(Number),
          n: expect.any(Number),
          stance: expect.stringMatching(/^(for|against|open)$/),
          reason: expect.any(String),
        });
    });

    it('counts every specification once, as for, against, open or failed, in each reading too', () => {
      const counted = (c: Record<string, number & { length: number }>): number[] => [
        c['for']! + c['against']! + c['open']! + c['failed']!,
        c['specifications']!,
        c['estimates']!.length,
      ];
      for (const claim of Object.values(claims)) {
        expect(new Set(counted(claim)).size).toBe(1);
        for (const reading of claim['readings'] as unknown as Record<string, never>[])
          expect(new Set(counted(reading)).size).toBe(1);
      }
      expect(counted(claims['falls']!)[0]).toBe(6);
    });

    it('gives the spread of the estimates as their percentiles', () => {
      const { estimates, low, median, high } = claims['falls'] as unknown as {
        estimates: { value: number }[];
      } & Record<string, number>;
      const values = estimates.map((e) => e.value);
      expect(low).toBeGreaterThanOrEqual(Math.min(...values));
      expect(high).toBeLessThanOrEqual(Math.max(...values));
      expect(median).toBeGreaterThanOrEqual(low!);
      expect(median).toBeLessThanOrEqual(high!);
    });

    it('says what was not tested and why nothing stands there', () => {
      expect(claims['waits']).toMatchObject({
        verdict: 'not yet tested',
        specifications: 0,
        estimates: [],
        median: null,
      });
      expect(claims['no-data']).toMatchObject({
        verdict: 'untestable here',
        specifications: 0,
        readings: [],
      });
    });

    it('calls a claim untestable here where the record can serve no combination', () =>
      expect(claims['never']).toMatchObject({
        verdict: 'untestable here',
        specifications: 0,
        impossible: 6,
        for: 0,
        against: 0,
        open: 0,
        failed: 0,
        median: null,
        estimates: [],
      }));

    it('counts and shows what failed, and draws no verdict where too much did', () => {
      expect(claims['nobody']).toMatchObject({ verdict: 'undetermined', specifications: 6, failed: 3 });
      const failed = (
        claims['nobody']!['estimates'] as unknown as { stance: string; reason: string; value: null }[]
      ).filter((e) => e.stance === 'failed');
      expect(failed).toHaveLength(3);
      expect(failed[0]).toMatchObject({
        value: null,
        n: null,
        reason: 'the group holds none or all of the states that the record covers',
      });
    });
  });

  it('takes a claim, a file, and a file of one’s own', async () => {
    const claim = async (...names: string[]) =>
      (await json('test', ...names)).claims.map(
        (c: { argument: string; claim: string }) => `${c.argument}/${c.claim}`,
      );
    expect(await claim('on-allies/waits')).toEqual(['on-allies/waits']);
    const own = place.put("it's [my] claim.yaml", waiting);
    expect(await claim(own, 'on-allies/waits')).toEqual([
      `${place.folder.split('/').at(-1)}/it's [my] claim`,
      'on-allies/waits',
    ]);
  });

  it('--out writes a brief an argument and the index, whole, and says where', async () => {
    const out = join(place.folder, 'my [pages]');
    const { code, out: table, err } = await place.entente('test', 'on-allies', '--out', 'my [pages]');
    expect(code).toBe(0);
    expect(table).toContain('on-allies');
    expect(err).toBe(`wrote 2 pages; open ${join(out, 'index.html')}\n`);
    expect(readdirSync(out).sort()).toEqual(['index.html', 'on-allies.html']);
    for (const page of readdirSync(out)) {
      const text = readFileSync(join(out, page), 'utf8');
      expect(text).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/i);
      expect(text).not.toMatch(/<script src|<link [^>]*href="http|@import/);
    }
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('href="on-allies.html');
  });

  it('--json --out prints nothing but JSON', async () => {
    const out = await json('test', 'on-allies/waits', '--out', 'quiet');
    expect(out.claims).toHaveLength(1);
    expect(readdirSync(join(place.folder, 'quiet'))).toHaveLength(2);
  });

  it('leaves pages and folder alone where a claim is wrong', async () => {
    const bad = place.put('bad/bad.yaml', small.replace('polity2', 'polity3'));
    const { code, err } = await place.entente('test', bad, '--out', 'never');
    expect([code, err]).toEqual([
      2,
      'bad/bad.yaml:14:12: unknown variable: polity3\n  did you mean polity2?\n',
    ]);
    expect(existsSync(join(place.folder, 'never'))).toBe(false);
  });
});

describe('entente brief', () => {
  it('writes the same pages, and nothing else', async () => {
    await place.entente('test', 'on-allies/falls', '--out', 'by-test');
    const { code, out, err } = await place.entente('brief', 'on-allies/falls', '--out', 'by-brief');
    expect([code, out, err]).toEqual([
      0,
      '',
      `wrote 2 pages; open ${join(place.folder, 'by-brief', 'index.html')}\n`,
    ]);
    for (const page of ['index.html', 'on-allies.html'])
      expect(readFileSync(join(place.folder, 'by-brief', page))).toEqual(
        readFileSync(join(place.folder, 'by-test', page)),
      );
  });
});

describe('entente check', () => {
  it('says that a claim is well formed and how much would run', async () =>
    expect(await lines('check', 'on-allies')).toEqual([
      'on-allies/falls: well formed; 12 specifications in 2 readings',
      'on-allies/waits: well formed; waits for network',
      'on-allies/nobody: well formed; 12 specifications in 2 readings',
      'on-allies/never: well formed; 12 specifications in 2 readings, 12 of them impossible',
      'on-allies/no-data: untestable here: Nobody counts it.',
    ]));

  it('--specifications shows each, with its weight and what matters, or why it cannot run', async () => {
    const out = await lines('check', 'on-allies/falls', 'on-allies/never', '--specifications');
    expect(cells(out[1])).toEqual(['#', 'yardstick', 'regime', 'years', 'fall', 'weight', 'm']);
    expect(cells(out[3])).toEqual([
      '1',
      'states',
      'polity2',
      '2005-2018',
      'endpoints',
      '0.1667',
      '0.09531',
      'runs',
    ]);
    expect(out.filter((line) => line.endsWith('runs'))).toHaveLength(12);
    expect(out.filter((line) => line.endsWith('impossible: polity2 ends in 2018'))).toHaveLength(6);
  });

  it('--json holds the whole table', async () => {
    const [claim] = await json('check', 'on-allies/falls');
    const { specifications } = claim.parts[0];
    expect(claim).toMatchObject({
      argument: 'on-allies',
      claim: 'falls',
      parts: [{ part: '', design: 'share' }],
    });
    expect(specifications).toHaveLength(12);
    expect(specifications[0]).toEqual({
      reading: 'states',
      choices: { yardstick: 'states', regime: 'polity2', years: '2005-2018', fall: 'endpoints' },
      weight: expect.closeTo(1 / 6, 12),
      matters: expect.closeTo(Math.log(1.1), 12),
      observes: { from: 2005, to: 2018 },
      impossible: null,
      key: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('runs nothing', async () => {
    const cache = join(place.folder, 'no-cache');
    const { code } = await place.start(['check', 'on-allies/falls'], { ENTENTE_CACHE: cache }).ended;
    expect([code, existsSync(cache)]).toEqual([0, false]);
  });
});

describe('entente variables', () => {
  it('lists every variable of the catalogue, recorded and measured', async () => {
    const out = await lines('variables');
    expect(cells(out[0])).toEqual(['variable', 'level', 'years', 'states', 'title', 'unit', 'source']);
    const names = out.slice(2).map((line) => line.split(' ')[0]);
    for (const v of manifest.variables) expect(names).toContain(v.name);
    expect(names).toContain('us_minority_share_adopted');
  });
  it('lists those whose card holds all of the words', async () => {
    const found = (await json('variables', 'defence', 'pact')).map((v: { name: string }) => v.name);
    expect(found).toContain('defence_pact');
    expect(found).not.toContain('polity2');
    expect((await json('variables', 'nothing', 'of', 'this')).length).toBe(0);
  });
  it('says so where there is none', async () => {
    const { code, out, err } = await place.entente('variables', 'xylophone');
    expect([code, out, err]).toEqual([0, '', 'no variable has xylophone on its card\n']);
  });
});

describe('entente show', () => {
  it('shows the card, and the values of the states and years asked for', async () => {
    const out = await printed('show', 'polity2', '--states', 'USA', '--years', '2015-2016');
    expect(out).toMatch(/^variable {6}polity2: /);
    for (const label of [
      'definition',
      'level',
      'unit',
      'scale',
      'years',
      'coverage',
      'source',
      'terms',
      'citation',
    ])
      expect(out).toMatch(new RegExp(`^${label} `, 'm'));
    const rows = out.trimEnd().split('\n').slice(-4).map(cells);
    expect(rows[0]).toEqual(['ccode', 'iso3c', 'name', 'year', 'polity2', 'polity2_missing']);
    expect(rows[2]!.slice(0, 5)).toEqual(['2', 'USA', 'United States', '2015', '10']);
    expect(rows[3]!.slice(0, 5)).toEqual(['2', 'USA', 'United States', '2016', '8']);
  });

  it('knows who a state was in which year', async () => {
    const { values } = await json('show', 'polity2', '--states', 'Germany', '--years', '1988-1991');
    expect(values.map((v: Record<string, unknown>) => [v['ccode'], v['year']])).toEqual([
      [255, 1990],
      [255, 1991],
      [260, 1988],
      [260, 1989],
    ]);
  });

  it('says why a value is missing', async () => {
    const { values } = await json('show', 'polity2', '--states', 'Iceland,USA', '--years', '2018-2019');
    expect(
      values.map((v: Record<string, unknown>) => [v['iso3c'], v['year'], v['polity2'], v['polity2_missing']]),
    ).toEqual([
      ['USA', 2018, 8, null],
      ['USA', 2019, null, 'out-of-years'],
      ['ISL', 2018, null, 'no-match'],
      ['ISL', 2019, null, 'out-of-years'],
    ]);
  });

  it('shows the first rows of many, and how many there are', async () => {
    const out = await lines('show', 'polity2');
    const more = /^… (\d+) more rows; choose with --states and --years, or write them with --out FILE$/.exec(
      out.at(-1)!,
    );
    const members = manifest.system.byYear
      .slice(0, 2018 - manifest.system.from + 1)
      .reduce((a, b) => a + b, 0);
    expect(Number(more?.[1])).toBe(members - 20);
  });

  it('shows what is measured like what is recorded', async () => {
    const { variable, values } = await json('show', 'us_minority_share_adopted', '--years', '2018-2020');
    expect(variable).toMatchObject({ level: 'system-year', unit: 'percentage points' });
    expect(values.map((v: Record<string, unknown>) => v['year'])).toEqual([2018, 2019, 2020]);
    for (const v of values) expect(v['us_minority_share_adopted']).toBeGreaterThan(10);
  });

  it('tells which of the states was no member', async () => {
    const { code, out, err } = await place.entente(
      'show',
      'polity2',
      '--states',
      'USA,South Sudan',
      '--years',
      '2000',
    );
    expect([code, err]).toEqual([
      0,
      'South Sudan was no member of the state system in 2000: it was one in 2011–2025\n',
    ]);
    expect(out).toContain('United States');
  });

  it('--out writes the values to a file, whatever it is called', async () => {
    await printed('show', 'polity2', '--states', 'USA', '--years', '2016', '--out', "it's [a] file.csv");
    expect(readFileSync(join(place.folder, "it's [a] file.csv"), 'utf8').trim().split('\n')[1]).toMatch(
      /^2,USA,United States( of America)?,2016,8,/,
    );
  });
});

describe('entente cite', () => {
  it('cites a variable, a measured one, a claim, and the whole world', async () => {
    const last = `Entente, world ${manifest.world.slice(0, 12)}.`;
    const polity = await lines('cite', 'polity2');
    expect(polity).toEqual([
      expect.stringMatching(/^Marshall, M\. G\. .*\[Polity5, .*; terms: cite\]$/),
      last,
    ]);
    expect((await printed('cite', 'us_minority_share_adopted')).split('\n')[0]).toMatch(/Voeten.*terms: own/);
    const claim = await lines('cite', 'on-allies/falls');
    expect(claim).toContain(polity[0]);
    expect(claim.join()).toMatch(/Leeds[\s\S]*Efron/);
    expect(await lines('cite')).toHaveLength(manifest.sources.length + 1);
  });
});

describe('entente cite --bibtex', () => {
  it('gives an entry a source', async () => {
    const out = await printed('cite', 'polity2', 'cinc', '--bibtex');
    expect(out.match(/^@misc\{\w+,$/gm)).toEqual(['@misc{polity5,', '@misc{nmc,', '@misc{entente,']);
    expect(out.match(/^}$/gm)).toHaveLength(3);
  });
});

describe('entente trace', () => {
  it('follows a number to the choices, the tables, the files and the rows behind it', async () => {
    const out = await printed('trace', 'on-allies/falls', '1');
    expect(out).toMatch(/^specification 1 of 12, reading states, years 2005–2018$/m);
    for (const choice of ['yardstick: states', 'regime: polity2', 'years: 2005-2018', 'fall: endpoints'])
      expect(out).toContain(`  ${choice}\n`);
    const [claim] = (await json('test', 'on-allies/falls')).claims;
    expect(out).toContain(Number(claim.estimates[0].value.toPrecision(4)).toString());
    const polity = manifest.tables.find((t) => t.name === 'polity5')!;
    expect(out).toContain(
      `from polity5 (polity5.parquet, sha256 ${polity.sha256.slice(0, 16)}…), terms cite`,
    );
  });

  it('--out writes every row', async () => {
    await place.entente('trace', 'on-allies/falls', '1', '--out', 'rows');
    const scores = readFileSync(join(place.folder, 'rows', 'scores.csv'), 'utf8')
      .trim()
      .split('\n');
    expect(scores[0]).toMatch(/^ccode,year,value/);
    expect(scores.length).toBeGreaterThan(1000);
  });

  it.each([
    [
      'on-allies/falls 99',
      'no specification 99',
      'there are 12; entente check --specifications numbers them',
    ],
    ['on-allies/falls x', 'no specification x', 'there are 12; entente check --specifications numbers them'],
    ['on-allies', 'on-allies is 5 claims', 'trace one of them, such as on-allies/falls'],
    ['on-allies/waits', 'on-allies/waits has no test yet', 'entente check says what it waits for'],
  ])('%s cannot be followed', async (line, what, hint) =>
    expect(await place.entente('trace', ...line.split(' '))).toMatchObject({
      code: 2,
      out: '',
      err: `${what}\n  ${hint}\n`,
    }),
  );
});

describe('a reader who has seen enough', () => {
  const entente = join(projectRoot(), 'bin', 'entente.js');
  /** The first bytes of what a command writes, and how the command ended when nobody read on. */
  const head = async (command: string): Promise<{ stdout: string; stderr: string }> =>
    promisify(execFile)(
      'bash',
      ['-c', `"$0" "$1" ${command} | head -c 20; echo " \${PIPESTATUS[0]}"`, process.execPath, entente],
      { cwd: place.folder, env: { ...process.env, ENTENTE_CACHE: join(place.folder, 'cache') } },
    );

  it.each(['world info --json', 'variables', '--help', 'cite', 'check summit-for-democracy --json'])(
    'ends %s quietly',
    async (command) => {
      const { stdout, stderr } = await head(command);
      expect(stdout).toMatch(/ 0\n$/);
      expect(stderr).toBe('');
    },
  );
  it('of what is told on stderr ends it quietly, too', async () =>
    expect((await head('2>&1')).stdout).toMatch(/^Usage: entente \[opti [02]\n$/));
});
