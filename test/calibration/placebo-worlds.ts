import { comparison } from '../../src/designs/comparison/comparison.js';
import { estimateComparison } from '../../src/designs/comparison/estimate.js';
import { type Evidence, evidence } from '../../src/designs/comparison/evidence.js';
import { type ComparisonParameters, spansOf } from '../../src/designs/comparison/parameters.js';
import { inYears, type Yearly } from '../../src/designs/comparison/quantities/quantity.js';
import { levelOrChange } from '../../src/designs/comparison/statistic.js';
import { effectWithoutEffect } from '../../src/designs/comparison/without-effect.js';
import { randomFrom } from '../../src/kernel/random.js';
import { estimatesWithoutEffect } from '../../src/runs/worlds-without-effect.js';
import type { World } from '../../src/world/open.js';
import { places } from './layout.js';
import { asked } from './real-world.js';
import { drawFates, likenessWithin } from './regions.js';
import { sharedQuantiles } from './shared-quantiles.js';
import { moved, type Oriented, type Simulation } from './simulation.js';

const scores = ['polyarchy_v15', 'libdem_v15', 'polity2', 'fh_score'];
const spans = [
  ['2005-2009', '2014-2018'],
  ['2000-2009', '2014-2018'],
  ['2005-2009', '2016-2018'],
  ['2000-2009', '2016-2018'],
];
const groups = [
  { where: 'oecd_member' },
  { where: 'regime_row >= 2' },
  { 'allies-of': 'USA', by: 'defence' },
];

/** One specification over the real record: who is compared with whom, and what each of them did. */
interface RealSpecification {
  readonly p: ComparisonParameters;
  readonly seen: Evidence;
}

/** The forty-eight specifications over the shipped world. */
export async function realPlacebos(world: World): Promise<RealSpecification[]> {
  const found: RealSpecification[] = [];
  for (const { source, method, definition } of places) {
    const [from, to] = spans[method]!;
    const p = asked('comparison', {
      of: { variable: scores[source] },
      one: 'USA',
      other: groups[definition],
      from,
      to,
    }) as ComparisonParameters;
    found.push({ p, seen: evidence(p, await world.answer(comparison.needs(p, world)), world) });
  }
  return found;
}

/**
 * Worlds of a comparison with a group: the real states and groups. Each state, the one of which something is claimed
 * among them, did what a state drawn from the record did: its whole history, in all scores at once as in real claims, and as alike within a region as on record; at
 * a set correlation, in each specification the history at some place of the order of changes, that place shared as often
 * as asked.
 */
export function placeboWorlds(real: readonly RealSpecification[]): Simulation {
  const histories = real.map(({ seen }) => {
    const all = [{ ccode: seen.ccode!, yearly: seen.sides[0]! }, ...seen.members];
    return new Map(all.map(({ ccode, yearly }) => [ccode, yearly]));
  });
  const everybody = [...new Set(histories.flatMap((of) => [...of.keys()]))].sort((a, b) => a - b);
  // A donor has a history in every score and span, in whichever group it stands.
  const perScore = places.map(({ source, method }) =>
    places.flatMap((other, s) => (other.source === source && other.method === method ? [s] : [])),
  );
  const historyOf = (s: number, ccode: number): Yearly | undefined =>
    perScore[s]!.map((twin) => histories[twin]!.get(ccode)).find((yearly) => yearly !== undefined);
  const donors = everybody.filter((ccode) => places.every((_, s) => historyOf(s, ccode) !== undefined));
  const ordered = real.map(({ p }, s) =>
    [...donors]
      .map((ccode) => ({ yearly: historyOf(s, ccode)!, ccode }))
      .sort((a, b) => levelOrChange(a.yearly, spansOf(p)) - levelOrChange(b.yearly, spansOf(p)))
      .map(({ yearly }) => yearly),
  );
  const likeness =
    real.reduce((sum, { p }, s) => {
      const changes = donors.map(
        (ccode) => [ccode, levelOrChange(historyOf(s, ccode)!, spansOf(p))] as const,
      );
      return sum + likenessWithin(new Map(changes));
    }, 0) / real.length;
  return {
    name: 'comparison with a group',
    design: comparison,
    correlations: ['real', 0, 0.5, 0.9],
    effectOnlyMoves: true,
    kinds: () => 1,
    world(index, correlation) {
      const random = randomFrom(['calibration', 'placebos', correlation, index]);
      const fates = drawFates(random, everybody, donors.length, correlation === 'real' ? likeness : 0);
      const drawn = new Map(everybody.map((ccode, i) => [ccode, fates[i]!]));
      const quantiles =
        correlation === 'real' ? undefined : sharedQuantiles(random, everybody.length, correlation);
      const placeOf = new Map(everybody.map((ccode, i) => [ccode, i]));
      const seen = real.map(({ seen: was }, s): Evidence => {
        const own = quantiles?.();
        const of = (ccode: number): Yearly =>
          own
            ? ordered[s]![Math.floor(own[placeOf.get(ccode)!]! * donors.length)]!
            : historyOf(s, donors[drawn.get(ccode)!]!)!;
        const side = of(was.ccode!);
        return {
          ...was,
          sides: [side],
          shown: [side],
          members: was.members.map(({ ccode }) => ({ ccode, yearly: of(ccode) })),
        };
      });
      const now = seen.map((one, s) => estimateComparison(real[s]!.p, one, random) as Oriented);
      return {
        estimates: (effects) => moved(now, effects),
        before: (effects) => moved(now, effects),
        without: (effects) =>
          seen.map((one, s) => {
            const { p } = real[s]!;
            const [, to] = spansOf(p);
            const side = one.sides[0]!;
            const values = side.values.map((v, t) => (inYears(to!, side.years[t]!) ? v + effects[s]! : v));
            return estimatesWithoutEffect(effectWithoutEffect(p, { ...one, sides: [{ ...side, values }] }));
          }),
      };
    },
  };
}
