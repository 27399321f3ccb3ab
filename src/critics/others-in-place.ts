import type { Design, Placebos, Placed } from '../designs/design.js';
import { EntenteError } from '../kernel/errors.js';
import type { World } from '../world/open.js';
import { shown } from './effect-scale.js';
import { medianOf } from './median.js';
import type { Asked, Question } from './question.js';

/** Further questions to the record, and specifications, beyond which one specification stands for all. */
const mostQuestions = 2;
const mostSpecifications = 40;

export interface OthersInPlace {
  /** Who is put in whose place. */
  readonly who: string;
  readonly inPlaceOf: readonly string[];
  /** How many specifications others can stand in, and of how many the medians are. */
  readonly able: number;
  readonly used: number;
  /** The median of those with the claimed one in its place, and with each other that has one. */
  readonly own: number | null;
  readonly others: readonly Placed[];
}

/**
 * The median estimate with every other state (or its group) in the place of the one that the test names: over all
 * specifications in which others can stand, or, where that takes more than two further questions to the record, in the one
 * of them nearest the median. Null where nothing can stand in its place in any.
 */
export async function placeOthers(q: Question, design: Design, world: World): Promise<OthersInPlace | null> {
  const { placebos } = design;
  const able = q.specifications.filter((s) => placebos?.cannot(s.parameters, world) === null);
  if (!placebos || able.length === 0) return null;
  const used = isDear(able, placebos, world) ? [nearest(able, q)] : able;
  const found: ReadonlyMap<string, number>[] = [];
  for (const s of used) found.push(await estimatesOf(s, design, placebos, world));
  const says = used.map((s) => placebos.says(s.parameters, world));
  const names = [...new Set(found.flatMap((own) => [...own.keys()]))].sort();
  return {
    who: says[0]!.who,
    inPlaceOf: [...new Set(says.map((s) => s.inPlaceOf))],
    able: able.length,
    used: used.length,
    own: medianOf(
      used,
      used.map((s) => s.value),
      q.scale,
    ),
    others: names.flatMap((name) => {
      const value = medianOf(
        used,
        found.map((own) => own.get(name) ?? null),
        q.scale,
      );
      return value === null ? [] : [{ name, value }];
    }),
  };
}

function isDear(able: readonly Asked[], placebos: Placebos<unknown>, world: World): boolean {
  if (able.length > mostSpecifications) return true;
  const asked = able.flatMap((s) => Object.values(placebos.needs(s.parameters, world)).map(({ sql }) => sql));
  return new Set(asked).size > mostQuestions;
}

const nearest = (able: readonly Asked[], q: Question): Asked => {
  const seen = (s: Asked): number => shown(q.scale, s.value, s.matters);
  const middle = seen(q.specifications[q.typical]!);
  return able.reduce((a, b) => (Math.abs(seen(b) - middle) < Math.abs(seen(a) - middle) ? b : a));
};

async function estimatesOf(
  { parameters }: Asked,
  design: Design,
  placebos: Placebos<unknown>,
  world: World,
): Promise<ReadonlyMap<string, number>> {
  const needs = { ...design.needs(parameters, world), ...placebos.needs(parameters, world) };
  const answers = await world.answer(needs);
  try {
    return new Map(placebos.estimates(parameters, answers, world).map(({ name, value }) => [name, value]));
  } catch (error) {
    if (error instanceof EntenteError) return new Map();
    throw error;
  }
}
