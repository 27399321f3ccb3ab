import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/kernel/root.js';
import { article, falls, newPlace, type Place } from './entente.js';

const bin = join(projectRoot(), 'bin', 'entente.js');

/** A claim of each design. Together they are more than are run without workers. */
const head = 'claim: It rose.\nmeasured: How much.\ncounts-against: A fall.\n';
const claims = {
  falls: falls(['2005-2018', '2000-2018'], ['polity2', 'fh_score', 'polyarchy_v15']),
  rose: `${head}test:
  design: trend
  series: { measure: concentration, of: $resource, as: beyond-first }
  years: 1992-2014
expect: { slope: above 0, matters-from: 1, because: x }
alternatives:
  resource: [cinc_share, tpop]
`,
  parted: `${head}test:
  design: comparison
  of: { votes: library, abstentions: $abstentions }
  one: [CHN, RUS]
  other: [CHN, USA]
  years: 2001-2020
expect: { difference: above 0, matters-from: 5, because: x }
alternatives:
  abstentions: [halfway, as-a-side]
`,
  stated: `${head}test:
  design: figure
  recorded: { rank-of: CHN, by: $by, years: 2010, complete: true }
expect: { figure: first, margin: 0, because: x }
alternatives:
  by: [cinc, tpop]
`,
};
const names = Object.keys(claims);

let place: Place;
let whole: Result;
beforeAll(async () => {
  place = newPlace();
  place.put('library/on-all/argument.yaml', article(...names));
  for (const [name, text] of Object.entries(claims)) place.put(`library/on-all/${name}.yaml`, text);
  whole = await run('whole', ['on-all', '--jobs', '1']);
});
afterAll(() => place.remove());

/** What a run prints, and the bytes of its pages. */
interface Result {
  readonly out: string;
  readonly pages: Readonly<Record<string, string>>;
}

interface Where {
  readonly node?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

async function run(name: string, args: readonly string[], where: Where = {}): Promise<Result> {
  const pages = join(place.folder, `pages ${name}`);
  const { stdout, stderr } = await promisify(execFile)(
    where.node ?? process.execPath,
    [bin, 'test', ...args, '--json', '--no-cache', '--out', pages],
    {
      cwd: where.cwd ?? place.folder,
      env: {
        ...process.env,
        ENTENTE_LIBRARY: join(place.folder, 'library'),
        ENTENTE_WORLD: '',
        ...where.env,
      },
      maxBuffer: 1e8,
    },
  );
  expect(stderr).toBe('');
  return {
    out: stdout,
    pages: Object.fromEntries(
      readdirSync(pages).map((page) => [page, readFileSync(join(pages, page), 'utf8')]),
    ),
  };
}

/** What is printed of each claim, in the order of their names. */
const byClaim = ({ out }: Result): string[] =>
  (JSON.parse(out) as { claims: { claim: string }[] }).claims
    .sort((a, b) => (a.claim < b.claim ? -1 : 1))
    .map((claim) => JSON.stringify(claim));

describe('the same claims give the same bytes', () => {
  it('and they are verdicts, of every design', () => {
    const { claims: judged } = JSON.parse(whole.out);
    expect(judged.map((c: { claim: string }) => c.claim)).toEqual(names);
    for (const { failed, impossible, estimates } of judged) {
      expect([failed, impossible]).toEqual([0, 0]);
      expect(estimates.length).toBeGreaterThan(0);
    }
    expect(Object.keys(whole.pages).sort()).toEqual(['index.html', 'on-all.html']);
  });

  it.each(['2', '3'])('with %s workers', async (jobs) =>
    expect(await run(`jobs ${jobs}`, ['on-all', '--jobs', jobs])).toEqual(whole),
  );

  it('in whichever order they are named', async () => {
    const turned = [...names].reverse().map((name) => `on-all/${name}`);
    const { out } = await run('turned', [...turned, '--jobs', '2']);
    expect(out).not.toBe(whole.out);
    expect(byClaim({ out, pages: {} })).toEqual(byClaim(whole));
  });

  it('each by itself', async () => {
    const alone = await Promise.all(
      names.map((name) => run(`alone ${name}`, [`on-all/${name}`, '--jobs', '1'])),
    );
    expect(alone.flatMap(byClaim).sort()).toEqual([...byClaim(whole)].sort());
  });

  it('wherever in the world: another folder, zone, language and home', async () => {
    mkdirSync(join(place.folder, 'elsewhere'));
    const turkish = 'tr_TR.UTF-8';
    const env = {
      TZ: 'Asia/Kathmandu',
      LC_ALL: turkish,
      LANG: turkish,
      LANGUAGE: 'tr',
      HOME: join(place.folder, 'elsewhere'),
      TMPDIR: join(place.folder, 'elsewhere'),
      COLUMNS: '40',
      NO_COLOR: '1',
    };
    const cwd = join(place.folder, 'elsewhere');
    expect(await run('elsewhere', ['on-all', '--jobs', '2'], { cwd, env })).toEqual(whole);
  });

  const others = (process.env['ENTENTE_OTHER_NODES'] ?? '').split(delimiter).filter(Boolean);
  it.skipIf(others.length === 0)(
    'on other versions of Node (none is named in ENTENTE_OTHER_NODES where this is skipped)',
    async () => {
      for (const [i, node] of others.entries())
        expect({ node, ...(await run(`node ${i}`, ['on-all', '--jobs', '2'], { node })) }).toEqual({
          node,
          ...whole,
        });
    },
  );
});
