import type { Random } from '../../src/kernel/random.js';

/** COW numbers states by region: the Americas, Europe, Africa south of the Sahara, the Middle East and North Africa, Asia and Oceania. */
const firstNumbers = [200, 400, 600, 700];
const regions = firstNumbers.length + 1;

/** The region of a state by its COW number, from 0. */
export const regionOf = (ccode: number): number => firstNumbers.filter((first) => ccode >= first).length;

/**
 * How alike states of one region are: the intraclass correlation by analysis of variance (Fisher 1925), (B − W) / (B + (n₀
 * − 1) W), B and W the mean squares between and within regions, n₀ the size of a region. At least 0.
 */
export function likenessWithin(values: ReadonlyMap<number, number>): number {
  const of = Array.from({ length: regions }, (_, region) =>
    [...values].flatMap(([ccode, value]) => (regionOf(ccode) === region ? [value] : [])),
  ).filter((own) => own.length > 0);
  const all = of.flat();
  const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
  const centre = mean(all);
  const squares = (list: readonly number[], from: number): number =>
    list.reduce((sum, x) => sum + (x - from) * (x - from), 0);
  const between =
    of.reduce((sum, own) => sum + own.length * (mean(own) - centre) * (mean(own) - centre), 0) /
    (of.length - 1);
  const within = of.reduce((sum, own) => sum + squares(own, mean(own)), 0) / (all.length - of.length);
  const size =
    (all.length - of.reduce((sum, own) => sum + own.length * own.length, 0) / all.length) / (of.length - 1);
  return Math.max(0, (between - within) / (between + (size - 1) * within));
}

/**
 * For each state the place of another, so many, whose fate it takes: with probability √likeness the one that its whole
 * region draws, or else its own, so that two states of a region correlate as asked.
 */
export function drawFates(
  random: Random,
  states: readonly number[],
  fates: number,
  likeness: number,
): number[] {
  const ofRegion = Array.from({ length: regions }, () => random.int(fates));
  const often = Math.sqrt(likeness);
  return states.map((ccode) => {
    const own = random.int(fates);
    return random.next() < often ? ofRegion[regionOf(ccode)]! : own;
  });
}
