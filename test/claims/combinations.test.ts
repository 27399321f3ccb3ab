import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alternative, Option, Slots } from '../../src/claims/claim.js';
import { eachCombination, hangsOn, inOrder } from '../../src/claims/combinations.js';
import type { Choices } from '../../src/claims/specification.js';
import { canonical } from '../../src/kernel/canonical.js';

interface Combination {
  readonly choices: Choices;
  readonly weight: number;
}

function all(alternatives: readonly Alternative[], given: Choices = {}): Combination[] {
  const found: Combination[] = [];
  eachCombination(alternatives, given, (choices, weight) => found.push({ choices, weight }));
  return found;
}

const sum = (combinations: readonly Combination[]): number =>
  combinations.reduce((total, { weight }) => total + weight, 0);
const having = (combinations: readonly Combination[], name: string, option?: Option): Combination[] =>
  combinations.filter(({ choices }) =>
    option === undefined ? Object.hasOwn(choices, name) : choices[name] === option,
  );

const slots: fc.Arbitrary<Slots> = fc
  .array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 })
  .map((sizes) => {
    let next = 0;
    return sizes.map((size) => Array.from({ length: size }, () => `o${next++}`));
  });

const optionsOf = ({ slots }: Alternative): readonly Option[] => slots.flat();

/** One more alternative, which is always there, or hangs on earlier ones: by a condition, by lists, or by both. */
function oneMore(before: readonly Alternative[]): fc.Arbitrary<Alternative> {
  const name = `a${before.length}`;
  const plain = slots.map((s): Alternative => ({ name, slots: s }));
  if (before.length === 0) return plain;
  const parent = fc.constantFrom(...before);
  const where = fc
    .uniqueArray(parent, { minLength: 1, maxLength: 2 })
    .chain((parents) =>
      fc
        .tuple(...parents.map((p) => fc.subarray([...optionsOf(p)], { minLength: 1 })))
        .map((some) => Object.fromEntries(parents.map((p, i) => [p.name, some[i]!]))),
    );
  const by = parent.chain((p) =>
    fc.array(slots, { minLength: optionsOf(p).length, maxLength: optionsOf(p).length }).map((lists) => ({
      choice: p.name,
      slots: Object.fromEntries(optionsOf(p).map((o, i) => [String(o), lists[i]!])),
    })),
  );
  const bySlots = (b: NonNullable<Alternative['by']>): Slots =>
    [...new Set(Object.values(b.slots).flat(2))].map((o) => [o]);
  return fc.oneof(
    plain,
    fc.tuple(slots, where).map(([s, w]) => ({ name, slots: s, where: w })),
    by.map((b) => ({ name, slots: bySlots(b), by: b })),
    fc.tuple(by, where).map(([b, w]) => ({ name, slots: bySlots(b), by: b, where: w })),
  );
}

const more = (before: readonly Alternative[], n: number): fc.Arbitrary<readonly Alternative[]> =>
  n === 0 ? fc.constant(before) : oneMore(before).chain((a) => more([...before, a], n - 1));
const universe = fc.integer({ min: 1, max: 5 }).chain((n) => more([], n));
const runs = { numRuns: 300 };

