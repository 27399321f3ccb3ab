import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Option } from '../../src/claims/claim.js';
import { filledIn } from '../../src/claims/filled-in.js';
import { loadClaim } from '../../src/claims/load.js';
import { type Multiverse, multiverse, sinceThen } from '../../src/claims/multiverse.js';
import type { Specification } from '../../src/claims/specification.js';
import type { Design } from '../../src/designs/design.js';
import { designs } from '../../src/designs/index.js';
import { canonical } from '../../src/kernel/canonical.js';
import { projectRoot } from '../../src/kernel/root.js';
import { openWorld, type World } from '../../src/world/open.js';
import { changed, sound } from './told.js';

/** A design that takes whatever it is given: what the table makes of choices does not depend on it. */
const anything: Design = {
  ...designs['trend']!,
  name: 'anything',
  parameters: z.looseObject({}),
  observes: () => ({ from: 2000, to: 2001 }),
  cannot: () => null,
};

const folder = mkdtempSync(join(tmpdir(), 'entente-claim-'));
afterAll(() => rmSync(folder, { recursive: true }));

let world: World;
beforeAll(async () => {
  world = await openWorld(join(projectRoot(), 'world'));
});
afterAll(() => world.close());

type Slots = Option[][];
type Choices = [string, Slots][];

function tableOf(text: string, since = false): Multiverse {
  const file = join(folder, 'claim.yaml');
  writeFileSync(file, text);
  const known = { ...designs, anything };
  const claim = loadClaim(file, known);
  return (since ? sinceThen : multiverse)(claim, claim.parts[0]!, known, world)!;
}

/** A claim that asks for anything, as its author would write it; a slot of one option stands without brackets. */
function written(readings: Choices, alternatives: Choices): string {
  const list = (choices: Choices): string =>
    choices
      .map(([name, slots]) => `  ${name}: ${JSON.stringify(slots.map((s) => (s.length === 1 ? s[0] : s)))}\n`)
      .join('');
  const uses = [...readings, ...alternatives].map(([name]) => `  ${name}: $${name}\n`).join('');
  return `claim: a\nmeasured: b\ncounts-against: c\ntest:\n  design: anything\n${uses}expect: { slope: above 0, matters-from: 1, because: d }\n${
    readings.length > 0 ? `readings:\n${list(readings)}` : ''
  }${alternatives.length > 0 ? `alternatives:\n${list(alternatives)}` : ''}`;
}

const slots: fc.Arbitrary<Slots> = fc
  .uniqueArray(
    fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constantFrom('a', 'b', 'c', '1990-2020'), fc.boolean()),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .chain((options) =>
    fc.array(fc.boolean(), { minLength: options.length, maxLength: options.length }).map((joins) =>
      options.reduce<Slots>((all, option, i) => {
        if (i > 0 && joins[i]) all[all.length - 1]!.push(option);
        else all.push([option]);
        return all;
      }, []),
    ),
  );

const named = (prefix: string, most: number): fc.Arbitrary<Choices> =>
  fc.array(slots, { maxLength: most }).map((all) => all.map((s, i) => [`${prefix}${i}`, s]));

const universe = fc.record({ readings: named('r', 2), alternatives: named('a', 3) });

const count = (choices: Choices): number => choices.reduce((n, [, s]) => n * s.flat().length, 1);
const inReading = (m: Multiverse, reading: string): Specification[] =>
  m.specifications.filter((s) => s.reading === reading);
const sum = (specifications: readonly Specification[]): number =>
  specifications.reduce((total, s) => total + s.weight, 0);
const runs = { numRuns: 60 };

describe('the table of a claim', () => {
  it('gives each reading its own options of an alternative that goes by it, and weighs them within it', () => {
    const text = written(
      [['r', [['one'], ['two']]]],
      [
        ['a', [['x']]],
        ['b', [['k'], ['l']]],
      ],
    ).replace('a: ["x"]', 'a: { by: r, one: [x, [y, z]], two: [w] }');
    const m = tableOf(text);
    const of = (reading: string): [string, number][] =>
      inReading(m, reading).map((s) => [`${s.choices['a']}${s.choices['b']}`, s.weight]);
    expect(of('one')).toEqual([
      ['xk', 1 / 4],
      ['xl', 1 / 4],
      ['yk', 1 / 8],
      ['yl', 1 / 8],
      ['zk', 1 / 8],
      ['zl', 1 / 8],
    ]);
    expect(of('two')).toEqual([
      ['wk', 1 / 2],
      ['wl', 1 / 2],
    ]);
  });

  it('holds every combination of options once', () =>
    fc.assert(
      fc.property(universe, ({ readings, alternatives }) => {
        const m = tableOf(written(readings, alternatives));
        expect(m.readings).toHaveLength(count(readings));
        expect(m.specifications).toHaveLength(count(readings) * count(alternatives));
        expect(new Set(m.specifications.map((s) => canonical(s.choices))).size).toBe(m.specifications.length);
      }),
      runs,
    ));

  it('gives each reading a weight of one', () =>
    fc.assert(
      fc.property(universe, ({ readings, alternatives }) => {
        const m = tableOf(written(readings, alternatives));
        for (const reading of new Set(m.readings)) {
          const times = m.readings.filter((r) => r === reading).length;
          expect(sum(inReading(m, reading))).toBeCloseTo(times, 12);
        }
      }),
      runs,
    ));

  it('gives each slot of an alternative the same weight, shared equally by the options in it', () =>
    fc.assert(
      fc.property(universe, ({ readings, alternatives }) => {
        const m = tableOf(written(readings, alternatives));
        for (const [name, all] of alternatives) {
          for (const slot of all) {
            for (const option of slot) {
              const with_ = m.specifications.filter((s) => s.choices[name] === option);
              expect(sum(with_) / m.readings.length).toBeCloseTo(1 / all.length / slot.length, 12);
            }
          }
        }
      }),
      runs,
    ));

  it('gives two specifications the same key if and only if they ask the same', () =>
    fc.assert(
      fc.property(universe, ({ readings, alternatives }) => {
        const { specifications } = tableOf(written(readings, alternatives));
        const asked = new Map<string, string>();
        for (const s of specifications) {
          const parameters = canonical(s.parameters);
          expect(asked.get(s.key) ?? parameters).toBe(parameters);
          asked.set(s.key, parameters);
        }
        expect(asked.size).toBe(new Set(asked.values()).size);
      }),
      runs,
    ));

  it('does not depend on the order in which alternatives, slots and options were written', () =>
    fc.assert(
      fc.property(universe, ({ readings, alternatives }) => {
        const turned = alternatives.map(([name, s]): Choices[number] => [
          name,
          s.map((slot) => [...slot].reverse()).reverse(),
        ]);
        const byKey = (m: Multiverse): [string, number][] =>
          m.specifications
            .map((s): [string, number] => [`${s.reading} ${s.key}`, Number(s.weight.toPrecision(12))])
            .sort(([a], [b]) => (a < b ? -1 : 1));
        expect(byKey(tableOf(written(readings, turned.reverse())))).toEqual(
          byKey(tableOf(written(readings, alternatives))),
        );
      }),
      runs,
    ));

  it('is the same every time', () =>
    expect(tableOf(sound)).toEqual({ ...tableOf(sound), claim: expect.anything() }));
});

