import type { Claim, Part } from '../claims/claim.js';
import type { Multiverse } from '../claims/multiverse.js';
import type { Specification } from '../claims/specification.js';
import type { Design } from '../designs/design.js';
import { settled } from '../kernel/canonical.js';
import { countYears, overlap, type Years } from '../kernel/years.js';
import type { Outcomes } from '../runs/outcome.js';
import { weightedQuantile } from '../statistics/quantile.js';
import { answerOf, capAnswer, dependsOn, figureAnswerOf, sharesOf, worstAnswer } from './answer.js';
import { decides, medianOf } from './decides.js';
import { decidingPart } from './deciding-part.js';
import { gradeSpecification } from './grade.js';
import { jointTest } from './joint-test.js';
import type { Answer, ClaimVerdict, Graded, PartVerdict, ReadingVerdict } from './verdict.js';

/** Below this part of the author’s period the verdict reads “to ⟨year⟩”. A figure is one of its day, and each record says of which. */
const enoughOfPeriod = 0.7;

/** The verdict on one reading: a pure function of its specifications and their outcomes. Those that have no outcome yet are left out (an emerging answer, which has no joint test: `final` is false). */
export function judgeReading(
  reading: string,
  specifications: readonly Specification[],
  outcomes: Outcomes,
  part: Part,
  design: Design,
  period: Years | undefined,
  final = true,
): ReadingVerdict {
  const possible = specifications.filter((s) => s.impossible === undefined);
  const at = (factor: number): Graded[] =>
    possible.flatMap((s) => {
      const outcome = outcomes.get(s.key);
      return outcome ? [gradeSpecification(s, outcome, part.expect, design, factor)] : [];
    });
  const graded = at(1);
  const observed = spanOf(possible);
  const overlapping =
    period && observed ? { years: overlap(period, observed), of: countYears(period) } : null;
  const { stated } = part.expect;
  const rule = stated ? figureAnswerOf : answerOf;
  const decided = (g: readonly Graded[]): Answer => (overlapping?.years === 0 ? 'untestable here' : rule(g));
  const full = decided(graded);
  const answer = part.cap ? capAnswer(full, part.cap.favours) : full;
  const count = (stance: Graded['stance']): number => graded.filter((g) => g.stance === stance).length;
  const unit = sharedUnit(specifications, design);
  const quantile = (p: number): number | null => (unit === null ? null : estimateQuantile(graded, p));
  return {
    reading,
    answer,
    figure: stated ? { stated, margin: possible[0]?.matters ?? 0 } : null,
    until:
      !stated && overlapping && overlapping.years > 0 && overlapping.years / overlapping.of < enoughOfPeriod
        ? observed!.to
        : null,
    dependsOn: dependsOn(stated ? graded.filter(tells) : graded),
    capped: answer === full ? null : { from: full, because: part.cap!.because },
    shares: sharesOf(graded),
    counts: { for: count('for'), against: count('against'), open: count('open'), failed: count('failed') },
    specifications: possible.length,
    impossible: impossibleOf(specifications),
    median: quantile(0.5),
    low: quantile(0.025),
    high: quantile(0.975),
    unit: unit ?? '',
    observed,
    overlap: overlapping,
    atHalf: decided(at(0.5)),
    atDouble: decided(at(2)),
    decides: final ? decides(graded) : [],
    joint: final && !stated ? jointTest(graded, part.expect, design) : null,
    graded,
    ...outstanding(graded),
  };
}

/** The unit of all; null where specifications that measure on different scales have different ones. */
function sharedUnit(specifications: readonly Specification[], design: Design): string | null {
  const scales = new Map(specifications.map((s) => [s.matters, s]));
  const units = new Set([...scales.values()].map((s) => design.unit(s.parameters)));
  return units.size > 1 ? null : ([...units][0] ?? '');
}

/** Of a figure: a record that can tell. One that cannot, or could not be had, turns no answer. */
const tells = ({ stance }: Graded): boolean => stance === 'for' || stance === 'against';