describe('the combinations of choices that hang on each other', () => {
  const text = (combinations: readonly Combination[]): [string, number][] =>
    combinations.map(({ choices, weight }) => [Object.values(choices).join(' '), weight]);

  it('split the weight of the option that a choice hangs on', () =>
    expect(
      text(
        all([
          { name: 'as', slots: [['hhi'], ['polarisation']] },
          { name: 'classes', slots: [[3], [5], [7, 9]], where: { as: ['polarisation'] } },
        ]),
      ),
    ).toEqual([
      ['hhi', 1 / 2],
      ['polarisation 3', 1 / 6],
      ['polarisation 5', 1 / 6],
      ['polarisation 7', 1 / 12],
      ['polarisation 9', 1 / 12],
    ]));

  it('have a choice that hangs on a choice that is not there nowhere', () =>
    expect(
      text(
        all([
          { name: 'a', slots: [['x'], ['y']] },
          { name: 'b', slots: [['k'], ['l']], where: { a: ['x'] } },
          { name: 'c', slots: [[1], [2]], by: { choice: 'b', slots: { k: [[1], [2]], l: [[2]] } } },
        ]),
      ),
    ).toEqual([
      ['x k 1', 1 / 8],
      ['x k 2', 1 / 8],
      ['x l 2', 1 / 4],
      ['y', 1 / 2],
    ]));

  it('weigh one together, whatever hangs on what', () =>
    fc.assert(
      fc.property(universe, (alternatives) => {
        expect(sum(all(alternatives))).toBeCloseTo(1, 12);
      }),
      runs,
    ));

  it('give each option the part of its slot in the weight of where its choice is there', () =>
    fc.assert(
      fc.property(universe, (alternatives) => {
        const found = all(alternatives);
        for (const { name, slots: own, by } of alternatives) {
          const there = having(found, name);
          for (const parent of by ? Object.keys(by.slots) : [undefined]) {
            const under =
              parent === undefined
                ? there
                : there.filter(({ choices }) => String(choices[by!.choice]) === parent);
            const list = parent === undefined ? own : by!.slots[parent]!;
            for (const slot of list)
              for (const option of slot)
                expect(sum(having(under, name, option))).toBeCloseTo(
                  sum(under) / list.length / slot.length,
                  12,
                );
          }
        }
      }),
      runs,
    ));

  it('keep the weight of all other choices when one more is asked for on which none hangs', () =>
    fc.assert(
      fc.property(universe, (alternatives) => {
        const last = alternatives.at(-1)!;
        const merged = new Map<string, number>();
        for (const { choices, weight } of all(alternatives)) {
          const { [last.name]: _, ...others } = choices;
          merged.set(canonical(others), (merged.get(canonical(others)) ?? 0) + weight);
        }
        const before = all(alternatives.slice(0, -1));
        expect(merged.size).toBe(before.length);
        for (const { choices, weight } of before)
          expect(merged.get(canonical(choices))).toBeCloseTo(weight, 12);
      }),
      runs,
    ));

  it('are each there once, with a choice where what it asks for holds and nowhere else', () =>
    fc.assert(
      fc.property(universe, (alternatives) => {
        const found = all(alternatives);
        expect(new Set(found.map(({ choices }) => canonical(choices))).size).toBe(found.length);
        for (const { choices } of found)
          for (const { name, where, by } of alternatives) {
            const holds =
              Object.entries(where ?? {}).every(([n, options]) => options.includes(choices[n]!)) &&
              (!by || Object.hasOwn(choices, by.choice));
            expect(Object.hasOwn(choices, name)).toBe(holds);
          }
      }),
      runs,
    ));

  it('do not depend on the order in which they were written, parents before children', () =>
    fc.assert(
      fc.property(
        universe.chain((u) => fc.tuple(fc.constant(u), fc.shuffledSubarray([...u], { minLength: u.length }))),
        ([alternatives, shuffled]) => {
          const { ordered, circle } = inOrder(shuffled);
          expect(circle).toEqual([]);
          for (const [i, a] of ordered.entries())
            expect(ordered.slice(0, i).map((x) => x.name)).toEqual(expect.arrayContaining([...hangsOn(a)]));
          const byChoices = (c: readonly Combination[]): [string, number][] =>
            c
              .map(({ choices, weight }): [string, number] => [
                canonical(choices),
                Number(weight.toPrecision(12)),
              ])
              .sort(([x], [y]) => (x < y ? -1 : 1));
          expect(byChoices(all(ordered))).toEqual(byChoices(all(alternatives)));
        },
      ),
      runs,
    ));
});

describe('choices in order', () => {
  const named = (name: string, ...on: string[]): Alternative => ({
    name,
    slots: [['x']],
    ...(on.length > 0 && { where: Object.fromEntries(on.map((n) => [n, ['x']])) }),
  });

  it('stay as they were written where none hangs on a later one', () =>
    expect(inOrder([named('c'), named('a', 'c'), named('b')]).ordered.map((a) => a.name)).toEqual([
      'c',
      'a',
      'b',
    ]));
  it('stand behind what they hang on, on readings too, which are not among them', () =>
    expect(inOrder([named('c', 'a', 'reading'), named('b'), named('a')]).ordered.map((a) => a.name)).toEqual([
      'a',
      'c',
      'b',
    ]));
  it('name the circle in which they hang', () =>
    expect(inOrder([named('d', 'c'), named('c', 'b'), named('b', 'a'), named('a', 'c')]).circle).toEqual([
      'c',
      'b',
      'a',
      'c',
    ]));
});
