import type { BriefInput, ClaimBrief, DesignCard, IndexInput } from '../../src/brief/brief-input.js';
import type { Alternative, Argument, Claim, Expectation, Option, Part } from '../../src/claims/claim.js';
import type { Choices, Specification } from '../../src/claims/specification.js';
import type { Design } from '../../src/designs/design.js';
import type { Picture } from '../../src/designs/picture.js';
import { contentHash } from '../../src/kernel/canonical.js';
import type { Years } from '../../src/kernel/years.js';
import type { Outcome } from '../../src/runs/outcome.js';
import { judgeClaim, judgeReading } from '../../src/verdicts/judge.js';
import type { PartVerdict, ReadingVerdict } from '../../src/verdicts/verdict.js';

/** A number between −1 and 1 that a text always gives. */
const noise = (text: string): number => parseInt(contentHash(text).slice(0, 8), 16) / 0x7fffffff - 1;

const card = (
  name: string,
  effect: DesignCard['effect'],
  unit: string,
): DesignCard & Pick<Design, 'unit'> => ({
  name,
  title: name,
  says: `A synthetic ${name}.`,
  cites: [],
  effect,
  read:
    name === 'share'
      ? 'A ratio of one means that the group bore just the part that the yardstick gives it; two means twice as much.'
      : 'A slope is the change of the series over a decade; zero means that it neither rises nor falls.',
  unit: () => unit,
});

export const share = card('share', { name: 'ratio', none: 1, scale: 'log' }, 'times its part');
export const trend = card('trend', { name: 'slope', none: 0, scale: 'linear' }, 'points a decade');

export interface World {
  readonly design: DesignCard & Pick<Design, 'unit'>;
  readonly part: Part;
  readonly period?: Years;
  readonly observes?: Years;
  /** The effect on the scale of the verdict (ratios in logs) and half its interval, by choices. */
  truth(choices: Choices): { readonly value: number; readonly half: number };
  impossible?(choices: Choices): string | undefined;
  failed?(choices: Choices): string | undefined;
  matters?(choices: Choices): number;
}

export function combinations(
  alternatives: readonly Alternative[],
): readonly { choices: Choices; weight: number }[] {
  return alternatives.reduce<{ choices: Choices; weight: number }[]>(
    (rows, { name, slots }) =>
      rows.flatMap((row) =>
        slots.flatMap((slot) =>
          slot.map((option) => ({
            choices: { ...row.choices, [name]: option },
            weight: row.weight / slots.length / slot.length,
          })),
        ),
      ),
    [{ choices: {}, weight: 1 }],
  );
}

/** The verdict on a reading in a world whose truth is known. */
export function reading(name: string, fixed: Choices, world: World): ReadingVerdict {
  const { design, part, truth } = world;
  const log = design.effect.scale === 'log';
  const back = log ? Math.exp : (x: number): number => x;
  const from = (x: number): number => (log ? Math.log(x) : x);
  const outcomes = new Map<string, Outcome>();
  const specifications = combinations(part.alternatives).map(({ choices: other, weight }): Specification => {
    const choices = { ...fixed, ...other };
    const key = contentHash({ name, choices, part: part.name });
    const { value, half } = truth(choices);
    const shaken = value + half * 0.5 * noise(key);
    const reason = world.failed?.(choices);
    const [middle, low, high] = [shaken, shaken - half, shaken + half].map(back) as [number, number, number];
    outcomes.set(
      key,
      reason
        ? { error: { code: 'designs/too-few', message: reason } }
        : {
            estimate: {
              ...{ value: middle, low, high, n: 160 + Math.round(10 * noise(`n${key}`)), of: 'states' },
              lost: { 'not-coded': 9, 'not-in-system': 3 },
              errors: [
                { method: 'bootstrap over states', low, high, chosen: true },
                {
                  method: 'jackknife over states',
                  low: back(shaken - half * 0.9),
                  high: back(shaken + half * 0.9),
                  chosen: false,
                },
              ],
              diagnostics: { 'permutation p': Math.abs(noise(`p${key}`)) },
            },
          },
    );
    const m = part.expect.matters;
    const distance = typeof m === 'number' ? Math.abs(from(m) - from(part.expect.threshold)) : 0;
    return {
      ...{ claim: 'fixture', part: part.name, reading: name, choices, weight, design: design.name, key },
      parameters: {},
      matters: world.matters?.(choices) ?? distance,
      observes: world.observes ?? { from: 2005, to: 2020 },
      impossible: world.impossible?.(choices),
    };
  });
  return judgeReading(name, specifications, outcomes, part, design as unknown as Design, world.period);
}