/** The verdict on a part: its readings, and the same test on the years since publication where the claim asks for it. */
export function judgePart(
  table: Multiverse,
  since: Multiverse | undefined,
  outcomes: Outcomes,
  design: Design,
  final = true,
): PartVerdict {
  const judge = (m: Multiverse, period: Years | undefined): ReadingVerdict[] =>
    m.readings.map((reading) =>
      judgeReading(
        reading,
        m.specifications.filter((s) => s.reading === reading),
        outcomes,
        m.part,
        design,
        period,
        final,
      ),
    );
  return {
    part: table.part.name,
    readings: judge(table, table.claim.period),
    since: since ? judge(since, undefined) : [],
  };
}

/** The verdict on a claim: that of its first reading; with several parts, of the worst. */
export function judgeClaim(claim: Claim, parts: readonly PartVerdict[]): ClaimVerdict {
  const first = parts.flatMap((p) => p.readings.slice(0, 1));
  const untested: Answer = claim.untestable ? 'untestable here' : 'not yet tested';
  const answer = first.length > 0 ? worstAnswer(first.map((r) => r.answer)) : untested;
  const deciding = decidingPart({ answer, parts })?.readings[0];
  return {
    argument: claim.argument,
    claim: claim.id,
    answer,
    until: deciding?.until ?? null,
    dependsOn: deciding?.dependsOn ?? [],
    inPart: first.length > 0 && claim.awaits.length > 0,
    parts,
  };
}

function spanOf(specifications: readonly Specification[]): Years | null {
  if (specifications.length === 0) return null;
  return {
    from: Math.min(...specifications.map((s) => s.observes.from)),
    to: Math.max(...specifications.map((s) => s.observes.to)),
  };
}

function impossibleOf(specifications: readonly Specification[]): ReadingVerdict['impossible'] {
  const byReason = new Map<string, number>();
  for (const { impossible } of specifications) {
    if (impossible !== undefined) byReason.set(impossible, (byReason.get(impossible) ?? 0) + 1);
  }
  return [...byReason].map(([reason, n]) => ({ reason, specifications: n }));
}

/** Weighted quantile of the estimates in the design’s own unit. */
function estimateQuantile(graded: readonly Graded[], p: number): number | null {
  if (p === 0.5) return medianOf(graded);
  const run = graded.filter((g) => g.estimate !== undefined);
  if (run.length === 0) return null;
  return settled(
    weightedQuantile(
      run.map((g) => g.estimate!.value),
      run.map((g) => g.weight),
      p,
    ),
  );
}

/** The strongest test for and against (by how far its interval clears), and the estimate nearest the median. */
function outstanding(
  graded: readonly Graded[],
): Pick<ReadingVerdict, 'strongestFor' | 'strongestAgainst' | 'typical'> {
  const best = (stance: Graded['stance'], score: (g: Graded) => number): number | null => {
    let found: number | null = null;
    for (const [i, g] of graded.entries()) {
      if (stance === g.stance && (found === null || score(g) > score(graded[found]!))) found = i;
    }
    return found;
  };
  return {
    strongestFor: best('for', (g) => clearance(g)),
    strongestAgainst: best('against', (g) => clearance(g)),
    typical: nearestMedian(graded),
  };
}

/** The estimate nearest the median of all, where scales differ by how often it holds the effect that matters on its own. */
function nearestMedian(graded: readonly Graded[]): number | null {
  const mixed = new Set(graded.map((g) => g.matters)).size > 1;
  const there = graded.flatMap((g, i) =>
    g.estimate
      ? [{ i, weight: g.weight, size: mixed && g.oriented ? g.oriented.value / g.matters : g.estimate.value }]
      : [],
  );
  if (there.length === 0) return null;
  const weights = there.map(({ weight }) => weight);
  const median = weightedQuantile(
    there.map(({ size }) => size),
    weights,
    0.5,
  );
  const off = ({ size }: { size: number }): number => Math.abs(size - median);
  return there.reduce((best, t) => (off(t) < off(best) ? t : best)).i;
}

/** Distance of the estimate from the smallest effect that matters, in units of half the interval. */
function clearance({ oriented, matters }: Graded): number {
  const half = (oriented!.high - oriented!.low) / 2;
  return half > 0 ? Math.abs(oriented!.value - matters) / half : Number.POSITIVE_INFINITY;
}
