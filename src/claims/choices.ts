import { fail, type Place } from '../kernel/errors.js';
import { type At, alternatives, unknownChoice } from './alternatives.js';
import type { Alternative, Listed, Part } from './claim.js';
import { referenceIn } from './filled-in.js';
import { alternativesOf, checkedList, listedRows } from './listed.js';
import type { TestFile } from './schema.js';
import type { Path } from './yaml-file.js';

/** What a test says of its choices. */
type Written = {
  readonly [K in 'readings' | 'alternatives' | 'specifications' | 'since-then']?: TestFile[K] | undefined;
};

/**
 * The choices of a test: each used in it or one on which others hang, each `$name` one of them. `at` tells where a path stands, `folder` where files
 * beside the claim are. Throws `claims/…` with the place of the mistake.
 */
export function choicesOf(
  test: unknown,
  written: Written,
  at: At,
  folder: string,
): Pick<Part, 'readings' | 'alternatives' | 'listed' | 'since'> {
  const readings = alternatives(written.readings, ['readings'], at);
  const list =
    written.specifications === undefined ? undefined : listedRows(written.specifications, at, folder);
  const own = alternatives(written.alternatives, ['alternatives'], at, readings);
  const others = list && !written.alternatives ? alternativesOf(list, readings) : own;
  const choices = [...readings, ...others];
  const both = others.find((a) => readings.some((r) => r.name === a.name));
  if (both) {
    fail('claims/doubled-choice', `${both.name} is a reading and an alternative`, {
      at: at(['alternatives', both.name]),
      hint: 'a reading changes the question, an alternative does not: it can be one of them only',
    });
  }
  checkReferences(test, choices, at);
  checkUse(test, choices, ({ name }) => {
    if (readings.some((r) => r.name === name)) return at(['readings', name]);
    return list && !written.alternatives ? firstIn(list, name) : at(['alternatives', name]);
  });
  checkSince(written['since-then'], choices, at);
  const listed = list && checkedList(list, readings, others, at);
  return { readings, alternatives: others, listed, since: written['since-then'] };
}

/** Where a list first names a choice. */
const firstIn = ({ rows, at }: Listed, name: string): Place =>
  at(
    rows.findIndex((row) => Object.hasOwn(row, name)),
    name,
  );

/** Every `$name` of a test, with where it stands. */
function references(test: unknown, path: Path = []): { readonly to: string; readonly path: Path }[] {
  const name = referenceIn(test);
  if (name !== undefined) return [{ to: name, path }];
  if (Array.isArray(test)) return test.flatMap((inner, i) => references(inner, [...path, i]));
  if (test === null || typeof test !== 'object') return [];
  return Object.entries(test).flatMap(([key, inner]) => references(inner, [...path, key]));
}

function checkReferences(test: unknown, choices: readonly Alternative[], at: At): void {
  for (const { to, path } of references(test)) {
    if (!choices.some((c) => c.name === to))
      unknownChoice(`no reading or alternative is called ${to}`, to, choices, at(['test', ...path]));
  }
}

function checkUse(
  test: unknown,
  choices: readonly Alternative[],
  placeOf: (choice: Alternative) => Place,
): void {
  const used = references(test).map(({ to }) => to);
  for (const { by, where } of choices) used.push(...(by ? [by.choice] : []), ...Object.keys(where ?? {}));
  const idle = choices.find((c) => !used.includes(c.name));
  if (idle)
    fail('claims/unused-choice', `the choice ${idle.name} is used nowhere in the test`, {
      at: placeOf(idle),
      hint: `write $${idle.name} where it stands`,
    });
}

/** `since-then` moves choices that there are, and to options for which all that goes by them has a list. */
function checkSince(since: Part['since'], choices: readonly Alternative[], at: At): void {
  for (const [name, moved] of Object.entries(since ?? {})) {
    const place = at(['since-then', name]);
    if (!choices.some((c) => c.name === name))
      unknownChoice(`since-then names no choice: ${name}`, name, choices, place);
    for (const option of [moved].flat()) {
      const child = choices.find((c) => c.by?.choice === name && !Object.hasOwn(c.by.slots, String(option)));
      if (child)
        fail('claims/missing-key', `${child.name} has no options for ${String(option)}`, {
          at: place,
          hint: `it goes by ${name}, whose options are ${Object.keys(child.by!.slots).join(', ')}`,
        });
    }
  }
}
