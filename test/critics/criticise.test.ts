import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findClaims } from '../../src/claims/find.js';
import { loadClaim } from '../../src/claims/load.js';
import { criticise, mirrorsOf } from '../../src/critics/criticise.js';
import type { Critique, PartCritiques } from '../../src/critics/critique.js';
import { critiquesJson } from '../../src/critics/critiques-json.js';
import { designs } from '../../src/designs/index.js';
import { projectRoot } from '../../src/kernel/root.js';
import { tablesOf, testClaims } from '../../src/verdicts/test-claims.js';
import { openWorld, type World } from '../../src/world/open.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-critics-'));
let world: World;
beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
});
afterAll(() => {
  world.close();
  rmSync(folder, { recursive: true });
});

/** A claim that China’s assessed share grows, or what is said of it otherwise. */
const written = (changes: Readonly<Record<string, string>> = {}): string =>
  Object.entries(changes).reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    `claim: China’s share grows.
period: 1991-2021
measured: Its assessed share.
counts-against: A falling share.
test:
  design: trend
  series: { measure: state-value, of: un_assessment, state: CHN }
  years: $years
expect: { slope: above 0, matters-from: 0.5, because: Less is not much. }
alternatives:
  years: [1991-2021, 1991-2018, 2001-2021]
mirror: { swap: { CHN: USA }, says: The American share grows. }
`,
  );

interface Heard {
  readonly parts: readonly PartCritiques[];
  readonly of: (critic: Critique['critic']) => Critique;
  readonly json: ReturnType<typeof critiquesJson>;
}

async function heard(text: string, options: object = {}, on = world): Promise<Heard> {
  const file = join(folder, 'claim.yaml');
  writeFileSync(file, text);
  const tables = tablesOf([loadClaim(file, designs)], designs, on);
  const run = { jobs: 1, cache: null, code: 'one', ...options };
  const verdicts = await testClaims(tables, designs, on, run);
  const mirrors = mirrorsOf(tables, designs, on);
  const [found] = await criticise(tables, verdicts, mirrors, designs, on, run);
  return {
    parts: found!.parts,
    of: (critic) => found!.parts[0]!.critiques.find((c) => c.critic === critic)!,
    json: critiquesJson(found!),
  };
}

