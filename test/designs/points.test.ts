import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findClaims } from '../../src/claims/find.js';
import type { Specification } from '../../src/claims/specification.js';
import type { Design, Placed } from '../../src/designs/design.js';
import { designs } from '../../src/designs/index.js';
import { EntenteError } from '../../src/kernel/errors.js';
import { randomFrom } from '../../src/kernel/random.js';
import { projectRoot } from '../../src/kernel/root.js';
import { tablesOf } from '../../src/verdicts/test-claims.js';
import { type Answers, openWorld, type World } from '../../src/world/open.js';

let world: World;
beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
});
afterAll(() => world.close());

const outcome = (work: () => number): number | string => {
  try {
    return work();
  } catch (error) {
    if (error instanceof EntenteError) return error.code;
    throw error;
  }
};

/** Every specification of the library that can run, since-then too, with its design. */
function everySpecification(): { specification: Specification; design: Design; id: string }[] {
  const claims = findClaims([], join(projectRoot(), 'arguments'), designs).flatMap((f) => f.claims);
  return tablesOf(claims, designs, world).flatMap(({ claim, parts }) =>
    parts
      .flatMap(({ table, since }) => [table, ...(since ? [since] : [])])
      .flatMap(({ part, specifications }) =>
        specifications
          .filter((s) => s.impossible === undefined)
          .map((specification) => ({
            specification,
            design: designs[part.design]!,
            id: `${claim.id} ${part.name}`,
          })),
      ),
  );
}

describe('a point', () => {
  it('is the value of the estimate to the last digit, in every specification of the library', async () => {
    const all = everySpecification();
    expect(all.length).toBeGreaterThan(1000);
    const seen = new Set<string>();
    for (const { specification, design, id } of all) {
      if (seen.has(specification.key)) continue;
      seen.add(specification.key);
      const answers = await world.answer(design.needs(specification.parameters, world));
      const point = outcome(() => design.point!(specification.parameters, { ...answers }, world));
      const estimate = outcome(
        () =>
          design.estimate(specification.parameters, { ...answers }, world, randomFrom(specification.key))
            .value,
      );
      expect(point, `${id} ${JSON.stringify(specification.choices)}`).toBe(estimate);
    }
  }, 240_000);
});

interface Place {
  readonly placed: readonly Placed[];
  readonly own: number;
  /** The estimate of the same test with other names. */
  asked(parameters: unknown): Promise<number>;
  valueOf(name: string): number;
}

async function placesIn(design: Design, written: unknown): Promise<Place> {
  const parameters = design.parameters.parse(written);
  expect(design.placebos!.cannot(parameters, world)).toBeNull();
  const needs = { ...design.needs(parameters, world), ...design.placebos!.needs(parameters, world) };
  const answers: Answers = await world.answer(needs);
  const placed = design.placebos!.estimates(parameters, answers, world);
  return {
    placed,
    own: design.point!(parameters, answers, world),
    async asked(other) {
      const q = design.parameters.parse(other);
      return design.point!(q, await world.answer(design.needs(q, world)), world);
    },
    valueOf: (name) => placed.find((p) => p.name === name)!.value,
  };
}

