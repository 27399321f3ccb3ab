import type { Stated } from '../claims/claim.js';
import type { Estimate, RecordedFigure } from '../designs/design.js';
import type { Graded } from './verdict.js';

type Span = readonly [number, number];

/**
 * What a recorded figure says of the stated one. The true figure lies in the record’s interval [low, high], or above
 * it, or anywhere, by what the record leaves out. Stated is a set: [N − m, N + m] for a number, from N − m for “at
 * least” and “more than” (that bound excluded), to N + m for “at most” and “less than”, with m the margin.
 *
 * for: every figure that the record allows is as stated; against: none is; open: some are. So an incomplete count bears
 * out “at least N” once it reaches N, refutes “at most N” once it is beyond, and does not refute “at least N”.
 */
export function gradeFigure(
  { value, low, high, recorded }: Estimate,
  stated: Stated,
  margin: number,
): Pick<Graded, 'oriented' | 'stance' | 'reason'> {
  const beyond = recorded?.beyond ?? 'nothing';
  const from = stated.is === 'list' ? 0 : stated.number;
  const oriented = { value: value - from, low: low - from, high: high - from };
  const { stance, reason } =
    stated.is === 'list'
      ? gradeList(recorded?.list ?? [], stated.items, margin, beyond)
      : gradeNumber(allowed([low, high], beyond), stated, margin);
  return { oriented, stance, reason };
}

type Grade = Pick<Graded, 'stance' | 'reason'>;

const agrees: Grade = { stance: 'for', reason: 'as stated' };
const differs: Grade = { stance: 'against', reason: 'other than stated' };
const cannotTell: Grade = { stance: 'open', reason: 'the record is too incomplete to tell' };

function allowed([low, high]: Span, beyond: RecordedFigure['beyond']): Span {
  if (beyond === 'anywhere') return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return [low, beyond === 'above' ? Number.POSITIVE_INFINITY : high];
}

/** A hair of rounding decides nothing, and never turns “more than” into “at least”. */
const hair = 1e-9;

function gradeNumber([low, high]: Span, stated: Exclude<Stated, { is: 'list' }>, margin: number): Grade {
  const { is, number } = stated;
  const strict = is === 'more-than' || is === 'less-than';
  const from = is === 'at-most' || is === 'less-than' ? undefined : number - margin;
  const to = is === 'at-least' || is === 'more-than' ? undefined : number + margin;
  const notBelow = (x: number): boolean =>
    from === undefined || (strict ? x > from + hair : x >= from - hair);
  const notAbove = (x: number): boolean => to === undefined || (strict ? x < to - hair : x <= to + hair);
  if (notBelow(low) && notAbove(high)) return agrees;
  return !notBelow(high) || !notAbove(low) ? differs : cannotTell;
}

function gradeList(
  recorded: readonly string[],
  stated: readonly string[],
  margin: number,
  beyond: RecordedFigure['beyond'],
): Grade {
  const missing = stated.filter((item) => !recorded.includes(item)).length;
  const extra = recorded.filter((item) => !stated.includes(item)).length;
  if (beyond === 'nothing') return missing + extra <= margin ? agrees : differs;
  return beyond === 'above' && extra > margin ? differs : cannotTell;
}
