import type { Option } from '../claims/claim.js';
import type { ReadingVerdict, Stance } from '../verdicts/verdict.js';
import type { CurvePoint } from './curve-scale.js';
import type { Names } from './names.js';
import { withCommas } from './numbers.js';

/** A line of the table of choices under a curve: a heading, or an option with the places of the tests that use it. */
export interface ChoiceRow {
  readonly heading: boolean;
  readonly label: string;
  /** Indices into the points of the curve. */
  readonly used: readonly number[];
  /** Where the row is about what tests say. */
  readonly stance?: Exclude<Stance, 'failed'>;
}

const stances: readonly Exclude<Stance, 'failed'>[] = ['for', 'open', 'against'];

/** What each test says, then each choice that varies, the one that decides most first, with a row for each option. */
export function choiceRows(
  points: readonly CurvePoint[],
  verdict: ReadingVerdict,
  names: Names,
): readonly ChoiceRow[] {
  const rows: ChoiceRow[] = [{ heading: true, label: 'What the test says', used: [] }];
  for (const stance of stances) {
    const used = where(points, (p) => p.graded.stance === stance);
    if (used.length > 0)
      rows.push({
        heading: false,
        label: `${stanceWords[stance]} (${withCommas(used.length)})`,
        used,
        stance,
      });
  }
  for (const name of choicesInOrder(points, verdict)) {
    const options = [...new Set(points.map((p) => p.graded.choices[name]))].filter(
      (o): o is Option => o !== undefined,
    );
    if (options.length < 2) continue;
    rows.push({ heading: true, label: capital(names.choice(name)), used: [] });
    for (const option of inOrder(options, name, verdict))
      rows.push({
        heading: false,
        label: names.option(name, option),
        used: where(points, (p) => p.graded.choices[name] === option),
      });
  }
  return rows;
}

export const stanceWords: Readonly<Record<Stance, string>> = {
  for: 'for the claim',
  open: 'open',
  against: 'against it',
  failed: 'failed',
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function where(points: readonly CurvePoint[], test: (p: CurvePoint) => boolean): readonly number[] {
  return points.flatMap((p, i) => (test(p) ? [i] : []));
}

function choicesInOrder(points: readonly CurvePoint[], verdict: ReadingVerdict): readonly string[] {
  const deciding = [...verdict.decides].sort((a, b) => b.share - a.share).map((d) => d.alternative);
  return [...new Set([...deciding, ...points.flatMap((p) => Object.keys(p.graded.choices))])];
}

/** In the order of the author where the verdict keeps it, else numbers by size and words by alphabet. */
function inOrder(options: readonly Option[], name: string, verdict: ReadingVerdict): readonly Option[] {
  const known = verdict.decides.find((d) => d.alternative === name)?.options.map((o) => o.option) ?? [];
  const rank = (o: Option): number => (known.includes(o) ? known.indexOf(o) : known.length);
  return [...options].sort((a, b) => rank(a) - rank(b) || compare(a, b));
}

function compare(a: Option, b: Option): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}
