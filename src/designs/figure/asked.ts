import type { Years } from '../../kernel/years.js';
import type { Answers, Catalogue, Needs } from '../../world/open.js';
import type { RestsOn } from '../design.js';
import { recordKinds } from './records/index.js';
import type { Piece, Recorded, RecordKind } from './records/record.js';

/** One question to the record, or a sum of several, or the difference of two. */
export type AskedFigure =
  | { readonly sum: readonly AskedFigure[] }
  | { readonly difference: readonly [AskedFigure, AskedFigure] }
  | Readonly<Record<string, unknown>>;

const kinds = Object.values(recordKinds);

const isSum = (a: AskedFigure): a is { sum: readonly AskedFigure[] } => Object.hasOwn(a, 'sum');
const isDifference = (a: AskedFigure): a is { difference: readonly [AskedFigure, AskedFigure] } =>
  Object.hasOwn(a, 'difference');

const terms = (a: AskedFigure): readonly AskedFigure[] =>
  isSum(a) ? a.sum : isDifference(a) ? a.difference : [];

/** The single questions of which a figure is made, in the order in which they are written. */
export const leaves = (a: AskedFigure): readonly AskedFigure[] =>
  terms(a).length === 0 ? [a] : terms(a).flatMap(leaves);

export const kindOf = (a: AskedFigure): RecordKind<unknown> =>
  kinds.find(({ name }) => Object.hasOwn(a, name))!;

export function observed(a: AskedFigure): Years {
  const all = leaves(a).map((leaf) => kindOf(leaf).observes(leaf));
  return { from: Math.min(...all.map((y) => y.from)), to: Math.max(...all.map((y) => y.to)) };
}

export function whyNot(a: AskedFigure, catalogue: Catalogue): string | null {
  const reasons = leaves(a).map((leaf) => kindOf(leaf).cannot(leaf, catalogue));
  return reasons.find((reason) => reason !== null) ?? null;
}

/** The states that its questions name, and whether one of them is asked of each state by itself. */
export function figureRestsOn(a: AskedFigure): RestsOn {
  const all = leaves(a);
  return {
    named: [...new Set(all.flatMap((leaf) => kindOf(leaf).named?.(leaf) ?? []))],
    others: all.some((leaf) => kindOf(leaf).ofEachState === true),
  };
}

/** The name of the answer to the i-th single question. */
export const recordName = (i: number): string => `record_${i + 1}`;

/** How a figure is made of its single questions: `(record_1 + record_2) − record_3`. */
export function written(a: AskedFigure): string {
  let next = 0;
  const write = (node: AskedFigure): string => {
    const parts = terms(node).map(write);
    return parts.length === 0 ? recordName(next++) : `(${parts.join(isSum(node) ? ' + ' : ' − ')})`;
  };
  return write(a).replace(/^\((.*)\)$/, '$1');
}

export const needed = (a: AskedFigure, catalogue: Catalogue): Needs =>
  Object.fromEntries(leaves(a).map((leaf, i) => [recordName(i), kindOf(leaf).query(leaf, catalogue)]));

/** What the record says of a figure. */
export function readFigure(a: AskedFigure, answers: Answers, catalogue: Catalogue): Recorded {
  const all = leaves(a).map((leaf, i) => kindOf(leaf).read(leaf, answers[recordName(i)] ?? [], catalogue));
  let next = 0;
  const read = (node: AskedFigure): Recorded => {
    const parts = terms(node).map(read);
    if (parts.length === 0) return all[next++]!;
    return isDifference(node) ? combined([parts[0]!, negative(parts[1]!)], parts) : combined(parts, parts);
  };
  return read(a);
}

/** Turned round: what could only add to a figure can only take from its negative, which may then lie anywhere. */
const negative = (r: Recorded): Recorded => ({
  ...r,
  value: -r.value,
  low: -r.high,
  high: -r.low,
  beyond: r.beyond === 'nothing' ? 'nothing' : 'anywhere',
});

/** A sum of figures. Its interval is that of the worst case: all low, or all high. */
function combined(signed: readonly Recorded[], as: readonly Recorded[]): Recorded {
  const total = (of: (r: Recorded) => number): number => signed.reduce((sum, r) => sum + of(r), 0);
  const beyond = signed.map((r) => r.beyond);
  return {
    value: total((r) => r.value),
    low: total((r) => r.low),
    high: total((r) => r.high),
    n: as.reduce((sum, r) => sum + r.n, 0),
    of: [...new Set(as.map((r) => r.of))].join(' and '),
    by: [...new Set(as.map((r) => r.by))].join('; '),
    when: [...new Set(as.map((r) => r.when))].join(' and '),
    beyond: beyond.includes('anywhere') ? 'anywhere' : beyond.includes('above') ? 'above' : 'nothing',
    made: as.flatMap(pieces),
    lost: Object.assign({}, ...as.map((r) => r.lost)),
  };
}

/** Pieces of a term that are shown one by one. */
const few = 6;

/** A term: piece by piece where these are few and make it up, else as one piece, named by what it is made of. */
function pieces({ made, value, of, when }: Recorded): readonly Piece[] {
  const total = made.reduce((sum, piece) => sum + piece.value, 0);
  if (made.length > 0 && made.length <= few && total === value) return made;
  const named =
    made.length > 0 && made.length <= few ? made.map((p) => p.label.replace(/_/g, ' ')).join(', ') : of;
  return [{ label: `${named} (${when})`, value, main: true }];
}
