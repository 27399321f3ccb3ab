import type { Expectation } from '../claims/claim.js';
import type { Specification } from '../claims/specification.js';
import type { Design, Estimate } from '../designs/design.js';
import type { Outcome } from '../runs/outcome.js';
import { gradeFigure } from './grade-figure.js';
import type { Graded } from './verdict.js';

/** The scale on which the effect of a design is symmetric. */
export const scaleOf = ({ effect }: Design): ((x: number) => number) =>
  effect.scale === 'log' ? Math.log : (x) => x;

/**
 * An estimate on the scale of the verdict: distance from no effect, ratios in logs, the side that the claim speaks of
 * positive. (`slope: not below 0` speaks of a fall, so a fall is positive and the claim denies it.)
 */
export function orient(
  estimate: Estimate,
  expect: Expectation,
  design: Design,
): { value: number; low: number; high: number } {
  const scale = scaleOf(design);
  const none = scale(expect.threshold);
  const [value, low, high] = [estimate.value, estimate.low, estimate.high].map((x) => scale(x) - none) as [
    number,
    number,
    number,
  ];
  return expect.direction === 'above' ? { value, low, high } : { value: -value, low: -high, high: -low };
}

type Oriented = ReturnType<typeof orient>;

/**
 * What one estimate says of the claim. With m the smallest effect that matters:
 * more: for if lower > 0 and value ≥ m, against if upper < m;
 * no more than: for if upper < m, against if lower > 0 and value ≥ m;
 * no effect: for if the interval lies inside ±m, against if it excludes 0 and |value| ≥ m; everything else is open.
 */
export function stanceOf(
  { value, low, high }: Oriented,
  m: number,
  rule: Expectation['rule'],
): { stance: 'for' | 'against' | 'open'; reason: string } {
  if (rule === 'more') {
    if (low > 0 && value >= m)
      return { stance: 'for', reason: 'the claimed direction, large enough to matter' };
    if (high < m) return { stance: 'against', reason: high < 0 ? 'opposite sign' : 'smaller than matters' };
    return {
      stance: 'open',
      reason:
        low > 0
          ? 'the claimed direction, perhaps too small to matter'
          : 'the interval holds both no effect and one that matters',
    };
  }
  if (rule === 'no-more-than') {
    if (high < m) return { stance: 'for', reason: high < 0 ? 'opposite sign' : 'smaller than matters' };
    if (low > 0 && value >= m)
      return { stance: 'against', reason: 'the denied direction, large enough to matter' };
    return {
      stance: 'open',
      reason:
        low > 0
          ? 'the denied direction, perhaps too small to matter'
          : 'the interval holds both no effect and one that matters',
    };
  }
  if (low > -m && high < m) return { stance: 'for', reason: 'smaller than matters' };
  if ((low > 0 || high < 0) && Math.abs(value) >= m)
    return { stance: 'against', reason: 'an effect large enough to matter' };
  return {
    stance: 'open',
    reason:
      low > 0 || high < 0
        ? 'an effect, perhaps too small to matter'
        : 'the interval holds both no effect and one that matters',
  };
}

/** A specification with what it says of the claim, at m times `factor`. */
export function gradeSpecification(
  specification: Specification,
  outcome: Outcome,
  expect: Expectation,
  design: Design,
  factor = 1,
): Graded {
  const { choices, weight, key } = specification;
  const matters = specification.matters * factor;
  if ('error' in outcome) {
    return {
      choices,
      weight,
      key,
      matters,
      estimate: undefined,
      oriented: undefined,
      without: undefined,
      stance: 'failed',
      reason: outcome.error.message,
    };
  }
  if (expect.stated) {
    return {
      choices,
      weight,
      key,
      matters,
      estimate: outcome.estimate,
      without: undefined,
      ...gradeFigure(outcome.estimate, expect.stated, matters),
    };
  }
  const oriented = orient(outcome.estimate, expect, design);
  return {
    choices,
    weight,
    key,
    matters,
    estimate: outcome.estimate,
    oriented,
    get without() {
      return outcome.without; // read from where it is held: many would fill the memory
    },
    ...stanceOf(oriented, matters, expect.rule),
  };
}
