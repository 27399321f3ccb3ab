import { type Html, html } from '../figures/html.js';
import type { Names } from '../figures/names.js';
import { counted, withCommas } from '../figures/numbers.js';
import { missingReasons } from '../kernel/missing.js';
import { showYears, type Years } from '../kernel/years.js';
import type { PartVerdict, ReadingVerdict } from '../verdicts/verdict.js';
import { table } from './tables.js';
import { readingWords } from './wording.js';

/** What the record does not hold for a part: years, combinations that cannot be served, failures, rows lost. */
export function recordGaps(part: PartVerdict, period: Years | undefined, names: Names): Html {
  const { readings } = part;
  return html`${readings[0] && html`<p>${periodSentence(readings[0], period)}</p>`}
${impossible(readings, names)}${failures(readings, names)}${readings[0] && !readings[0].figure && losses(readings[0])}`;
}

/** The years the author speaks of and those that the tests observe. */
export function periodSentence(
  { observed, overlap, until }: ReadingVerdict,
  period: Years | undefined,
): string {
  if (!observed) return 'The record holds no years in which this can be observed.';
  const seen = `The tests observe ${showYears(observed)}`;
  if (!period || !overlap) return `${seen}; the author names no period.`;
  const part = `${seen}; the author speaks of ${showYears(period)}, of which the record holds ${overlap.years} of ${counted(overlap.of, 'year')}.`;
  return until === null ? part : `${part} The verdict is therefore one “to ${until}”.`;
}

type Counts = ReadonlyMap<string, number>;

/** Reasons down the side, readings across: how many of each. */
function byReading(
  caption: string,
  readings: readonly ReadingVerdict[],
  counts: readonly Counts[],
  names: Names,
): Html {
  const reasons = [...new Set(counts.flatMap((c) => [...c.keys()]))];
  const heads = readings.length === 1 ? ['How many'] : readings.map((r) => readingWords(r, names));
  const rows = reasons.map((reason) => [reason, ...counts.map((c) => withCommas(c.get(reason) ?? 0))]);
  return table(caption, [{ head: 'Why' }, ...heads.map((head) => ({ head, number: true }))], rows);
}

function impossible(readings: readonly ReadingVerdict[], names: Names): Html {
  const counts = readings.map((r) => new Map(r.impossible.map((i) => [i.reason, i.specifications])));
  if (counts.every((c) => c.size === 0)) return html``;
  return html`<p>Some combinations of choices cannot be served by the record. They were named and left out before anything ran.</p>
${byReading('Combinations that the record cannot serve', readings, counts, names)}`;
}

function failures(readings: readonly ReadingVerdict[], names: Names): Html {
  const counts = readings.map((r) => {
    const reasons = new Map<string, number>();
    for (const g of r.graded)
      if (g.stance === 'failed') reasons.set(g.reason, (reasons.get(g.reason) ?? 0) + 1);
    return reasons;
  });
  if (counts.every((c) => c.size === 0)) return html``;
  return html`<p>Some tests ran and could not be computed; they count as failed.</p>
${byReading('Tests that could not be computed', readings, counts, names)}`;
}

/** What did not enter the typical test, by reason. */
function losses(reading: ReadingVerdict): Html {
  const estimate = reading.typical === null ? undefined : reading.graded[reading.typical]?.estimate;
  if (!estimate) return html``;
  const known: Readonly<Record<string, string>> = missingReasons;
  const rows = Object.entries(estimate.lost)
    .filter(([, n]) => (n ?? 0) > 0)
    .map(([reason, n]) => [known[reason] ?? reason.replace(/-/g, ' '), withCommas(n ?? 0)]);
  const entered = `In the test nearest the middle of all results ${withCommas(estimate.n)} ${estimate.of} entered`;
  if (rows.length === 0) return html`<p>${entered}; no row was lost.</p>`;
  return html`<p>${entered}; these rows did not:</p>
${table('Rows that did not enter the typical test', [{ head: 'Why' }, { head: 'Rows', number: true }], rows)}`;
}
