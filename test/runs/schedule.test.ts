import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadClaim } from '../../src/claims/load.js';
import { type Multiverse, multiverse } from '../../src/claims/multiverse.js';
import type { Design } from '../../src/designs/design.js';
import { designs } from '../../src/designs/index.js';
import { fail } from '../../src/kernel/errors.js';
import { projectRoot } from '../../src/kernel/root.js';
import type { Outcome } from '../../src/runs/outcome.js';
import { type RunOptions, runSpecifications } from '../../src/runs/schedule.js';
import type { ManifestTable } from '../../src/world/cards.js';
import { openWorld, type World } from '../../src/world/open.js';
import { changed, sound, soundTrend } from '../claims/told.js';

const root = mkdtempSync(join(tmpdir(), 'entente-runs-'));
afterAll(() => rmSync(root, { recursive: true }));

let world: World;
let cache: string;
let caches = 0;
beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
});
afterAll(() => world.close());
beforeEach(() => {
  cache = join(root, `cache-${caches++}`);
});

function tableOf(text: string, name = 'claim', known = designs): Multiverse {
  const file = join(root, `${name}.yaml`);
  writeFileSync(file, text);
  const claim = loadClaim(file, known);
  return multiverse(claim, claim.parts[0]!, known, world);
}

interface Run {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Choices of the specifications that ran, in order; those from the cache are not among them. */
  readonly ran: string[];
}

async function run(
  tables: readonly Multiverse[],
  other: Partial<RunOptions> = {},
  on = world,
  known = designs,
): Promise<Run> {
  const ran: string[] = [];
  const outcomes = await runSpecifications(tables, known, on, {
    jobs: 1,
    cache,
    code: 'one',
    onOutcome: (s) => ran.push(Object.values(s.choices).join(' ')),
    ...other,
  });
  return { outcomes, ran };
}

/** The same world with one table changed upstream, as its manifest says. */
const withChanged = (name: string, change: Partial<ManifestTable> = { sha256: 'another' }): World => ({
  ...world,
  manifest: {
    ...world.manifest,
    tables: world.manifest.tables.map((t) => (t.name === name ? { ...t, ...change } : t)),
  },
});

describe('a run', () => {
  it('runs each possible specification once, and gives an outcome for each', async () => {
    const table = tableOf(changed(sound, '2010-2018, 2005-2018', '2010-2018, 2010-2021'));
    const possible = table.specifications.filter((s) => s.impossible === undefined);
    const { outcomes, ran } = await run([table]);
    expect(possible).toHaveLength(6);
    expect(ran).toHaveLength(6);
    expect([...outcomes.keys()].sort()).toEqual(possible.map((s) => s.key).sort());
  });

  it('runs what two claims have in common once', async () => {
    const tables = [tableOf(sound, 'one'), tableOf(changed(sound, ', 2005-2018', ''), 'two')];
    expect((await run(tables)).ran).toHaveLength(8);
  });

  it('tells how many are done and how many there are', async () => {
    const told: string[] = [];
    const table = tableOf(soundTrend);
    await run([table], {
      onOutcome: (_, outcomes, done, total) => told.push(`${done}/${total} ${outcomes.size}`),
    });
    expect(told).toEqual(['1/2 1', '2/2 2']);
  });

  it('does not depend on what is asked first, or on what else is', async () => {
    const [a, b] = [tableOf(sound, 'one'), tableOf(soundTrend, 'two')];
    const one = await run([a, b], { cache: null });
    const reversed = { ...a, specifications: [...a.specifications].reverse() };
    const two = await run([b, reversed], { cache: null });
    expect(two.ran).not.toEqual(one.ran);
    expect(new Map([...two.outcomes].sort())).toEqual(new Map([...one.outcomes].sort()));
  });
});

