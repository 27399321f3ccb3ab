import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparison } from '../../src/designs/comparison/comparison.js';
import type { ComparisonParameters } from '../../src/designs/comparison/parameters.js';
import type { Estimate } from '../../src/designs/design.js';
import { randomFrom } from '../../src/kernel/random.js';
import { projectRoot } from '../../src/kernel/root.js';
import { rowsWithout } from '../../src/measures/rows-without.js';
import { onUkraine } from '../../src/measures/texts-on-ukraine.js';
import type { Row } from '../../src/world/database.js';
import type { Answers } from '../../src/world/open.js';
import { openWorld, type World } from '../../src/world/open.js';
import { expectClose } from '../statistics/oracle.js';

/* Twelve states: 1–6 are invited, 7–11 are not, 20 is neither. Sessions 2001–2010, five texts each. */
const sessions = Array.from({ length: 10 }, (_, i) => 2001 + i);
const perSession = 5;
const invited = [1, 2, 3, 4, 5, 6];
const others = [7, 8, 9, 10, 11];
const everybody = [...invited, ...others, 20];

type Choose = (state: number, year: number, text: number) => number;

/** Before 2006 all vote alike but for a few; after it, what `later` says. */
const mixed: Choose = (state, year, text) =>
  1 + ((state * 7 + year * 3 + text * 5) % 11 < 8 ? 0 : (state + text) % 3);

function answersOf(choose: Choose, more: Partial<Row> = {}): Answers {
  const texts: Row[] = sessions.flatMap((year) =>
    Array.from({ length: perSession }, (_, k) => ({
      year,
      heading: `text ${k} of ${year}`,
      all: 1,
      adopted: k < 4 ? 1 : 0,
      'all-once': 1,
      me: k === 0 ? 1 : 0,
      ukraine: k === 1 && year > 2006 ? 1 : 0,
      ...more,
    })),
  );
  const choices = everybody.map((ccode) => ({
    ccode,
    choices: sessions
      .flatMap((year, s) =>
        Array.from({ length: perSession }, (_, k) =>
          String.fromCharCode((s * perSession + k + 1) * 4 + (choose(ccode, year, k) & 3)),
        ),
      )
      .join(''),
  }));
  const groups = everybody.map((ccode) => ({
    ccode,
    year: 2006,
    value: ccode === 20 ? null : invited.includes(ccode) ? 1 : 0,
  }));
  return { texts, choices, groups };
}

const manifest = {
  tables: [{ name: 't', variables: [] }],
  variables: [{ name: 'invited', title: 'Invited' }],
};
const catalogue = { manifest, states: { nameOf: String } } as never;
const of = { gap: 'disagreement', between: 'invited', in: 2006, texts: 'all' };
const asked = (
  more: object = {},
  spans: object = { from: '2003-2005', to: '2007-2009' },
): ComparisonParameters => comparison.parameters.parse({ of: { ...of, ...more }, ...spans });
const estimate = (p: ComparisonParameters, answers: Answers): Estimate =>
  comparison.estimate(p, answers, catalogue, randomFrom('a gap'));

/** How much more often pairs of different groups disagree than pairs of one, pair by pair. */
function byPairs(
  choose: Choose,
  years: readonly number[],
  kept: (k: number, year: number) => boolean,
  half: boolean,
): number {
  const apart = (a: number, b: number): number => (half ? Math.abs(a - b) / 2 : a === b ? 0 : 1);
  const each: number[] = [];
  for (const year of years)
    for (let k = 0; k < perSession; k++) {
      if (!kept(k, year)) continue;
      const cast = (group: readonly number[]): number[] =>
        group.map((state) => choose(state, year, k)).filter((c) => c > 0);
      const [a, b] = [cast(invited), cast(others)];
      const mean = (x: readonly number[], y: readonly number[]): number =>
        x.flatMap((i) => y.map((j) => apart(i, j))).reduce((s, d) => s + d, 0) / (x.length * y.length);
      each.push(mean(a, b) - mean(a, a) / 2 - mean(b, b) / 2);
    }
  return (100 * each.reduce((s, g) => s + g, 0)) / each.length;
}

