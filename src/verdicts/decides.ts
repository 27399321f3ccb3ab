import type { Option, Part } from '../claims/claim.js';
import { settled } from '../kernel/canonical.js';
import { weightedQuantile } from '../statistics/quantile.js';
import { answerOf, byOption, capAnswer, choiceNames, figureAnswerOf, sharesOf } from './answer.js';
import { mostExact, shapleyShares } from './shapley.js';
import type { Answer, Deciding, Graded, Shares } from './verdict.js';

/**
 * What decides the answer: for each alternative, its share of the spread of the estimates, and the options that flip.
 *
 * The share is the Shapley value of the weighted variance of the oriented estimates (`shapleyShares`): no order of the
 * alternatives is favoured, interactions are split evenly among those that make them, and all sum to one. Exact for up
 * to twelve alternatives, an estimate with a fixed seed beyond (`sharesAreExact`). Failed specifications have no
 * estimate and do not count. Infinite ones (the log of a ratio of zero) are set to the lowest or highest finite estimate.
 */
export function decides(graded: readonly Graded[]): Deciding[] {
  const run = graded.filter((g) => g.oriented !== undefined);
  const names = choiceNames(graded);
  const shares = shapleyShares({
    names,
    values: finite(run.map((g) => g.oriented!.value)),
    weights: run.map((g) => g.weight),
    options: names.map((name) => numbered(run.map((g) => g.choices[name]!))),
  });
  const whole = sideOf(sharesOf(graded));
  return names
    .map((alternative, i) => {
      const groups = [...byOption(graded, alternative)];
      const options = groups.map(([option, group]) => {
        const s = sharesOf(group);
        return {
          option,
          for: settled(s.for),
          against: settled(s.against),
          open: settled(s.open),
          median: medianOf(group),
        };
      });
      const flips = groups.filter(([, group]) => sideOf(sharesOf(group)) !== whole).map(([option]) => option);
      return { alternative, share: settled(shares[i] ?? 0), flips, options };
    })
    .sort((a, b) => b.share - a.share);
}

/** Whether the shares of this many alternatives are exact, or an estimate. */
export const sharesAreExact = (alternatives: number): boolean => alternatives <= mostExact;

/** The verdict if an alternative had one option alone: the rule, with its cap, over the specifications of each. */
export function answersByOption(
  graded: readonly Graded[],
  alternative: string,
  { expect, cap }: Pick<Part, 'expect' | 'cap'>,
): { readonly option: Option; readonly answer: Answer; readonly median: number | null }[] {
  return [...byOption(graded, alternative)].map(([option, group]) => {
    const answer = expect.stated ? figureAnswerOf(group) : answerOf(group);
    return { option, answer: cap ? capAnswer(answer, cap.favours) : answer, median: medianOf(group) };
  });
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
  const low = there.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = there.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return values.map((v) => Math.min(high, Math.max(low, v)));
}

/** Options by number, in the order in which they are met. */
function numbered(options: readonly Option[]): Int32Array {
  const known = new Map<Option, number>();
  return Int32Array.from(options, (option) => {
    if (!known.has(option)) known.set(option, known.size);
    return known.get(option)!;
  });
}