const slots = (...options: Option[]): Option[][] => options.map((o) => [o]);

export const part = (over: Partial<Part> & { expect: Expectation }): Part => ({
  ...{
    name: '',
    design: 'share',
    test: {},
    readings: [],
    alternatives: [],
    since: undefined,
    cap: undefined,
  },
  ...over,
});

export const ratioAbove1: Expectation = {
  ...{ effect: 'ratio', rule: 'more', direction: 'above', threshold: 1, matters: 1.1 },
  because:
    'The press put the decline among allies at nearly twice the rate of other states (The New York Times, 16 November 2021); an excess under a tenth is a tenth of that.',
};

const backslidingPart = part({
  expect: ratioAbove1,
  readings: [{ name: 'yardstick', slots: slots('states', 'room-to-fall') }],
  alternatives: [
    { name: 'regime', slots: [['polyarchy_v15', 'libdem_v15'], ['polity2'], ['fh_score']] },
    { name: 'years', slots: slots('2010-2020', '2005-2020', '2010-2018', '2005-2018', '2012-2020') },
    { name: 'fall', slots: slots('endpoints', 'yearly', 'from-peak', 'largest-year', 'net') },
    { name: 'pact', slots: slots('defence', 'treaty-allies-2021') },
  ],
});

const effects: Readonly<Record<string, number>> = {
  ...{
    'room-to-fall': -0.42,
    yearly: -0.2,
    'from-peak': 0.06,
    polity2: 0.22,
    fh_score: -0.18,
    libdem_v15: 0.08,
  },
  ...{ 'treaty-allies-2021': -0.22, '2005-2020': -0.05, '2012-2020': 0.1, 'largest-year': -0.12 },
};

const backsliding: World = {
  design: share,
  part: backslidingPart,
  period: { from: 2010, to: 2021 },
  truth: (choices) => ({
    value: 0.32 + Object.values(choices).reduce<number>((sum, o) => sum + (effects[String(o)] ?? 0), 0),
    half: 0.15,
  }),
  impossible: (c) =>
    c['regime'] === 'polity2' && String(c['years']).endsWith('2020') ? 'Polity5 ends in 2018' : undefined,
  failed: (c) =>
    c['fall'] === 'net' && c['regime'] === 'fh_score' && c['years'] === '2005-2018'
      ? 'no state of the group lost anything: the ratio is not defined'
      : undefined,
};

const { period: _, ...timeless } = backsliding;
const afterwards: World = {
  ...timeless,
  observes: { from: 2021, to: 2024 },
  truth: (c) => ({ ...backsliding.truth(c), half: 0.5 }),
};

const allFor: World = {
  design: trend,
  part: part({
    design: 'trend',
    expect: {
      ...ratioAbove1,
      effect: 'slope',
      threshold: 0,
      matters: 0.5,
      because: 'Half a point a decade is less than a tenth of the distance between the poles.',
    },
    alternatives: [
      { name: 'issue', slots: slots('all', 'final-passage') },
      { name: 'years', slots: slots('1971-2021', '1991-2021', '2001-2021', '1981-2021', '1971-2011') },
      { name: 'abstentions', slots: slots('as-against', 'left-out') },
    ],
  }),
  period: { from: 1971, to: 2021 },
  observes: { from: 1971, to: 2021 },
  truth: () => ({ value: 2.1, half: 0.7 }),
};

const claim = (id: string, over: Partial<Claim>): Claim => ({
  ...{ argument: 'summit-for-democracy', id, says: id, by: 'Bradley Blankenship', period: undefined },
  ...{
    measured: 'What is measured.',
    countsAgainst: 'What counts against it.',
    notInRecord: [],
    labels: {},
    analyses: [],
  },
  ...{
    parts: [],
    awaits: [],
    untestable: undefined,
    file: `arguments/summit-for-democracy/${id}.yaml`,
    at: () => ({}),
  },
  ...over,
});

