import { join, relative } from 'node:path';
import { canonical } from '../kernel/canonical.js';
import { fail, type Place } from '../kernel/errors.js';
import { type At, optionNamed, unknownChoice } from './alternatives.js';
import type { Alternative, Listed, Option } from './claim.js';
import { combinations, slotsBeside } from './combinations.js';
import { readCsv } from './csv-file.js';
import type { TestFile } from './schema.js';
import type { Choices } from './specification.js';

type Written = NonNullable<TestFile['specifications']>;

/** The rows of a list as they are written, in the claim or in a file beside it. */
export function listedRows(written: Written, at: At, folder: string): Listed {
  if (typeof written !== 'string')
    return {
      rows: written,
      at: (row, choice) => at(['specifications', row, ...(choice === undefined ? [] : [choice])]),
    };
  const path = join(folder, written);
  return readCsv(path, relative(process.cwd(), path) || path, at(['specifications']));
}

/** The alternatives that a list speaks of, where the claim has none of its own: each name with its options, in order. */
export function alternativesOf({ rows }: Listed, readings: readonly Alternative[]): Alternative[] {
  const options = new Map<string, Set<Option>>();
  for (const row of rows)
    for (const [name, option] of Object.entries(row)) {
      if (readings.some((r) => r.name === name)) continue;
      const known = options.get(name) ?? new Set();
      options.set(name, known.add(option));
    }
  return [...options].map(([name, some]) => ({ name, slots: [...some].map((option) => [option]) }));
}

/**
 * A list whose every row names an option of each alternative that is there, and of no other; those of a reading where it
 * is meant for that one alone. Throws `claims/unknown-choice`, `claims/unknown-option`, `claims/missing-key`,
 * `claims/choice-not-there`, `claims/doubled-specification`, `claims/empty-reading`.
 */
export function checkedList(
  listed: Listed,
  readings: readonly Alternative[],
  alternatives: readonly Alternative[],
  at: At,
): Listed {
  const choices = [...readings, ...alternatives];
  const rows = listed.rows.map((row, i): Choices => {
    const named = Object.entries(row).map(([name, option]) => {
      const place = listed.at(i, name);
      const choice = choices.find((c) => c.name === name);
      if (!choice) unknownChoice(`${said(i)} names no choice: ${name}`, name, choices, place);
      return [name, optionNamed(option, choice, place)] as const;
    });
    return Object.fromEntries(named);
  });
  const seen = new Map<string, number>();
  for (const reading of combinations(readings)) {
    const meant = rows.flatMap((row, i) => (isMeantFor(row, reading) ? [i] : []));
    if (meant.length === 0)
      fail('claims/empty-reading', `no specification is meant for ${said(reading)}`, {
        at: at(['specifications']),
        hint: 'leave the reading out, or list some for it',
      });
    for (const i of meant) {
      const whole = { ...reading, ...rows[i]! };
      checkRow(i, rows[i]!, whole, alternatives, listed);
      const key = canonical(whole);
      const before = seen.get(key);
      if (before !== undefined)
        fail('claims/doubled-specification', `${said(i)} is specification ${before + 1} again`, {
          at: listed.at(i),
          hint: 'each once: twice would give it twice the weight',
        });
      seen.set(key, i);
    }
  }
  return { rows, at: listed.at };
}

/** Whether a row counts in a reading: it names no other option of it. */
export const isMeantFor = (row: Choices, reading: Choices): boolean =>
  Object.entries(reading).every(([name, option]) => !Object.hasOwn(row, name) || row[name] === option);

const said = (which: number | Choices): string =>
  typeof which === 'number'
    ? `specification ${which + 1}`
    : Object.entries(which)
        .map(([name, option]) => `${name}: ${String(option)}`)
        .join(', ');

function checkRow(
  i: number,
  row: Choices,
  whole: Choices,
  alternatives: readonly Alternative[],
  listed: Listed,
): void {
  const chosen = new Map(Object.entries(whole));
  for (const alternative of alternatives) {
    const { name, by, where } = alternative;
    const slots = slotsBeside(alternative, chosen);
    const place = (choice?: string): Place => listed.at(i, choice);
    if (!slots) {
      if (!Object.hasOwn(row, name)) continue;
      const parents = [...Object.keys(where ?? {}), ...(by ? [by.choice] : [])];
      const beside = Object.fromEntries(
        parents.flatMap((p) => (Object.hasOwn(whole, p) ? [[p, whole[p]!]] : [])),
      );
      fail(
        'claims/choice-not-there',
        `${name} is not there beside ${said(beside) || `no ${parents.join(', ')}`}`,
        {
          at: place(name),
          hint: `leave it out of ${said(i)}`,
        },
      );
    }
    const options = slots.flat();
    if (!Object.hasOwn(row, name))
      fail('claims/missing-key', `${said(i)} has no option of ${name}`, {
        at: place(),
        hint: `expected one of ${options.join(', ')}`,
      });
    if (by) optionNamed(row[name]!, { name, slots }, place(name));
  }
}
