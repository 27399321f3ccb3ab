import { EntenteError, fail, type Place } from '../kernel/errors.js';
import { showYears } from '../kernel/years.js';
import type { Catalogue } from '../world/open.js';
import type { Alternative, Claim, Listed, Mirror, Option, Part } from './claim.js';
import { combinations, eachCombination } from './combinations.js';
import { type Designs, designNamed } from './designs.js';
import { isMeantFor } from './listed.js';
import { swapped } from './mirror.js';
import type { Choices, Specification } from './specification.js';
import { unfolding } from './unfolded.js';

/** The table of a part: every specification of every reading, the impossible ones named, before anything runs. */
export interface Multiverse {
  readonly claim: Claim;
  readonly part: Part;
  readonly readings: readonly string[];
  readonly specifications: readonly Specification[];
}

/**
 * All combinations of readings and alternatives of a part, or those that its author lists, each with its weight within
 * its reading, its parameters, and why the record cannot serve it where it cannot. Throws `claims/…` with the place of
 * the option that makes the parameters invalid, `claims/unused-choice` where an alternative is there in none,
 * `claims/too-many-specifications`.
 */
export function multiverse(claim: Claim, part: Part, designs: Designs, catalogue: Catalogue): Multiverse {
  const table = unfold(claim, part, designs, catalogue);
  const absent = part.alternatives.find(
    ({ name, by, where }) =>
      (by || where) && !table.specifications.some(({ choices }) => Object.hasOwn(choices, name)),
  );
  if (absent)
    fail('claims/unused-choice', `the choice ${absent.name} is there in no specification`, {
      at: claim.at([...(part.name ? ['parts', part.name] : []), 'alternatives', absent.name]),
      hint: 'what it asks of other choices never comes together',
    });
  return table;
}

/**
 * The same table with the choices of `since-then` in place: the years after publication. Throws `claims/since-too-early`
 * where it looks at years before the author’s period, and what `multiverse` throws.
 */
export function sinceThen(
  claim: Claim,
  part: Part,
  designs: Designs,
  catalogue: Catalogue,
): Multiverse | undefined {
  const table = part.since && unfold(claim, moved(part, part.since), designs, catalogue);
  const { period } = claim;
  const early = period && table?.specifications.find(({ observes }) => observes.to < period.from);
  if (early)
    fail('claims/since-too-early', `since-then looks at ${showYears(early.observes)}`, {
      at: claim.at([...(part.name ? ['parts', part.name] : []), 'since-then']),
      hint: `the author speaks of ${showYears(period)}: it is for what came after`,
    });
  return table;
}

/**
 * The first reading of a part with the names of a mirror swapped. A specification in which the names do not stand, or
 * that is one of the part’s own, is no mirror of anything and is named impossible.
 */
export function mirrored(
  { claim, part, specifications: own }: Multiverse,
  mirror: Mirror,
  designs: Designs,
  catalogue: Catalogue,
): Multiverse {
  const first = part.readings.map((r) => ({ ...r, slots: [[r.slots[0]![0]!]] }));
  const turned = swapped({ ...part, readings: first }, mirror);
  const table = placedAt(claim.at([...(part.name ? ['parts', part.name] : []), 'mirror']), () =>
    unfold(claim, turned, designs, catalogue),
  );
  const known = new Set(own.flatMap((s) => (s.impossible === undefined ? [s.key] : [])));
  const specifications = table.specifications.map((s) =>
    s.impossible === undefined && known.has(s.key)
      ? { ...s, impossible: 'the swapped names make no other test of it' }
      : s,
  );
  return { ...table, specifications };
}

/** What swapped names make impossible to ask is a mistake of the mirror. */
function placedAt<T>(at: Place, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof EntenteError)) throw error;
    throw new EntenteError(error.code, error.message, { at, hint: error.hint });
  }
}

function unfold(claim: Claim, part: Part, designs: Designs, catalogue: Catalogue): Multiverse {
  const design = designNamed(part.design, designs, claim.at(['test', 'design']));
  const specification = unfolding(claim, part, design, catalogue);
  checkSize(claim, part);
  const readings = combinations(part.readings).map((choices) => ({ choices, name: readingName(choices) }));
  const specifications: Specification[] = [];
  for (const { choices: reading, name } of readings)
    eachWithin(part, reading, (choices, weight) => specifications.push(specification(name, choices, weight)));
  return { claim, part, readings: readings.map(({ name }) => name), specifications };
}

/** More than anybody would run, and than memory holds. */
const mostSpecifications = 1_000_000;

/** Counts the combinations before any is made. Throws `claims/too-many-specifications`. */
function checkSize(claim: Claim, { name, readings, alternatives, listed }: Part): void {
  const sizes = [...readings, ...(listed ? [] : alternatives)].map(({ slots }) => slots.flat().length);
  const all = sizes.reduce((product, size) => product * size, 1);
  if (all <= mostSpecifications) return;
  let count = 0;
  const enough = (): void => {
    count++;
    if (count > mostSpecifications)
      fail('claims/too-many-specifications', `more than ${mostSpecifications} specifications`, {
        at: claim.at([...(name ? ['parts', name] : []), 'alternatives']),
        hint: 'list those that are meant under specifications, or let where say beside what a choice is there',
      });
  };
  eachCombination([...readings, ...(listed ? [] : alternatives)], {}, enough);
}

/** The combinations of one reading: all, or those that are listed for it, each of the same weight. */
function eachWithin(
  { alternatives, listed }: Part,
  reading: Choices,
  found: (choices: Choices, weight: number) => void,
): void {
  if (!listed) {
    eachCombination(alternatives, reading, found);
    return;
  }
  const meant = new Map<string, Choices>();
  for (const row of listed.rows) {
    if (!isMeantFor(row, reading)) continue;
    const choices: Record<string, Option> = { ...reading };
    for (const { name } of alternatives) if (Object.hasOwn(row, name)) choices[name] = row[name]!;
    meant.set(JSON.stringify(choices), choices);
  }
  for (const choices of meant.values()) found(choices, 1 / meant.size);
}

/** A part whose choices are moved to the options of `since-then`. */
function moved(part: Part, since: NonNullable<Part['since']>): Part {
  const optionsOf = (name: string): readonly Option[] | undefined =>
    Object.hasOwn(since, name) ? [since[name]!].flat() : undefined;
  const move = (list: readonly Alternative[]): Alternative[] =>
    list.map((a) => {
      const to = optionsOf(a.name);
      return to === undefined
        ? a
        : { name: a.name, slots: to.map((option) => [option]), ...(a.where && { where: a.where }) };
    });
  return {
    ...part,
    readings: move(part.readings),
    alternatives: move(part.alternatives),
    listed: part.listed && movedList(part.listed, optionsOf),
  };
}

/** Listed specifications with other options of some choices; those that become the same count once. */
function movedList({ rows, at }: Listed, optionsOf: (name: string) => readonly Option[] | undefined): Listed {
  const slots = (row: Choices): Alternative[] =>
    Object.entries(row).map(([name, option]) => ({
      name,
      slots: (optionsOf(name) ?? [option]).map((o) => [o]),
    }));
  return { rows: rows.flatMap((row) => combinations(slots(row))), at };
}

export function readingName(choices: Choices): string {
  const named = Object.entries(choices);
  if (named.length === 0) return 'as stated';
  if (named.length === 1) return String(named[0]![1]);
  return named.map(([name, option]) => `${name}=${String(option)}`).join(', ');
}