describe('what has run is kept', () => {
  it('and not run again', async () => {
    const table = tableOf(sound);
    const first = await run([table]);
    const second = await run([table]);
    expect(first.ran).toHaveLength(8);
    expect(second.ran).toEqual([]);
    expect(second.outcomes).toEqual(first.outcomes);
  });

  it('unless nothing is to be kept', async () => {
    const table = tableOf(soundTrend);
    expect((await run([table], { cache: null })).ran).toHaveLength(2);
    expect(existsSync(cache)).toBe(false);
    expect((await run([table])).ran).toHaveLength(2);
    expect((await run([table], { cache: null })).ran).toHaveLength(2);
  });

  it('so that a changed alternative runs only what is new', async () => {
    await run([tableOf(sound)]);
    const { ran, outcomes } = await run([
      tableOf(changed(sound, '[2010-2018, 2005-2018]', '[2000-2018, 2010-2018, 2005-2018]')),
    ]);
    expect(ran).toEqual([
      'states polity2 2000-2018',
      'states fh_score 2000-2018',
      'population polity2 2000-2018',
      'population fh_score 2000-2018',
    ]);
    expect(outcomes.size).toBe(12);
  });

  it('so that other words, weights or effects that matter run nothing', async () => {
    await run([tableOf(sound)]);
    const reworded = sound
      .replace('Allies of the United States', 'The allies')
      .replace('matters-from: 1.1', 'matters-from: 1.2')
      .replace('[polity2, fh_score]', '[[fh_score, polity2]]');
    expect((await run([tableOf(reworded)])).ran).toEqual([]);
  });

  it('until the code is another', async () => {
    const table = tableOf(sound);
    await run([table]);
    expect((await run([table], { code: 'two' })).ran).toHaveLength(8);
    expect((await run([table], { code: 'one' })).ran).toEqual([]);
  });

  it('until a table that it reads is another, and only what reads that table', async () => {
    const table = tableOf(sound);
    await run([table]);
    const { ran } = await run([table], {}, withChanged('polity5'));
    expect(ran.map((r) => r.split(' ')[1])).toEqual(['polity2', 'polity2', 'polity2', 'polity2']);
    const people = await run([table], {}, withChanged('world_bank_population'));
    expect(people.ran.map((r) => r.split(' ')[0])).toEqual([
      'population',
      'population',
      'population',
      'population',
    ]);
    expect((await run([table], {}, withChanged('un_votes'))).ran).toEqual([]);
  });

  it.each(['states', 'state_names', 'state_years'])(
    'until %s is another: any may ask who a state is',
    async (name) => {
      const table = tableOf(soundTrend);
      await run([table]);
      expect((await run([table], {}, withChanged(name))).ran).toHaveLength(2);
    },
  );

  it('until the card of a variable is another: a design may ask for its scale or its interval', async () => {
    const table = tableOf(sound);
    await run([table]);
    const scaled: World = {
      ...world,
      manifest: {
        ...world.manifest,
        variables: world.manifest.variables.map((v) =>
          v.name === 'polity2' ? { ...v, scale: { low: -20 } } : v,
        ),
      },
    };
    expect((await run([table], {}, scaled)).ran).toHaveLength(4);
  });

  it('also where the last line was torn, but for that one', async () => {
    const table = tableOf(sound);
    const first = await run([table]);
    const [file] = readdirSync(cache).map((name) => join(cache, name));
    truncateSync(file!, readFileSync(file!).length - 40);
    const second = await run([table]);
    expect(second.ran).toEqual([first.ran[7]]);
    expect(second.outcomes).toEqual(first.outcomes);
    expect((await run([table])).ran).toEqual([]);
  });

  it('also of a run that was stopped', async () => {
    const table = tableOf(sound);
    const controller = new AbortController();
    const ran: string[] = [];
    const stopped = run([table], {
      signal: controller.signal,
      onOutcome: (s) => {
        ran.push(s.key);
        if (ran.length === 3) controller.abort();
      },
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(ran).toHaveLength(3);
    const rest = await run([table]);
    expect(rest.ran).toHaveLength(5);
    expect(rest.outcomes).toEqual((await run([table], { cache: null })).outcomes);
  });
});

describe('a specification that fails', () => {
  const nobody = changed(sound, '{ allies-of: USA, by: defence, and: [USA] }', '{ states: [Liechtenstein] }');

  it('is an outcome with its reason, and the others run', async () => {
    const { outcomes, ran } = await run([tableOf(nobody)]);
    expect(ran).toHaveLength(8);
    const reasons = [...outcomes.values()].map((o) => ('error' in o ? o.error.code : 'estimated'));
    expect(reasons.filter((r) => r === 'designs/group-is-all-or-none')).toHaveLength(4);
    expect(reasons.filter((r) => r === 'estimated')).toHaveLength(4);
  });

  it('is kept too, and not tried again', async () => {
    const table = tableOf(nobody);
    const first = await run([table]);
    const second = await run([table]);
    expect(second.ran).toEqual([]);
    expect(second.outcomes).toEqual(first.outcomes);
  });

  /** `share`, but for what it estimates. */
  const sharing = (estimate: Design['estimate']) => ({
    ...designs,
    share: { ...designs['share']!, estimate },
  });
  const number = (value: number) =>
    sharing(() => ({ value, low: 0, high: 2, n: 1, of: 'states', lost: {}, errors: [], diagnostics: {} }));

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('is one whose value is %d', async (value) => {
    const { outcomes } = await run([tableOf(sound)], {}, world, number(value));
    const codes = [...outcomes.values()].map((o) => ('error' in o ? o.error : o));
    expect(new Set(codes.map((c) => JSON.stringify(c)))).toEqual(
      new Set(['{"code":"runs/no-number","message":"the value or its interval is not a number"}']),
    );
  });

  it('gives the same outcome fresh and kept, also where a figure beside it is no number', async () => {
    const odd = sharing(() => ({
      value: -0,
      low: -1,
      high: 1,
      n: 1,
      of: 'x',
      lost: {},
      errors: [],
      diagnostics: { p: Number.NaN },
    }));
    const table = tableOf(sound);
    const fresh = await run([table], {}, world, odd);
    const kept = await run([table], {}, world, odd);
    expect(kept.ran).toEqual([]);
    expect(kept.outcomes).toEqual(fresh.outcomes);
  });

  it('stops the run where it is a mistake of ours', async () => {
    const broken = sharing(() => {
      throw new TypeError('x is undefined');
    });
    await expect(run([tableOf(sound)], {}, world, broken)).rejects.toThrow('x is undefined');
  });

  it('is tried again where it was the database that refused', async () => {
    const refusing = sharing(() => fail('world/query', 'the database refused: out of memory'));
    const table = tableOf(sound);
    const first = await run([table], {}, world, refusing);
    expect([...first.outcomes.values()].every((o) => 'error' in o)).toBe(true);
    expect((await run([table])).ran).toHaveLength(8);
  });
});
