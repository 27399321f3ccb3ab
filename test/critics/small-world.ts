import type { Expectation } from '../../src/claims/claim.js';
import type { EffectScale } from '../../src/critics/effect-scale.js';
import type { Asked, Question } from '../../src/critics/question.js';
import type { Design } from '../../src/designs/design.js';
import { designs } from '../../src/designs/index.js';
import type { Needs, Query, World } from '../../src/world/open.js';
import { type SmallState, smallSystem } from '../measures/small-system.js';

/** A small world of figures whose sources give intervals where a card says so. */
export async function smallWorld(
  members: readonly SmallState[],
  cards: Parameters<typeof smallSystem>[1],
): Promise<World> {
  const system = await smallSystem(members, cards);
  const ask = async (query: Query) => (await system.answer({ rows: query }))['rows']!;
  // Asked before, answered from memory, as a world does: the same rows for the same question.
  const known = new Map<string, ReturnType<typeof ask>>();
  const asked = (query: Query): ReturnType<typeof ask> => {
    const found = known.get(query.sql) ?? ask(query);
    known.set(query.sql, found);
    return found;
  };
  return {
    ...system,
    ask: asked,
    answer: async (needs: Needs) =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(needs).map(async ([name, query]) => [name, await asked(query)] as const),
        ),
      ),
  } as unknown as World;
}

/** Values by year. */
export const byYear = (from: number, values: readonly number[]): Record<number, number> =>
  Object.fromEntries(values.map((value, i) => [from + i, value]));

export const linear: EffectScale = {
  inMultiples: false,
  log: false,
  sign: 1,
  threshold: 0,
  rule: 'more' satisfies Expectation['rule'],
  matters: 1,
  unit: 'points',
};

/** A question about these tests, each of the same weight, the first nearest the median unless told. */
export async function questionOf(
  kind: Question['kind'],
  design: string,
  written: readonly object[],
  world: World,
  typical = 0,
  scale = linear,
): Promise<{ readonly question: Question; readonly design: Design }> {
  const own = designs[design]!;
  const specifications = await Promise.all(
    written.map(async (w, i): Promise<Asked> => {
      const parameters = own.parameters.parse(w);
      const answers = await world.answer(own.needs(parameters, world));
      return {
        key: String(i),
        parameters,
        weight: 1 / written.length,
        matters: 1,
        value: own.point!(parameters, answers, world),
      };
    }),
  );
  return { question: { kind, design, specifications, typical, scale }, design: own };
}
