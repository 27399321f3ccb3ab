import type { Design } from '../designs/design.js';
import { contentHash } from '../kernel/canonical.js';
import type { Catalogue } from '../world/open.js';
import type { Alternative, Claim, Option, Part } from './claim.js';
import { placeOf, placingCulprits } from './culprit.js';
import { type Designs, designNamed } from './designs.js';
import { mistakeIn } from './mistake.js';
import type { Choices, Specification } from './specification.js';

/** The table of a part: every specification of every reading, the impossible ones named, before anything runs. */
export interface Multiverse {
  readonly claim: Claim;
  readonly part: Part;
  readonly readings: readonly string[];
  readonly specifications: readonly Specification[];
}

/**
 * All combinations of readings and alternatives of a part, each with its weight within its reading (each alternative
 * the same, split equally over its slots and then over a slot’s options), its parameters, and why the record cannot
 * serve it where it cannot. Throws `claims/…` with the place of the option that makes the parameters invalid.
 */
export function multiverse(claim: Claim, part: Part, designs: Designs, catalogue: Catalogue): Multiverse {
  const design = designNamed(part.design, designs, claim.at(['test', 'design']));
  const readings = product(part.readings);
  const specifications = readings.flatMap((reading) =>
    product(part.alternatives.map((a) => underReading(a, reading.choices))).map((other) => {
      const choices = { ...reading.choices, ...other.choices };
      return {
        claim: `${claim.argument}/${claim.id}`,
        part: part.name,
        reading: readingName(reading.choices),
        choices,
        weight: other.weight,
        design: part.design,
        matters: mattersOf(part, design, choices),
        ...asked(claim, part, design, choices, catalogue),
      };
    }),
  );
  return { claim, part, readings: readings.map((r) => readingName(r.choices)), specifications };
}

/** The same table with the choices of `since-then` in place: the years after publication. */
export function sinceThen(
  claim: Claim,
  part: Part,
  designs: Designs,
  catalogue: Catalogue,
): Multiverse | undefined {
  const since = part.since;
  if (!since) return undefined;
  const moved = (list: readonly Alternative[]): Alternative[] =>
    list.map((a) => {
      const to = Object.hasOwn(since, a.name) ? since[a.name] : undefined;
      return to === undefined
        ? a
        : { name: a.name, slots: (Array.isArray(to) ? to : [to]).map((o: Option) => [o]) };
    });
  return multiverse(
    claim,
    { ...part, readings: moved(part.readings), alternatives: moved(part.alternatives) },
    designs,
    catalogue,
  );
}

/** An alternative with the options that a reading takes. */
function underReading({ name, slots, by }: Alternative, reading: Choices): Alternative {
  return { name, slots: by ? by.slots[String(reading[by.reading])]! : slots };
}

export function readingName(choices: Choices): string {
  const named = Object.entries(choices);
  if (named.length === 0) return 'as stated';
  if (named.length === 1) return String(named[0]![1]);
  return named.map(([name, option]) => `${name}=${String(option)}`).join(', ');
}

interface Combination {
  readonly choices: Record<string, Option>;
  readonly weight: number;
}

function product(alternatives: readonly Alternative[]): Combination[] {
  let combinations: Combination[] = [{ choices: {}, weight: 1 }];
  for (const { name, slots } of alternatives) {
    const options = slots.flatMap((slot) =>
      slot.map((option) => ({ option, weight: 1 / slots.length / slot.length })),
    );
    combinations = combinations.flatMap((c) =>
      options.map(({ option, weight }) => ({
        choices: { ...c.choices, [name]: option },
        weight: c.weight * weight,
      })),
    );
  }
  return combinations;
}

/** The test with every `$name` replaced by the option chosen. */
export function filledIn(test: unknown, choices: Choices): unknown {
  if (typeof test === 'string' && test.startsWith('$')) return choices[test.slice(1)];
  if (Array.isArray(test)) return test.map((inner) => filledIn(inner, choices));
  if (test !== null && typeof test === 'object') {
    return Object.fromEntries(Object.entries(test).map(([k, v]) => [k, filledIn(v, choices)]));
  }
  return test;
}

/** What one combination of choices asks of its design. Throws with the place of the value that cannot be asked. */
function asked(claim: Claim, part: Part, design: Design, choices: Choices, catalogue: Catalogue) {
  const filled = filledIn(part.test, choices);
  const result = design.parameters.safeParse(filled);
  if (!result.success)
    throw mistakeIn(result.error, design.parameters, filled, (path, of) =>
      placeOf(claim, part, choices, path, of),
    );
  const parameters = result.data;
  return placingCulprits(claim, part, choices, filled, () => ({
    parameters,
    observes: design.observes(parameters),
    impossible: design.cannot(parameters, catalogue) ?? undefined,
    key: contentHash([part.design, parameters]),
  }));
}

/** The smallest effect that matters, as a distance from the threshold on the design’s scale; of a figure, its margin. */
function mattersOf({ expect }: Part, design: Design, choices: Choices): number {
  if (expect.stated && typeof expect.matters === 'number') return expect.matters;
  const from =
    typeof expect.matters === 'number'
      ? expect.matters
      : expect.matters.from[String(choices[expect.matters.by])]!;
  const scale = design.effect.scale === 'log' ? Math.log : (x: number): number => x;
  return Math.abs(scale(from) - scale(expect.threshold));
}