const fallen = ['Türkiye', 'Hungary', 'India', 'Poland', 'Brazil', 'Nicaragua', 'Serbia', 'Mali'];
export const bars: Picture = {
  title:
    '37 % of the fall in the polyarchy score fell on the United States and its allies, who are 33 % of the states',
  subtitle: 'The 8 largest of 61 states, 2010–2020, on a scale from 0 to 1',
  source: 'V-Dem 15',
  alt: '37 % of the fall in the polyarchy score fell on the United States and its allies. The largest: Türkiye 0.31.',
  x: { label: '', kind: 'category' },
  y: { label: 'fall, score from 0 to 1', zero: true },
  horizontal: true,
  marks: [
    {
      kind: 'bars',
      role: 'main',
      name: 'USA and allies',
      points: [0, 1, 3, 4].map((i) => ({ x: fallen[i]!, y: 0.31 - 0.03 * i })),
    },
    {
      kind: 'bars',
      role: 'context',
      name: 'others',
      points: [2, 5, 6, 7].map((i) => ({ x: fallen[i]!, y: 0.31 - 0.03 * i })),
    },
  ],
};

const years = Array.from({ length: 51 }, (_, i) => 1971 + i);
const series = (level: number, slope: number, wave: number) =>
  years.map((x) => ({ x, y: level + slope * (x - 1971) + wave * Math.sin(x / 3) }));
export const lines: Picture = {
  title: 'The share of votes with the United States nearly alone rose by 2.1 points a decade',
  subtitle: 'Part of all recorded votes in which under a tenth voted as the state did, per cent, 1971–2021',
  source: 'United Nations Digital Library',
  alt: 'The share of votes with the United States nearly alone rose from 12 % in 1971 to 24 % in 2021.',
  x: { label: 'Year', kind: 'year' },
  y: { label: 'per cent of recorded votes', zero: true },
  marks: [
    {
      kind: 'band',
      role: 'main',
      name: 'United States',
      points: series(12, 0.22, 3).map(({ x, y }) => ({ x, low: y - 2, high: y + 2 })),
    },
    { kind: 'line', role: 'main', name: 'United States', points: series(12, 0.22, 3) },
    { kind: 'line', role: 'comparison', name: 'Russia (USSR to 1991)', points: series(9, 0.05, 2) },
    { kind: 'line', role: 'comparison', name: 'China', points: series(6, 0.12, 1) },
    { kind: 'line', role: 'context', name: 'median member', points: series(4, 0.01, 0.4) },
    { kind: 'rule', axis: 'x', at: 1991, label: 'end of the Soviet Union' },
    { kind: 'rule', axis: 'y', at: 10, label: 'a tenth' },
  ],
};

const source = {
  source: {
    ...{
      name: 'vdem15',
      title: 'V-Dem',
      version: '15',
      terms: 'CC BY-SA 4.0' as const,
      files: ['regime/vdem-v15.csv'],
    },
    citation: 'Coppedge, M. et al. (2025). V-Dem Dataset v15. https://doi.org/10.23696/vdemds25.',
    defects: ['Palestine is two units.'],
    read: [{ file: 'regime/vdem-v15.csv', sha256: 'ab'.repeat(32), bytes: 12_345_678, rows: 27_913 }],
    lost: [{ reason: 'not a member of the state system', rows: 1204 }],
  },
  tables: [
    {
      ...{
        name: 'vdem15',
        file: 'vdem15.parquet',
        level: 'state-year' as const,
        key: ['ccode', 'year'],
        says: 'Scores of democracy.',
      },
      ...{
        source: 'vdem15',
        licence: 'CC BY-SA 4.0' as const,
        years: { from: 1789, to: 2024 },
        rows: 27_913,
      },
      ...{ columns: [], bytes: 812_345, sha256: 'cd'.repeat(32) },
    },
  ],
};

function tested(c: Claim, parts: readonly PartVerdict[], evidence: ClaimBrief['evidence']): ClaimBrief {
  const commands = [
    `npx entente check ${c.argument}/${c.id} --specifications`,
    `npx entente test ${c.argument}/${c.id}`,
  ];
  return { claim: c, verdict: judgeClaim(c, parts), evidence, sources: [source], commands };
}

