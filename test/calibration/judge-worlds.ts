import { binomialInterval } from '../../src/statistics/binomial-interval.js';
import type { Answer } from '../../src/verdicts/verdict.js';
import type { Cell, Limit } from './cells.js';
import { judgeWorld } from './judge-world.js';
import { places } from './layout.js';
import type { SizedEstimates, StandardError } from './sized-estimates.js';

/** How often each answer was given. */
export type Answers = Partial<Record<Answer, number>>;

/** A cell with what came out: shares of worlds, and whether each limit is kept. */
export interface CellResult {
  readonly name: Cell['name'];
  readonly ratio: number;
  /** The standard error meant. */
  readonly of: StandardError;
  readonly answers: Answers;
  readonly limits: readonly { readonly what: string; readonly worlds: number; readonly kept: boolean }[];
}

/** What the rule says of all worlds in which specifications have such effects, at such a ratio of SE to m. */
function judgeAll(
  sized: SizedEstimates,
  worlds: number,
  of: StandardError,
  ratio: number,
  effectOf: (source: number) => number,
  see: (answer: Answer, dependsOn: readonly string[]) => void,
): Answers {
  const answers: Answers = {};
  const times = places.map(({ source }) => effectOf(source));
  for (let w = 0; w < worlds; w++) {
    const estimates = times.map((t, s) => sized.estimate(w, s, t, of));
    const matters = Float64Array.from(times, (_, s) => sized.errorOf(w, s, of) / ratio);
    const { answer, dependsOn } = judgeWorld(estimates, matters);
    answers[answer] = (answers[answer] ?? 0) + 1;
    see(answer, dependsOn);
  }
  return answers;
}

/** Whether so many of the worlds are within a limit. */
export function isKept({ atLeast, atMost, upperAtMost }: Limit, found: number, worlds: number): boolean {
  const share = found / worlds;
  return (
    (atLeast === undefined || share >= atLeast) &&
    (atMost === undefined || share <= atMost) &&
    (upperAtMost === undefined || binomialInterval(found, worlds).high <= upperAtMost)
  );
}

export function judgeCell(cell: Cell, sized: SizedEstimates, worlds: number, of: StandardError): CellResult {
  const found = cell.limits.map(() => 0);
  const answers = judgeAll(sized, worlds, of, cell.ratio, cell.effectOf, (answer, dependsOn) => {
    for (const [i, limit] of cell.limits.entries()) if (limit.is(answer, dependsOn)) found[i]!++;
  });
  return {
    name: cell.name,
    ratio: cell.ratio,
    of,
    answers,
    limits: cell.limits.map((limit, i) => ({
      what: limit.what,
      worlds: found[i]!,
      kept: isKept(limit, found[i]!, worlds),
    })),
  };
}

/** The operating curve: answers as the true effect grows, in standard errors, at one ratio of SE to m. */
export interface CurvePoint {
  readonly of: StandardError;
  readonly ratio: number;
  readonly effect: number;
  readonly answers: Answers;
}

export const judgeCurve = (
  sized: SizedEstimates,
  worlds: number,
  of: StandardError,
  ratios: readonly number[],
  effects: readonly number[],
): CurvePoint[] =>
  ratios.flatMap((ratio) =>
    effects.map((effect) => ({
      of,
      ratio,
      effect,
      answers: judgeAll(
        sized,
        worlds,
        of,
        ratio,
        () => effect,
        () => {},
      ),
    })),
  );
