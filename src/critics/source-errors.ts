import type { Design } from '../designs/design.js';
import { drawNumber } from '../designs/draws.js';
import { contentHash } from '../kernel/canonical.js';
import { EntenteError } from '../kernel/errors.js';
import type { Years } from '../kernel/years.js';
import { continuing } from '../measures/continuing-states.js';
import { normalQuantile } from '../statistics/distributions.js';
import type { Row } from '../world/database.js';
import type { Answers, Needs, Query, World } from '../world/open.js';
import { rowsOf, seenBy } from './changed-answers.js';
import { shown } from './effect-scale.js';
import { statesNamed } from './leave-out.js';
import { medianOf } from './median.js';
import type { Asked, Question } from './question.js';

export const draws = 99;
/** Years over which the errors of a state resemble each other; so many years apart they are independent. */
export const memory = 10;
/** Rows that a draw of the whole multiverse may make and read; beyond, one specification stands for it. */
const mostDrawn = 16_000;
const mostRead = 200_000;

export interface SourceErrors {
  /** How many specifications read a variable whose source gives intervals. */
  readonly affected: number;
  /** Whether all of them were drawn anew, or the one of them nearest the median alone. */
  readonly whole: boolean;
  /** As recorded. */
  readonly value: number | null;
  /** In each draw. */
  readonly drawn: readonly (number | null)[];
}

type Rows = readonly Row[];

/**
 * The median estimate when every value that the source gives with an interval is drawn anew within it, in 99 draws.
 *
 * A draw moves a value, and its interval with it, by z times its standard error (amounts by a factor, in logs): the half of the interval on the side to
 * which it moves, over the normal quantile of the interval’s level, so that lopsided intervals stay lopsided. z is
 * standard normal, another for each state and year, and the same for all variables of one table, which rest on the same
 * judgements (of V-Dem’s two indices one is a part of the other), and for all specifications.
 *
 * How the errors of one state hang together is not in the record. The same coders judge neighbouring years, so that one
 * error for all years would be nearest to what happens from year to year; but it would leave every change over time
 * untouched, which is not cautious. Errors that are independent from year to year would cancel in means over several
 * years, which is not cautious either. So z is the mean of the news of the last ten years (times √10): the errors of
 * years k apart correlate 1 − k/10, 0.9 from one year to the next, and not at all from ten years on. Within a span of
 * five years a mean is then nearly as unsure as one of its years, and two spans ten years apart err independently, as
 * in `measurementError` of the comparison. Errors of different states are independent.
 */
export async function drawErrors(q: Question, design: Design, world: World): Promise<SourceErrors> {
  const all = await Promise.all(
    q.specifications.map(async (asked): Promise<Uncertain> => {
      const needs = design.needs(asked.parameters, world);
      const names = Object.keys(needs).filter((name) => needs[name]!.interval !== undefined);
      const answers = names.length === 0 ? {} : (await seenBy(needs, world, false)).answers;
      return { asked, needs, answers: entering(asked, answers, names, design, world), names };
    }),
  );
  const affected = all.filter(({ names }) => names.length > 0);
  if (affected.length === 0) return { affected: 0, whole: true, value: null, drawn: [] };
  const whole = isFeasible(affected);
  const chosen = whole ? all : [nearest(affected, q)];
  const specifications = chosen.map(({ asked }) => asked);
  const ready = redrawable(
    chosen.flatMap(({ answers, needs, names }) =>
      names.map((name) => [answers[name]!, needs[name]!] as const),
    ),
    observed(chosen, design),
  );
  return {
    affected: affected.length,
    whole,
    value: medianOf(
      specifications,
      specifications.map((s) => s.value),
      q.scale,
    ),
    drawn: Array.from({ length: draws }, (_, m) => {
      const redrawn = redraw(m, ready);
      const values = chosen.map((u) =>
        u.names.length === 0 ? u.asked.value : pointOf(u, redrawn, design, world),
      );
      return medianOf(specifications, values, q.scale);
    }),
  };
}

/** A specification, and which of its answers have intervals. */
interface Uncertain {
  readonly asked: Asked;
  readonly needs: Needs;
  readonly answers: Answers;
  readonly names: readonly string[];
}

/** The answers; where none but the states that are named enter, those with intervals without the rows of others. */
function entering(
  { parameters }: Asked,
  answers: Answers,
  names: readonly string[],
  design: Design,
  world: World,
): Answers {
  const { named, others } = design.restsOn?.(parameters, world) ?? { named: [], others: true };
  if (others || named.length === 0) return answers;
  const states = statesNamed(named, world);
  return { ...answers, ...Object.fromEntries(names.map((name) => [name, rowsOf(answers[name]!, states)])) };
}

/** The years that are observed: what lies around them is read, and left as it is. */
function observed(chosen: readonly Uncertain[], design: Design): Years {
  const spans = chosen.map(({ asked }) => design.observes(asked.parameters));
  return { from: Math.min(...spans.map((s) => s.from)), to: Math.max(...spans.map((s) => s.to)) };
}

/** Whether all can be drawn: each answer is drawn anew once, and read by every specification that asks for it. */
function isFeasible(affected: readonly Uncertain[]): boolean {
  const asked = affected.flatMap(({ answers, names }) => names.map((name) => answers[name]!));
  const count = (all: Iterable<Rows>): number => [...all].reduce((sum, rows) => sum + rows.length, 0);
  return count(new Set(asked)) <= mostDrawn && count(asked) <= mostRead;
}

