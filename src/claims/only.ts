import { fail } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';
import type { Part } from './claim.js';
import type { Multiverse } from './multiverse.js';

/** Options of choices to which a run is confined: of each choice one of these. */
export type Only = Readonly<Record<string, readonly string[]>>;

/**
 * Reads `regime=polity2`, `years=2010-2020`, …: several options of one choice are either or, several choices both.
 * Throws `claims/malformed-subset`, `claims/unknown-choice`, `claims/unknown-option` with the nearest name.
 */
export function readOnly(written: readonly string[], parts: readonly Part[]): Only {
  const choices = parts.flatMap((p) => [...p.readings, ...p.alternatives]);
  const only: Record<string, string[]> = {};
  for (const one of written) {
    const [, name, option] = /^([^=]+)=(.+)$/.exec(one) ?? malformed(one);
    const known = choices.filter((c) => c.name === name);
    if (known.length === 0)
      fail('claims/unknown-choice', `no reading or alternative is called ${name}`, {
        hint: didYouMean(name!, new Set(choices.map((c) => c.name))),
      });
    const options = [...new Set(known.flatMap((c) => c.slots.flat().map(String)))];
    if (!options.includes(option!))
      fail('claims/unknown-option', `${name} has no option ${option}`, {
        hint: didYouMean(option!, options),
      });
    only[name!] = [...(only[name!] ?? []), option!];
  }
  return only;
}

const malformed = (written: string): never =>
  fail('claims/malformed-subset', `cannot be read as a choice and its option: ${written}`, {
    hint: 'write choice=option, such as regime=polity2',
  });

/** The specifications of a table that take these options; one that lacks such a choice is not among them. Weights stay. */
export function confined(table: Multiverse, only: Only): Multiverse {
  const conditions = Object.entries(only);
  const specifications = table.specifications.filter(({ choices }) =>
    conditions.every(
      ([name, options]) => Object.hasOwn(choices, name) && options.includes(String(choices[name])),
    ),
  );
  const readings = new Set(specifications.map((s) => s.reading));
  return { ...table, readings: table.readings.filter((r) => readings.has(r)), specifications };
}
