import { statedWords } from '../claims/stated.js';
import type { Names } from '../figures/names.js';
import { counted, showNumber } from '../figures/numbers.js';
import { listed } from '../kernel/words.js';
import type { Graded, ReadingVerdict } from '../verdicts/verdict.js';

/** What a reading states, with its unit: `at least 80 countries`, `first place`. */
export function statedFigure({ figure, unit }: ReadingVerdict): string {
  if (!figure) return '';
  const { stated } = figure;
  const words = statedWords(stated, showNumber);
  return stated.is === 'list' || stated.is === 'rank' || unit === '' ? words : `${words} ${unit}`;
}

/** What a record says: `43`, `at least 40`, `place 2`, `could not be had`. */
export function recordedFigure({ estimate }: Graded, { figure }: ReadingVerdict): string {
  if (!estimate) return 'could not be had';
  const { recorded, value, low, high } = estimate;
  if (recorded?.list) return recorded.list.length === 0 ? 'none' : recorded.list.join(', ');
  if (figure?.stated.is === 'rank') return `place ${showNumber(value)}`;
  const said = `${recorded?.beyond === 'above' ? 'at least ' : ''}${showNumber(value)}`;
  return low === high ? said : `${said} (${showNumber(low)} to ${showNumber(high)})`;
}

/** Records that a sentence names one by one. */
const few = 3;

/** `stated is at least 80 countries; all 3 records agree: 80, at least 80 and 84`. */
export function figureClause(verdict: ReadingVerdict, names: Names): string {
  const had = verdict.graded.filter((g) => g.estimate);
  const of = (stance: Graded['stance']): readonly Graded[] => had.filter((g) => g.stance === stance);
  const told = [
    ['for', 'agrees', 'agree'],
    ['against', 'does not agree', 'do not agree'],
    ['open', 'is too incomplete to tell', 'are too incomplete to tell'],
  ] as const;
  const clauses = told.flatMap(([stance, one, many]) => {
    const group = of(stance);
    if (group.length === 0) return [];
    const verb = group.length === 1 ? one : many;
    return [`${counted(group.length, 'record')} ${verb} (${figures(group, verdict, names)})`];
  });
  return `stated is ${statedFigure(verdict)}; ${listed(clauses)}`;
}

/** The figures of some records: one where all say the same, each with its record where they are few, else the ends. */
function figures(group: readonly Graded[], verdict: ReadingVerdict, names: Names): string {
  const sorted = [...group].sort((a, b) => a.estimate!.value - b.estimate!.value);
  const said = [...new Set(sorted.map((g) => recordedFigure(g, verdict)))];
  if (said.length === 1) return said[0]!;
  if (group.length > few) return `${said[0]} to ${said.at(-1)}`;
  return group.map((g) => `${recordName(g, verdict, names)}: ${recordedFigure(g, verdict)}`).join('; ');
}

/** A record by the options that tell it from the others; alone, by who states it. */
export function recordName(g: Graded, verdict: ReadingVerdict, names: Names): string {
  const chosen = telling(verdict);
  if (chosen.length === 0) return g.estimate?.recorded?.by ?? 'the record';
  const there = chosen.flatMap((name) => (name in g.choices ? [names.option(name, g.choices[name]!)] : []));
  return there.join(', ');
}

/** The choices that tell records from one another, in the order in which the claim has them. */
export const telling = ({ graded }: ReadingVerdict): readonly string[] =>
  [...new Set(graded.flatMap((g) => Object.keys(g.choices)))].filter(
    (name) => new Set(graded.map((g) => g.choices[name])).size > 1,
  );

/** For a table of claims: `stated at least 80 countries; recorded 80 to 84`. */
export function figureStrip(verdict: ReadingVerdict): string {
  const had = [...verdict.graded.filter((g) => g.estimate)].sort(
    (a, b) => a.estimate!.value - b.estimate!.value,
  );
  if (had.length === 0) return `stated ${statedFigure(verdict)}`;
  const ends = [...new Set([had[0]!, had.at(-1)!].map((g) => showNumber(g.estimate!.value)))];
  return `stated ${statedFigure(verdict)}; recorded ${ends.join(' to ')}`;
}

/** How one record stands to what is stated. */
export const standing: Readonly<Record<Graded['stance'], string>> = {
  for: '●\u00a0agrees',
  against: '■\u00a0does not agree',
  open: '○\u00a0cannot tell',
  failed: '–\u00a0could not be had',
};