describe('a reading', () => {
  it('is called after its option, after all of them where there are several, or “as stated”', () => {
    expect(tableOf(sound).readings).toEqual(['states', 'population']);
    expect(tableOf(written([], [['a', [['x']]]])).readings).toEqual(['as stated']);
    expect(
      tableOf(
        written(
          [
            ['r', [['x'], [true]]],
            ['s', [[1]]],
          ],
          [],
        ),
      ).readings,
    ).toEqual(['r=x, s=1', 'r=true, s=1']);
  });
});

describe('a choice', () => {
  it('fills in every place where it stands, as what it is', () =>
    expect(filledIn({ of: ['$a', { b: '$a', c: 'a$a' }, '$n', 3], d: null }, { a: 'x', n: 7 })).toEqual({
      of: ['x', { b: 'x', c: 'a$a' }, 7, 3],
      d: null,
    }));
});

describe('the smallest effect that matters', () => {
  it('is a distance from the threshold, in logs for ratios', () => {
    for (const s of tableOf(sound).specifications) expect(s.matters).toBeCloseTo(Math.log(1.1), 12);
    const below = changed(changed(sound, 'above 1', 'below 0.8'), '1.1', '0.5');
    for (const s of tableOf(below).specifications) expect(s.matters).toBeCloseTo(Math.log(0.8 / 0.5), 12);
  });
  it('goes with the option of its choice', () => {
    const by = changed(sound, '1.1', '{ by: yardstick, states: 1.2, population: 1.5 }');
    const m = tableOf(by);
    for (const s of inReading(m, 'states')) expect(s.matters).toBeCloseTo(Math.log(1.2), 12);
    for (const s of inReading(m, 'population')) expect(s.matters).toBeCloseTo(Math.log(1.5), 12);
  });
});

describe('what the record cannot serve', () => {
  const impossible = (text: string): string[] => [
    ...new Set(tableOf(text).specifications.map((s) => s.impossible ?? 'possible')),
  ];

  it('is named, and the rest stays', () =>
    expect(impossible(changed(sound, '2010-2018, 2005-2018', '2005-2018, 2010-2021'))).toEqual([
      'possible',
      'polity2 ends in 2018',
    ]));
  it('may be all of it', () =>
    expect(impossible(changed(sound, '2010-2018, 2005-2018', '2010-2040, 2005-2035'))).toEqual([
      'polity2 ends in 2018',
      'fh_score ends in 2024',
    ]));
  it('is a group with a state that was not there then', () =>
    expect(
      impossible(
        changed(
          changed(sound, '{ allies-of: USA, by: defence, and: [USA] }', '{ states: [USSR, Poland] }'),
          '2010-2018, 2005-2018',
          '1980-1991, 1995-2018',
        ),
      ),
    ).toEqual(['possible', 'no state was called USSR in 1995']));
});

describe('since then', () => {
  it('only the choices that it names are others', () => {
    const text = `${sound}since-then: { years: [2012-2016, 2014-2018] }\n`;
    const [then, now] = [tableOf(text), tableOf(text, true)];
    expect(now.readings).toEqual(then.readings);
    expect(new Set(now.specifications.map((s) => s.choices['years']))).toEqual(
      new Set(['2012-2016', '2014-2018']),
    );
    expect(new Set(now.specifications.map((s) => s.choices['regime']))).toEqual(
      new Set(['polity2', 'fh_score']),
    );
    expect(sum(inReading(now, 'states'))).toBeCloseTo(1, 12);
  });
  it('is nothing where the claim says nothing of it', () => expect(tableOf(sound, true)).toBeUndefined());
});