/** The specification that lies nearest to the one nearest the median of all. */
function nearest(affected: readonly Uncertain[], q: Question): Uncertain {
  const seen = (s: Asked): number => shown(q.scale, s.value, s.matters);
  const middle = seen(q.specifications[q.typical]!);
  return affected.reduce((a, b) =>
    Math.abs(seen(b.asked) - middle) < Math.abs(seen(a.asked) - middle) ? b : a,
  );
}

function pointOf(
  { asked, answers, names }: Uncertain,
  redrawn: ReadonlyMap<Rows, Rows>,
  design: Design,
  world: World,
): number | null {
  const moved = Object.fromEntries(names.map((name) => [name, redrawn.get(answers[name]!)!]));
  try {
    const value = design.point!(asked.parameters, { ...answers, ...moved }, world);
    return Number.isFinite(value) ? value : null;
  } catch (error) {
    if (error instanceof EntenteError) return null;
    throw error;
  }
}

/** Answers whose values are to be drawn anew, with the errors that each of their rows takes. */
export interface Redrawn {
  readonly rows: Rows;
  readonly quantile: number;
  readonly log: boolean;
  /** Which of the errors of its source a row takes; −1 for one without an interval. */
  readonly at: Int32Array;
  readonly source: Source;
}

/** A source that errs: its tables by number, and the states and years of which it speaks. */
interface Source {
  readonly number: number;
  readonly states: Map<number, number>;
  from: number;
  to: number;
}

/**
 * Makes answers ready to be drawn anew in some years. Those of the same tables are of one source, whose errors they
 * share.
 */
export function redrawable(
  answers: readonly (readonly [rows: Rows, query: Query])[],
  within: Years,
): Redrawn[] {
  const sources = new Map<number, Source>();
  const distinct = [...new Map(answers)];
  const sourceOf = ({ tables }: Query): Source => {
    const number = Number.parseInt(contentHash([...tables].sort()).slice(0, 2), 16);
    const source = sources.get(number) ?? { number, states: new Map(), from: 9999, to: 0 };
    sources.set(number, source);
    return source;
  };
  for (const [rows, query] of distinct) {
    const source = sourceOf(query);
    for (const row of rows) {
      const [state, year] = [continuing(Number(row['ccode'])), Number(row['year'])];
      if (year < within.from || year > within.to) continue;
      if (!source.states.has(state)) source.states.set(state, source.states.size);
      source.from = Math.min(source.from, year);
      source.to = Math.max(source.to, year);
    }
  }
  return distinct.map(([rows, query]) => {
    const source = sourceOf(query);
    const length = source.to - source.from + 1;
    const place = (row: Row): number =>
      Number(row['year']) < within.from ||
      Number(row['year']) > within.to ||
      typeof row['value'] !== 'number' ||
      typeof row['low'] !== 'number' ||
      typeof row['high'] !== 'number'
        ? -1
        : source.states.get(continuing(Number(row['ccode'])))! * length + Number(row['year']) - source.from;
    return {
      rows,
      quantile: normalQuantile(0.5 + query.interval!.level / 2),
      log: query.interval!.scale === 'log',
      at: Int32Array.from(rows.map(place)),
      source,
    };
  });
}

/** The answers with their values drawn anew, draw number m. */
export function redraw(m: number, answers: readonly Redrawn[]): ReadonlyMap<Rows, Rows> {
  const errors = new Map<Source, Float64Array>();
  return new Map(
    answers.map(({ rows, quantile, log, at, source }) => {
      const z = errors.get(source) ?? errorsOf(m, source);
      errors.set(source, z);
      return [rows, rows.map((row, i) => (at[i]! < 0 ? row : moved(row, z[at[i]!]! / quantile, log)))];
    }),
  );
}

/** A row whose value and interval lie so many halves of the interval away, each half by its own width. */
function moved(row: Row, halves: number, log: boolean): Row {
  const [value, low, high] = [row['value'] as number, row['low'] as number, row['high'] as number];
  if (low === high) return row;
  if (log) {
    const times = Math.exp(halves * Math.log(halves < 0 ? value / low : high / value));
    return { ...row, value: value * times, low: low * times, high: high * times };
  }
  const by = halves * (halves < 0 ? value - low : high - value);
  return { ...row, value: value + by, low: low + by, high: high + by };
}

/** z by state and year: the news of the last ten years over √10, each of them its own number of the draw. */
function errorsOf(m: number, { number, states, from, to }: Source): Float64Array {
  const { keyOf } = drawNumber(m);
  const length = to - from + 1;
  const z = new Float64Array(states.size * length);
  const news = new Float64Array(length + memory - 1);
  for (const [state, place] of states) {
    for (let t = 0; t < news.length; t++) {
      const unit = 2 * ((number * 1000 + state) * 512 + (from + t - 1700));
      news[t] = standardNormal(keyOf(unit), keyOf(unit + 1));
    }
    for (let t = 0; t < length; t++) {
      let sum = 0;
      for (let k = t; k < t + memory; k++) sum += news[k]!;
      z[place * length + t] = sum / Math.sqrt(memory);
    }
  }
  return z;
}

/** A standard normal number from two uniform ones (Box & Muller 1958, Annals of Mathematical Statistics 29: 610–611). */
const standardNormal = (u: number, v: number): number =>
  Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v);
