import type { Claim, Part } from '../../claims/claim.js';
import type { Multiverse } from '../../claims/multiverse.js';
import type { Specification } from '../../claims/specification.js';
import type { Design } from '../../designs/design.js';
import { designs } from '../../designs/index.js';
import type { Working } from '../../designs/working.js';
import { fail } from '../../kernel/errors.js';
import { didYouMean } from '../../kernel/nearest.js';
import { decidingPart } from '../../verdicts/deciding-part.js';
import type { ClaimVerdict, Graded, ReadingVerdict } from '../../verdicts/verdict.js';
import type { Row } from '../../world/database.js';
import type { Query, World } from '../../world/open.js';

/** A question that a specification asks of the world, and its rows, whole where the question asks for less. */
export interface Answered {
  readonly name: string;
  readonly asked: Query;
  readonly query: Query;
  readonly rows: readonly Row[];
}

/** One specification of a part, from the verdict down to the rows. */
export interface Followed {
  readonly part: Part;
  readonly design: Design;
  /** Whether the claim’s answer is this part’s. */
  readonly decides: boolean;
  readonly reading: ReadingVerdict;
  readonly table: Multiverse;
  readonly specification: Specification;
  /** Nobody named it: it is the one nearest the median; of a figure, or where none has an estimate, the first. */
  readonly chosenFor: 'one nearest the median' | 'first that can be run' | undefined;
  readonly graded: Graded;
  /** Absent where the specification failed. */
  readonly working: Working | undefined;
  readonly answered: readonly Answered[];
}

/** The parts to follow: all, or the one that is named. Throws `cli/unknown-part` with the nearest name. */
export function partsToFollow(claim: Claim, name: string | undefined): readonly Part[] {
  if (name === undefined) return claim.parts;
  const found = claim.parts.filter((p) => p.name === name);
  if (found.length > 0) return found;
  const names = claim.parts.map((p) => p.name).filter(Boolean);
  return fail('cli/unknown-part', `${claim.argument}/${claim.id} has no part ${name}`, {
    hint: names.length > 0 ? didYouMean(name, names) : 'it has one test: leave --part out',
  });
}

/**
 * The specification of each part that is to be followed: by its number in `check --specifications`, or, without one,
 * that of the first reading nearest the median (the one that a brief draws); of a figure the first.
 */
export async function follow(
  table: Multiverse,
  verdict: ClaimVerdict,
  specification: Specification | undefined,
  world: World,
): Promise<Followed> {
  const { part } = table;
  const judged = verdict.parts.find((p) => p.part === part.name)!;
  const name = specification?.reading ?? table.readings[0]!;
  const reading = judged.readings.find((r) => r.reading === name)!;
  const run = table.specifications.filter((s) => s.reading === name && s.impossible === undefined);
  const typical = reading.figure ? null : reading.typical;
  const chosen = specification ?? run[typical ?? 0];
  if (!chosen) {
    fail('cli/nothing-to-trace', `nothing of ${titleOf(table)} can be run`, {
      hint: reading.impossible.map(({ reason }) => reason).join('; '),
    });
  }
  const design = designs[part.design]!;
  const graded = reading.graded[run.indexOf(chosen)]!;
  const needs = design.needs(chosen.parameters, world);
  const answers = await world.answer(needs);
  const working = graded.estimate && design.working?.(chosen.parameters, answers, world);
  return {
    part,
    design,
    decides: verdict.parts.length > 1 && decidingPart(verdict) === judged,
    reading,
    table,
    specification: chosen,
    chosenFor: specification
      ? undefined
      : typical === null
        ? 'first that can be run'
        : 'one nearest the median',
    graded,
    working,
    answered: await Promise.all(
      Object.entries(needs).map(async ([name, asked]) => {
        const query = working?.behind?.[name] ?? asked;
        return { name, asked, query, rows: await world.ask(query) };
      }),
    ),
  };
}

const titleOf = ({ claim, part }: Multiverse): string =>
  `${claim.argument}/${claim.id}${part.name ? ` (${part.name})` : ''}`;

/** The specification of a number in `check --specifications`. Throws `cli/unknown-specification`, `cli/impossible-specification`. */
export function numbered(table: Multiverse, number: string): Specification {
  const { specifications, part } = table;
  const found = /^\d+$/.test(number) ? specifications[Number(number) - 1] : undefined;
  const where = part.name ? ` in the part ${part.name}` : '';
  const other = part.name ? '; --part names one part' : '';
  if (!found) {
    fail('cli/unknown-specification', `no specification ${number}${where}`, {
      hint: `there are ${specifications.length}; entente check --specifications numbers them${other}`,
    });
  }
  if (found.impossible !== undefined)
    fail(
      'cli/impossible-specification',
      `specification ${number}${where} is impossible: ${found.impossible}`,
      {
        hint: `entente check --specifications says which run${other}`,
      },
    );
  return found;
}