describe('a placebo is the same test with another state in the place of the one', () => {
  const { comparison, share, trend } = designs as Record<string, Design>;

  it('a figure of one state', async () => {
    const test = (state: string) => ({
      series: { measure: 'state-value', of: 'un_assessment', state },
      years: '1991-2021',
    });
    const { placed, valueOf: value, asked } = await placesIn(trend!, test('CHN'));
    expect(placed.map((p) => p.name)).not.toContain('China');
    for (const [code, name] of [
      ['USA', 'United States'],
      ['DEU', 'Germany'],
      ['BRA', 'Brazil'],
    ] as const)
      expect(value(name)).toBeCloseTo(await asked(test(code)), 10);
  });

  it('the share of a resource', async () => {
    const test = (state: string) => ({
      series: { measure: 'concentration', of: 'milex', as: 'share-of', state },
      years: '2000-2020',
    });
    const { valueOf: value, asked } = await placesIn(trend!, test('CHN'));
    for (const [code, name] of [
      ['USA', 'United States'],
      ['IND', 'India'],
    ] as const)
      expect(value(name)).toBeCloseTo(await asked(test(code)), 10);
  });

  it('standing alone in the Assembly', async () => {
    const test = (state: string) => ({
      series: { measure: 'minority-share', state, votes: 'library', abstentions: 'as-a-side' },
      years: '1991-2020',
    });
    const { valueOf: value, asked } = await placesIn(trend!, test('USA'));
    for (const [code, name] of [
      ['ISR', 'Israel'],
      ['RUS', 'Russia'],
      ['DEU', 'Germany'],
    ] as const)
      expect(value(name)).toBeCloseTo(await asked(test(code)), 10);
  });

  it('allies', async () => {
    const test = (state: string) => ({
      of: { 'fall-in': 'polyarchy_v15', over: '2010-2020', as: 'from-peak' },
      group: { 'allies-of': state, by: 'defence', and: [state] },
      against: 'states',
    });
    const { placed, valueOf: value, asked } = await placesIn(share!, test('USA'));
    expect(value('France')).toBe(await asked(test('FRA')));
    expect(value('Russia')).toBe(await asked(test('RUS')));
    expect(placed.map((p) => p.name)).not.toContain('China'); // one ally
  });

  it('groups of as many states, where the group is a list', async () => {
    const states = ['USA', 'CAN', 'MEX', 'BRA', 'ARG', 'CHL', 'PER', 'COL'];
    const { placed } = await placesIn(share!, {
      of: { 'fall-in': 'polity2', over: '2000-2015', as: 'endpoints' },
      group: { states },
      against: 'states',
    });
    expect(placed).toHaveLength(199);
    const mean = placed.reduce((sum, p) => sum + p.value, 0) / placed.length;
    expect(mean).toBeGreaterThan(0.7); // a group drawn at random has its share
    expect(mean).toBeLessThan(1.3);
  });

  it('a state against its own past', async () => {
    const test = (one: string) => ({
      of: { variable: 'libdem_v15' },
      one,
      from: '2005-2009',
      to: '2016-2020',
    });
    const { valueOf: value, asked } = await placesIn(comparison!, test('USA'));
    for (const [code, name] of [
      ['HUN', 'Hungary'],
      ['CHN', 'China'],
      ['DEU', 'Germany'],
    ] as const)
      expect(value(name)).toBe(await asked(test(code)));
  });

  it('a state against a group of which it is one', async () => {
    const test = (one: string) => ({
      of: { variable: 'polyarchy_v15' },
      one,
      other: { where: 'oecd_member' },
      from: '2005-2009',
      to: '2016-2020',
    });
    const { placed, valueOf: value, asked } = await placesIn(comparison!, test('USA'));
    expect(placed).toHaveLength(29);
    expect(value('Hungary')).toBeCloseTo(await asked(test('HUN')), 10);
  });

  it('a share in the trade of a region against one in its military spending', async () => {
    const test = (one: string) => ({
      of: { 'trade-share': 'imports', of: 'Japan+South Korea' },
      against: { share: 'milex', among: ['USA', 'Japan+South Korea'] },
      one,
      from: '2000-2004',
      to: '2010-2014',
      as: 'movement',
    });
    const { valueOf: value, asked } = await placesIn(comparison!, test('USA'));
    expect(value('China')).toBeCloseTo(await asked(test('CHN')), 10);
    expect(value('Germany')).toBeCloseTo(await asked(test('DEU')), 10);
  });

  it.each(['halfway', 'as-a-side', 'left-out'])(
    'the agreement of a pair, abstentions %s',
    async (abstentions) => {
      const test = (second: string) => ({
        of: { votes: 'roll-calls', issue: 'hr', abstentions },
        one: ['CHN', second],
        other: [second, 'USA'],
        years: '2002-2020',
      });
      const { placed, valueOf: value, asked } = await placesIn(comparison!, test('RUS'));
      expect(placed.map((p) => p.name)).not.toContain('United States');
      for (const [code, name] of [
        ['IND', 'India'],
        ['GBR', 'United Kingdom'],
        ['DEU', 'Germany'],
      ] as const)
        expect(value(name)).toBeCloseTo(await asked(test(code)), 10);
    },
  );

  it('is not had where nobody is named, and says so', () => {
    const cannot = (design: Design, written: unknown): string | null =>
      design.placebos!.cannot(design.parameters.parse(written), world);
    expect(
      cannot(trend!, {
        series: { measure: 'dispersion', of: 'polity2', as: 'sd', set: 'all' },
        years: '1990-2015',
      }),
    ).toMatch(/names no state/);
    expect(
      cannot(trend!, {
        series: { measure: 'concentration', of: 'milex', as: 'first', state: 'USA' },
        years: '1990-2015',
      }),
    ).toMatch(/names none/);
    expect(
      cannot(comparison!, {
        of: { count: 'sanctioned_by_us', as: 'begun' },
        against: { count: 'sanctioned_by_eu', as: 'begun' },
        years: '2000-2015',
      }),
    ).toMatch(/names none/);
    expect(
      cannot(share!, {
        of: { 'fall-in': 'polity2', over: '2000-2015', as: 'endpoints' },
        group: { 'allies-of': 'USA', by: 'treaty-allies-2021' },
        against: 'states',
      }),
    ).toMatch(/list of the allies of the United States/);
  });
});