/** The reading of the contested claim by one yardstick: 200 combinations, some impossible, some failing. */
export const byYardstick = (yardstick: string): ReadingVerdict =>
  reading(yardstick, { yardstick }, backsliding);

export const supportedReading = (): ReadingVerdict => reading('as stated', {}, allFor);

/** A reading with as many specifications as wanted: `steps` options for each of the last two choices. */
export const largeReading = (steps: number): ReadingVerdict =>
  reading(
    'states',
    { yardstick: 'states' },
    {
      ...backsliding,
      part: part({
        expect: ratioAbove1,
        alternatives: [
          ...backslidingPart.alternatives.slice(0, 3),
          { name: 'draw', slots: slots(...Array.from({ length: steps }, (_, i) => `draw-${i + 1}`)) },
        ],
      }),
      impossible: () => undefined,
    },
  );

export function argument(): Argument {
  const claims = [contestedClaim(), supportedClaim(), awaitingClaim()];
  return {
    id: 'summit-for-democracy',
    title: 'Against the Summit for Democracy',
    author: 'Global Times',
    outlet: 'Global Times',
    published: '2021-11-27',
    summary:
      'Two ambassadors reject a summit of democracies as a product of Cold War thinking: it would draw new lines between states, while the countries that convene it are themselves where democracy falls. The world, they say, is turning polycentric and needs no club to grade it.',
    claims,
    file: 'arguments/summit-for-democracy/argument.yaml',
  };
}

export const contestedClaim = (): Claim =>
  claim('allies-drive-backsliding', {
    says: 'The United States and its allies account for an outsize share of the world’s democratic erosion.',
    period: { from: 2010, to: 2021 },
    measured:
      'The part of all decline in a democracy score that fell on the United States and its allies, divided by the part they would bear by a yardstick.',
    countsAgainst: 'A share of the decline at or below the share that the yardstick gives them.',
    notInRecord: [
      'Why democracy fell.',
      'The list of 41 allies that the press used; its rule was not printed.',
    ],
    analyses: [
      {
        cite: 'The New York Times, 16 November 2021, https://www.nytimes.com/2021/11/16/world.html',
        says: 'Allies fell at nearly twice the rate of others.',
      },
    ],
    parts: [backslidingPart],
  });

export const supportedClaim = (): Claim =>
  claim('us-nearly-alone', {
    says: 'The United States increasingly stands alone in the General Assembly.',
    by: '',
    period: { from: 1971, to: 2021 },
    parts: [allFor.part],
  });

export const awaitingClaim = (): Claim =>
  claim('summit-divides', {
    says: 'Such a summit draws new dividing lines.',
    measured: 'The distance between invited and uninvited states in UN votes before and after December 2021.',
    countsAgainst: 'No widening.',
    awaits: ['event-study'],
  });

/** An argument with a contested, a supported and a waiting claim. */
export function briefInput(): BriefInput {
  const contested = contestedClaim();
  const readings = [byYardstick('states'), byYardstick('room-to-fall')];
  const since = [reading('states', { yardstick: 'states' }, afterwards)];
  const nothing = { part: '', since: [] };
  return {
    argument: argument(),
    claims: [
      tested(
        contested,
        [{ part: '', readings, since }],
        readings.map((r) => ({ part: '', reading: r.reading, picture: bars })),
      ),
      tested(
        supportedClaim(),
        [{ ...nothing, readings: [supportedReading()] }],
        [{ part: '', reading: 'as stated', picture: lines }],
      ),
      { ...tested(awaitingClaim(), [], []), sources: [], commands: [] },
    ],
    designs: { share, trend },
    world: 'ef'.repeat(32),
    code: '0.1.0',
    labels: { pact: 'which states count as allies', 'treaty-allies-2021': 'treaty allies of 2021' },
    index: 'index.html',
  };
}

export function indexInput(): IndexInput {
  const { argument: a, claims, world, code } = briefInput();
  return { arguments: [{ argument: a, file: `${a.id}.html`, claims }], world, code };
}