describe('the critics', () => {
  it('speak in one order, each with a finding or with a reason why it has none', async () => {
    const { parts } = await heard(written());
    const [part] = parts;
    expect(part!.critiques.map((c) => c.critic)).toEqual([
      'measurement-error',
      'leave-one-out',
      'placebo',
      'mirror',
      'since',
    ]);
    for (const c of part!.critiques) expect(c.says !== '').toBe(c.absent === undefined);
  });

  it('say where others stand in the place of the one', async () => {
    const { of } = await heard(written());
    expect(of('placebo').says).toMatch(
      /^By the median of 3 tests, with each other state in the place of China, the claimed one \(3\.\d+ percentage points a decade\) is 1st of 1\d\d, the highest first: none comes before it; next is /,
    );
    const { of: turned } = await heard(written({ CHN: 'USA', '{ USA: USA }': '{ USA: CHN }' }));
    const { rank, of: n } = turned('placebo').figures as { rank: number; of: number };
    expect(rank).toBeGreaterThan(n - 5); // few shares fell as the American did
    const rows = turned('placebo').table!.rows;
    expect(rows.find((row) => row[0] === rank)).toEqual([
      rank,
      'as claimed',
      turned('placebo').figures!['value'],
    ]);
  });

  it('turn the test on the other side: what they say of it is what a claim about it would get', async () => {
    const { of } = await heard(written());
    const file = join(folder, 'claim.yaml');
    writeFileSync(file, written({ CHN: 'USA', '{ USA: USA }': '{ USA: CHN }' }));
    const tables = tablesOf([loadClaim(file, designs)], designs, world);
    const [verdict] = await testClaims(tables, designs, world, { jobs: 1, cache: null, code: 'one' });
    const [reading] = verdict!.parts[0]!.readings;
    expect(of('mirror').figures).toMatchObject({
      verdict: reading!.answer,
      for: reading!.shares.for,
      against: reading!.shares.against,
      median: reading!.median,
      tests: 3,
    });
    expect(of('mirror').says).toContain('“The American share grows.”');
    expect(of('mirror').says).toContain(`says: ${reading!.answer} (`);
  });

  it('say why there is no other side', async () => {
    const none = await heard(
      written({ '{ swap: { CHN: USA }, says: The American share grows. }': '{ none: Nobody. }' }),
    );
    expect(none.of('mirror').absent).toBe('Nobody.');
    const silent = await heard(
      written({ 'mirror: { swap: { CHN: USA }, says: The American share grows. }': '' }),
    );
    expect(silent.of('mirror').absent).toMatch(/names no other side/);
  });

  it('say what came after, or that nothing was asked of it', async () => {
    const { of } = await heard(written());
    expect(of('since').absent).toBe(
      'The claim names no years after its article on which to repeat the test, which ends in 2021.',
    );
    const after = await heard(`${written()}since-then: { years: 2010-2025 }\n`);
    expect(after.of('since').says).toMatch(/^Repeated on what came after \(2010–2025\), the test says: /);
  });

  it('say of whom alone a test is, and whose errors are not known', async () => {
    const { of } = await heard(written());
    expect(of('leave-one-out').absent).toBe('It is about China alone: no other state enters it.');
    expect(of('measurement-error').absent).toMatch(/comes with an interval/);
  });

  const dispersion = written({
    '{ measure: state-value, of: un_assessment, state: CHN }':
      '{ measure: dispersion, of: polyarchy_v15, as: sd, set: constant }',
    '[1991-2021, 1991-2018, 2001-2021]': '[1991-2021, 2001-2021]',
    'mirror: { swap: { CHN: USA }, says: The American share grows. }': '',
    'matters-from: 0.5': 'matters-from: 0.01',
  });

  it('leave out the great states by name, and say who moves it most', async () => {
    const { of } = await heard(dispersion);
    const { says, table, figures } = of('leave-one-out');
    expect(says).toMatch(
      /^With each of \d+ states left out in turn, the test nearest the median \(−0\.\d+ points/,
    );
    expect(says).toMatch(/The median of all 2 tests .*the United States.*China.*Russia.*Israel/);
    expect(table!.rows.slice(1, 5).map(([name]) => name)).toEqual([
      'United States',
      'China',
      'Russia',
      'Israel',
    ]);
    const { lowest, typical, highest } = figures as Record<string, number>;
    expect(lowest!).toBeLessThan(typical!);
    expect(highest!).toBeGreaterThan(typical!);
  });

  it('draw the source’s errors, and count the draws in which sides change', async () => {
    const { of } = await heard(dispersion);
    const { figures, says } = of('measurement-error');
    const { low, value, high, draws, tests } = figures as Record<string, number>;
    expect(draws).toBe(99);
    expect(tests).toBe(1); // two tests of all states are more rows than are drawn
    expect(low!).toBeLessThan(high!);
    expect(value!).toBeLessThan(0);
    expect(says).toMatch(
      /^Drawn anew within the source’s own errors, the test with such errors that lies nearest the median/,
    );
  });

  it('keep what they found: a second hearing asks nothing of the record', async () => {
    const cache = join(folder, 'cache');
    const first = await heard(dispersion, { cache });
    const file = join(cache, readJournal(cache));
    const before = readFileSync(file, 'utf8');
    expect(before.trimEnd().split('\n')).toHaveLength(2);
    const deaf = {
      ...world,
      answer: () => Promise.reject(new Error('asked')),
      ask: () => Promise.reject(new Error('asked')),
    } as unknown as World;
    expect(await heard(dispersion, { cache }, deaf)).toMatchObject({ json: first.json });
    expect(readFileSync(file, 'utf8')).toBe(before);
    // A line torn by a kill, and other code: only that is asked again.
    writeFileSync(file, before.slice(0, before.indexOf('\n') + 50));
    expect((await heard(dispersion, { cache })).json).toEqual(first.json);
    await heard(dispersion, { cache, code: 'two' });
    expect(readFileSync(file, 'utf8').trimEnd().split('\n').length).toBe(5);
  });

  const readJournal = (cache: string): string => {
    const name = `${folder.split('/').at(-1)}.claim.critics.jsonl`;
    expect(existsSync(join(cache, name))).toBe(true);
    return name;
  };
});

describe('every claim of the library that is tested', () => {
  it('has its mirrors unfolded before anything runs', () => {
    const claims = findClaims([], join(projectRoot(), 'arguments'), designs).flatMap((f) => f.claims);
    const tables = tablesOf(claims, designs, world);
    const mirrors = mirrorsOf(tables, designs, world).flat(2);
    expect(mirrors.length).toBeGreaterThan(15);
    for (const { table } of mirrors)
      expect(table.specifications.some((s) => s.impossible === undefined)).toBe(true);
  });
});
