import { settled } from '../kernel/canonical.js';
import { weightedQuantile } from '../statistics/quantile.js';
import { byOption, choiceNames, sharesOf } from './answer.js';
import type { Deciding, Graded, Shares } from './verdict.js';

/** Beyond this many alternatives the exact value would take 2^k groupings too many. */
const mostExact = 12;

/**
 * What decides the answer: for each alternative, its share of the spread of the estimates, and the options that flip.
 *
 * The share is the Shapley value (Shapley 1953) of the game in which a set of alternatives is worth the part of the
 * weighted variance of the oriented estimates that lies between the groups it forms. The values are exact and sum to
 * one: no order of the alternatives is favoured, and interactions are split evenly among those that make them.
 * Failed specifications have no estimate and do not count. Infinite ones (the log of a ratio of zero) are set to the
 * lowest or highest finite estimate.
 */
export function decides(graded: readonly Graded[]): Deciding[] {
  const run = graded.filter((g) => g.oriented !== undefined);
  const names = choiceNames(graded);
  if (names.length === 0) return [];
  const values = finite(run.map((g) => g.oriented!.value));
  const shares = shapley(run, values, names.slice(0, mostExact));
  const whole = sideOf(sharesOf(graded));
  return names
    .map((alternative, i) => {
      const options = [...byOption(graded, alternative)].map(([option, group]) => {
        const s = sharesOf(group);
        return {
          option,
          for: settled(s.for),
          against: settled(s.against),
          open: settled(s.open),
          median: medianOf(group),
        };
      });
      const flips = [...byOption(graded, alternative)]
        .filter(([, group]) => sideOf(sharesOf(group)) !== whole)
        .map(([option]) => option);
      return { alternative, share: settled(shares[i] ?? 0), flips, options };
    })
    .sort((a, b) => b.share - a.share);
}

const sideOf = (s: Shares): 'for' | 'against' | 'open' =>
  s.for > s.against && s.for >= s.open
    ? 'for'
    : s.against > s.for && s.against >= s.open
      ? 'against'
      : 'open';

export function medianOf(graded: readonly Graded[]): number | null {
  const run = graded.filter((g) => g.estimate !== undefined);
  if (run.length === 0) return null;
  return weightedQuantile(
    run.map((g) => g.estimate!.value),
    run.map((g) => g.weight),
    0.5,
  );
}

function finite(values: readonly number[]): number[] {
  const there = values.filter(Number.isFinite);
  const low = Math.min(...there);
  const high = Math.max(...there);
  return values.map((v) => Math.min(high, Math.max(low, v)));
}

/** Part of the weighted variance that lies between the groups which the set of alternatives forms. */
function between(run: readonly Graded[], values: readonly number[], set: readonly string[]): number {
  const groups = new Map<string, { weight: number; sum: number }>();
  let [weight, sum] = [0, 0];
  for (const [i, g] of run.entries()) {
    const key = set.map((name) => String(g.choices[name])).join('\u0000');
    const group = groups.get(key) ?? { weight: 0, sum: 0 };
    group.weight += g.weight;
    group.sum += g.weight * values[i]!;
    groups.set(key, group);
    weight += g.weight;
    sum += g.weight * values[i]!;
  }
  const mean = sum / weight;
  let variance = 0;
  for (const group of groups.values()) variance += group.weight * (group.sum / group.weight - mean) ** 2;
  return variance / weight;
}

function shapley(run: readonly Graded[], values: readonly number[], names: readonly string[]): number[] {
  if (run.length === 0) return names.map(() => 0);
  const k = names.length;
  const worth = Array.from({ length: 2 ** k }, (_, bits) =>
    bits === 0
      ? 0
      : between(
          run,
          values,
          names.filter((_, i) => bits & (1 << i)),
        ),
  );
  const all = worth[worth.length - 1]!;
  if (!(all > 0)) return names.map(() => 0);
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  return names.map((_, i) => {
    let value = 0;
    for (let bits = 0; bits < worth.length; bits++) {
      if (bits & (1 << i)) continue;
      const size = names.filter((_, j) => bits & (1 << j)).length;
      const weight = (factorial(size) * factorial(k - size - 1)) / factorial(k);
      value += weight * (worth[bits | (1 << i)]! - worth[bits]!);
    }
    return value / all;
  });
}
