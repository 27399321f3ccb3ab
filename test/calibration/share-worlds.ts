import { intervalsOfRatio } from '../../src/designs/share/intervals.js';
import type { ShareParameters } from '../../src/designs/share/parameters.js';
import { ratioUnderNull, shares, sumsInDraws } from '../../src/designs/share/ratio.js';
import { share } from '../../src/designs/share/share.js';
import { type Unit, unitsOf } from '../../src/designs/share/units.js';
import { randomFrom } from '../../src/kernel/random.js';
import { estimatesWithoutEffect } from '../../src/runs/worlds-without-effect.js';
import type { World } from '../../src/world/open.js';
import { places } from './layout.js';
import { asked } from './real-world.js';
import { drawFates, likenessWithin } from './regions.js';
import { sharedQuantiles } from './shared-quantiles.js';
import type { Oriented, Simulation } from './simulation.js';

const scores = ['polyarchy_v15', 'libdem_v15', 'polity2', 'fh_score'];
const windows = ['2010-2018', '2005-2018'];
const pacts = ['defence', 'treaty-allies-2021'];
const falls = ['endpoints', 'yearly', 'from-peak'];

type Yardstick = 'states' | 'room-to-fall';

/** The states of the forty-eight specifications as they are on record. */
export async function realShares(world: World, against: Yardstick): Promise<(readonly Unit[])[]> {
  const found: (readonly Unit[])[] = [];
  for (const { source, method, definition } of places) {
    const p = asked('share', {
      of: { 'fall-in': scores[source], over: windows[method % 2], as: falls[definition] },
      group: { 'allies-of': 'USA', by: pacts[Math.floor(method / 2)], and: ['USA'] },
      against,
    }) as ShareParameters;
    found.push(unitsOf(p, await world.answer(share.needs(p, world)), world).units);
  }
  return found;
}

/** A ratio as log odds of the share less those of the yardstick’s part; without end where it is the whole. */
function logOdds(ratio: number, part: number): number {
  const share = Math.min(1, ratio * part);
  return Math.log(share / (1 - share)) - Math.log(part / (1 - part));
}

/**
 * Worlds of shares: the real states with their starting scores, their gaps and groups. Each state fell as a state drawn
 * from the record fell: against the number of states by its amount, against the room to fall by the part of its room. As
 * in real claims: in all scores, windows and ways of counting at once, and as
 * alike within a region as on record. At a set correlation: in each specification by
 * the amount at some place of the order of amounts, that place shared as often as asked. An effect makes the falls of
 * the group larger by one factor. A ratio cannot exceed the whole over the group’s part, and its logarithm has uneven
 * errors; those of log odds are nearly even, and the effect, m and SE are measured in them.
 */
export function shareWorlds(real: readonly (readonly Unit[])[], against: Yardstick): Simulation {
  const sizeOf = (unit: Unit): number => (against === 'states' ? 1 : unit.yardstick);
  const sized = real.map((units) => units.filter((unit) => sizeOf(unit) > 0));
  const fallen = sized.map((units) => new Map(units.map((unit) => [unit.ccode, unit.amount / sizeOf(unit)])));
  const everybody = [...new Set(sized.flatMap((units) => units.map(({ ccode }) => ccode)))].sort(
    (a, b) => a - b,
  );
  const placeOf = new Map(everybody.map((ccode, i) => [ccode, i]));
  const donors = everybody.filter((ccode) => fallen.every((of) => of.has(ccode)));
  const ordered = fallen.map((of) => Float64Array.from(donors, (ccode) => of.get(ccode)!).sort());
  const likeness = fallen.reduce((sum, of) => sum + likenessWithin(of), 0) / fallen.length;
  const parts = sized.map((units) => {
    const sum = (list: readonly Unit[]): number =>
      list.reduce((total, { yardstick }) => total + yardstick, 0);
    return sum(units.filter(({ inGroup }) => inGroup)) / sum(units);
  });
  const yardsticks = sized.map((units) => sumsInDraws(units, 'yardstick'));
  return {
    name: against === 'states' ? 'share of states' : 'share of room',
    design: share,
    correlations: against === 'states' ? ['real', 0, 0.5, 0.9] : ['real'],
    effectOnlyMoves: false,
    kinds: () => 1,
    world(index, correlation) {
      const random = randomFrom(['calibration', 'share', against, correlation, index]);
      const donorOf = drawFates(random, everybody, donors.length, correlation === 'real' ? likeness : 0);
      const quantiles =
        correlation === 'real' ? undefined : sharedQuantiles(random, everybody.length, correlation);
      const worlds = sized.map((units, s) => {
        const own = quantiles?.();
        return units.map((unit): Unit => {
          const i = placeOf.get(unit.ccode)!;
          const fall = own
            ? ordered[s]![Math.floor(own[i]! * donors.length)]!
            : fallen[s]!.get(donors[donorOf[i]!]!)!;
          return { ...unit, amount: fall * sizeOf(unit) };
        });
      });
      const withEffect = (s: number, effect: number): readonly Unit[] =>
        worlds[s]!.map((unit) => (unit.inGroup ? { ...unit, amount: unit.amount * Math.exp(effect) } : unit));
      const drawn = worlds.map((units) => sumsInDraws(units, 'amount'));
      const ratios = (effects: Float64Array): Oriented[] =>
        worlds.map((_, s) => {
          const units = withEffect(s, effects[s]!);
          const { ratio } = shares(units);
          const sums = { ...drawn[s]!, group: drawn[s]!.group.map((x) => x * Math.exp(effects[s]!)) };
          const { low, high } = intervalsOfRatio(units, ratio, sums, yardsticks[s]).widest;
          return { value: ratio, low, high };
        });
      const scaled = (list: readonly Oriented[], scale: (ratio: number, s: number) => number): Oriented[] =>
        list.map(({ value, low, high }, s) => ({
          value: scale(value, s),
          low: scale(low, s),
          high: scale(high, s),
        }));
      const estimates = (effects: Float64Array): Oriented[] =>
        scaled(ratios(effects), (ratio, s) => logOdds(ratio, parts[s]!));
      return {
        estimates,
        before: estimates,
        verdictScale: (effects) => scaled(ratios(effects), Math.log),
        without: (effects) =>
          worlds.map((_, s) => estimatesWithoutEffect(ratioUnderNull(withEffect(s, effects[s]!)))),
      };
    },
  };
}