describe('a gap between two groups in votes', () => {
  const some: Choose = (state, year, text) =>
    (state + year + text) % 9 === 0 && state !== 1 ? 0 : mixed(state, year, text);

  it.each([
    ['as-a-side', {}, () => true],
    ['halfway', {}, () => true],
    ['as-a-side', { texts: 'adopted' }, (k: number) => k < 4],
    ['as-a-side', { 'middle-east': 'without' }, (k: number) => k > 0],
    ['halfway', { ukraine: 'without' }, (k: number, year: number) => !(k === 1 && year > 2006)],
  ] as const)('is what all pairs of states say: %s %o', (abstentions, more, kept) => {
    const p = asked({ abstentions, ...more });
    const half = abstentions === 'halfway';
    const expected =
      byPairs(some, [2007, 2008, 2009], kept, half) - byPairs(some, [2003, 2004, 2005], kept, half);
    expectClose(estimate(p, answersOf(some)).value, expected, 1e-10);
  });

  it('is 100 where all of one group say yes and all of the other no, 0 where both are made up alike', () => {
    const split: Choose = (state, year) => (year > 2006 && others.includes(state) ? 3 : 1);
    const e = estimate(asked(), answersOf(split));
    expect([e.value, e.diagnostics['one_before'], e.diagnostics['one_after']]).toEqual([100, 0, 100]);
    expect([e.n, e.of]).toEqual([11, 'states']);
    const halves: Choose = (state, year) => (year > 2006 && [1, 2, 7].includes(state) ? 3 : 1);
    const small = estimate(asked(), answersOf(halves)).value; // a third of one group, a fifth of the other
    expectClose(small, 100 * (1 / 3 - 1 / 5) ** 2, 1e-10);
  });

  it('does not mind which group is which, the numbers of states, or who is in neither', () => {
    const answers = answersOf(some);
    const turned = answers['groups']!.map((row) => ({
      ...row,
      value: row['value'] === null ? null : 1 - Number(row['value']),
    }));
    const e = estimate(asked(), answers);
    expectClose(estimate(asked(), { ...answers, groups: turned }).value, e.value, 1e-12);
    const without = { ...answers, choices: answers['choices']!.filter((row) => row['ccode'] !== 20) };
    expect(estimate(asked(), without)).toEqual(e);
  });

  it('holds the same states throughout: who missed a session is left out, and told; too few are no group', () => {
    const missing: Choose = (state, year, text) =>
      state === 3 && year === 2008 ? 0 : some(state, year, text);
    const answers = answersOf(missing);
    const e = estimate(asked(), answers);
    expect([e.n, e.lost]).toEqual([
      10,
      { 'states of the groups without a vote in each session compared': 1 },
    ]);
    const gone = answersOf(some);
    const less = gone['choices']!.filter((row) => row['ccode'] !== 3);
    expect(e.value).not.toBe(estimate(asked(), gone).value);
    expect(estimate(asked(), { ...gone, choices: less }).n).toBe(10);
    const few: Choose = (state, year, text) => (state > 8 && year === 2004 ? 0 : some(state, year, text));
    expect(() => estimate(asked(), answersOf(few))).toThrow(/2 of 5 states not invited took part/);
  });

  it('draws states within each group, sessions and texts; the widest interval stands', () => {
    const e = estimate(asked(), answersOf(some));
    expect(e.errors.map(({ method }) => method.replace(/,.*/, ''))).toEqual([
      'states drawn anew within each group',
      'sessions drawn anew in blocks',
      'texts drawn anew',
    ]);
    const widest = e.errors.reduce((a, b) => (b.high - b.low > a.high - a.low ? b : a));
    expect([e.low, e.high, widest.chosen]).toEqual([widest.low, widest.high, true]);
    expect(estimate(asked(), answersOf(some))).toEqual(e);
  });

  it('without a state is what it would be had it never been recorded', () => {
    const answers = answersOf(some);
    const left = Object.fromEntries(
      Object.entries(answers).map(([name, rows]) => [name, rowsWithout(rows, 2)]),
    );
    const never = Object.fromEntries(
      Object.entries(answers).map(([name, rows]) => [name, rows.filter((row) => row['ccode'] !== 2)]),
    );
    expect(comparison.point!(asked(), left, catalogue)).toBe(comparison.point!(asked(), never, catalogue));
  });
});

describe('a gap in ideal points', () => {
  const scores: Row[] = sessions.flatMap((year) =>
    everybody.map((ccode) => ({
      year,
      ccode,
      value: (invited.includes(ccode) ? -1 : 0.5) + 0.01 * ccode * (year - 2000),
      reason: null,
    })),
  );
  const manifest = { tables: [], variables: [] };
  const answers: Answers = { scores, groups: answersOf(mixed)['groups']! };
  const p = comparison.parameters.parse({
    of: { gap: 'ideal-points', between: 'invited', in: 2006, texts: 'all' },
    from: '2003-2005',
    to: '2007-2009',
  });

  it('is the distance of the means, whichever lies higher', () => {
    const seen = comparison.estimate(p, answers, { manifest, states: {} } as never, randomFrom('points'));
    // 1.5 + 0.01 · (9 − 3.5) · t: the others’ mean number is 9, the invited’s 3.5.
    expectClose(seen.value, 0.055 * 4, 1e-10);
    expectClose(Number(seen.diagnostics['one_before']), 1.5 + 0.055 * 4, 1e-10);
    expect(seen.errors.map(({ method }) => method.replace(/,.*/, ''))).toEqual([
      'states drawn anew within each group',
      'sessions drawn anew in blocks',
    ]);
  });

  it('takes no choice of votes that ideal points do not rest on', () => {
    const wrong = comparison.parameters.safeParse({
      of: { gap: 'ideal-points', between: 'invited', in: 2006, texts: 'all', ukraine: 'without' },
      from: '2003-2005',
      to: '2007-2009',
    });
    expect(JSON.stringify(wrong.error?.issues)).toContain('ukraine belongs to disagreement');
  });
});

describe('earlier dates in the place of the one between the spans', () => {
  const { placebos } = comparison;

  it('are those whose later sessions end before it, with the same test at each', () => {
    const p = asked({}, { from: '2006-2006', to: '2008-2009' });
    const answers = answersOf(mixed);
    expect(placebos!.cannot(p, catalogue)).toBeNull();
    expect(placebos!.says(p, catalogue)).toEqual({ who: 'each earlier date', inPlaceOf: '2007' });
    const found = placebos!.estimates(p, answers, catalogue);
    expect(found.map(({ name }) => name)).toEqual(['2004', '2003', '2002']);
    const moved = asked({}, { from: '2003-2003', to: '2005-2006' });
    expect(found[0]!.value).toBe(estimate(moved, answers).value);
  });

  it('count and other quantities have none', () => {
    const p = comparison.parameters.parse({
      of: { count: 'x', as: 'begun' },
      from: '2003-2005',
      to: '2007-2009',
    });
    expect(placebos!.cannot(p, catalogue)).toContain('names none');
  });
});

describe('texts on Ukraine', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(join(projectRoot(), 'world'));
  });
  afterAll(() => world.close());

  it('are these, of all recorded votes since 1992', async () => {
    const rows = await world.ask({
      sql: `SELECT resolution FROM assembly_votes WHERE session_year >= 1992 AND record IN (SELECT record FROM un_resolutions WHERE ${onUkraine}) ORDER BY date, resolution`,
      tables: ['assembly_votes', 'un_resolutions'],
    });
    expect(rows.map((row) => String(row['resolution']).replace('A/RES/', ''))).toEqual([
      ...[
        '68/262',
        '71/205',
        '72/190',
        '73/194',
        '73/263',
        '74/17',
        '74/168',
        '75/29',
        '75/192',
        '76/70',
        '76/179',
      ],
      ...[
        'ES-11/1',
        'ES-11/2',
        'ES-11/3',
        'ES-11/4',
        'ES-11/5',
        '77/229',
        'ES-11/6',
        '78/221',
        '78/316',
        '79/184',
      ],
      ...['ES-11/7', 'ES-11/8'],
    ]);
  });
});
