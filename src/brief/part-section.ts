import type { Claim, Part } from '../claims/claim.js';
import { mixedScales } from '../figures/curve-scale.js';
import { type Content, type Html, html, raw } from '../figures/html.js';
import type { Names } from '../figures/names.js';
import { showPercent, showTogether } from '../figures/numbers.js';
import { verdictBar } from '../figures/verdict-bar.js';
import { fail } from '../kernel/errors.js';
import { showYears } from '../kernel/years.js';
import type { PartVerdict, ReadingVerdict } from '../verdicts/verdict.js';
import { badge } from './answers.js';
import type { BriefInput, ClaimBrief, DesignCard } from './brief-input.js';
import { choicesInLine } from './choices.js';
import { curveFigure } from './curve-figure.js';
import { howMuchIsEnough } from './enough.js';
import { evidenceFigure } from './evidence-figure.js';
import { figureFigures, figureReadings } from './figure-section.js';
import { recordGaps } from './gaps.js';
import type { Heading } from './heading.js';
import { strongest } from './strongest.js';
import { interval, table } from './tables.js';
import { readingSentence } from './verdict-sentence.js';
import { whatDecides } from './what-decides.js';
import { listed, readingWords } from './wording.js';

/** Everything that a part shows: readings side by side, the first in full, the others folded, then what qualifies all. */
export async function partSection(
  entry: ClaimBrief,
  verdict: PartVerdict,
  input: BriefInput,
  names: Names,
  heading: Heading,
): Promise<Html> {
  const part = partOf(entry.claim, verdict.part);
  const design =
    input.designs[part.design] ?? fail('brief/no-design', `no card of the design: ${part.design}`);
  const [first, ...others] = verdict.readings;
  if (!first) return html``;
  const shown = await readingFigures(entry, first, part, design, names, heading, input.argument.published);
  const folded = await Promise.all(
    others.map(
      async (r) =>
        html`<details class="reading"><summary>${badge(r.answer, r.until)} read by ${readingWords(r, names)}: its charts and tests</summary><p>${readingSentence(r, names)}</p>${await readingFigures(entry, r, part, design, names, undefined, input.argument.published)}</details>\n`,
    ),
  );
  return html`${first.figure ? figureReadings(verdict, names, heading) : readingsTable(verdict, names, heading)}${shown}${folded}
${heading('How much is enough')}${howMuchIsEnough(part, verdict, names)}
${heading('What the tests could not use')}${recordGaps(verdict, entry.claim.period, names)}
${sinceThen(verdict, names, heading)}`;
}

export function partOf(claim: Claim, name: string): Part {
  return (
    claim.parts.find((p) => p.name === name) ??
    fail('brief/no-part', `the claim ${claim.id} has no part: ${name}`)
  );
}

/** The readings of a part, side by side, the one that the author most plainly meant first. */
function readingsTable({ readings }: PartVerdict, names: Names, heading: Heading): Html {
  if (readings.length < 2) return html``;
  const mixed = readings.some((r) => mixedScales(r.graded));
  const units = new Set(readings.map((r) => r.unit));
  const unit = units.size === 1 ? readings[0]!.unit : '';
  const columns = [
    { head: 'Read by' },
    { head: 'Verdict' },
    { head: 'For', number: true },
    { head: 'Open', number: true },
    { head: 'Against', number: true },
    ...(mixed
      ? []
      : [
          { head: 'Typical result', number: true },
          { head: '95 % of results', number: true },
        ]),
    { head: 'Tests', number: true },
  ];
  const rows = readings.map((r) => [
    readingWords(r, names),
    html`${badge(r.answer, r.until)}${r.dependsOn.length > 0 && html`<span class="depends">depends on ${listed(r.dependsOn.map(names.choice))}</span>`}`,
    ...[r.shares.for, r.shares.open, r.shares.against].map(showPercent),
    ...(mixed ? [] : results(r, units.size > 1)),
    r.specifications,
  ]);
  return html`${heading('The claim read in different ways')}${table(`Each reading asks another question and has its own verdict; the one most plainly meant stands first.${unit && !mixed ? ` Unit of results: ${unit}.` : ''}`, columns, rows)}`;
}

const results = (r: ReadingVerdict, withUnits: boolean): Content[] => [
  ...(r.median === null || r.low === null || r.high === null
    ? ['–', '–']
    : [showTogether([r.median, r.low, r.high])[0]!, interval(r.low, r.high)].map((x, i) =>
        withUnits && i === 0 ? html`${x}<span class="depends">${r.unit}</span>` : x,
      )),
];

async function readingFigures(
  entry: ClaimBrief,
  verdict: ReadingVerdict,
  part: Part,
  design: DesignCard,
  names: Names,
  heading: Heading | undefined,
  published: string | undefined,
): Promise<Html> {
  const title = (text: string): Html => (heading ? heading(text) : html`<p class="minor">${text}</p>`);
  const evidence = entry.evidence.find((e) => e.part === part.name && e.reading === verdict.reading);
  const typical = verdict.typical === null ? undefined : verdict.graded[verdict.typical];
  const shown =
    typical &&
    `Shown is the test nearest the middle of all results (${choicesInLine(typical.choices, names)}).`;
  if (verdict.figure)
    return figureFigures({
      entry,
      verdict,
      design,
      names,
      evidence,
      title,
      published,
      explain: heading !== undefined,
    });
  return html`${evidence && html`${title('The evidence')}${await evidenceFigure(evidence.picture, shown)}`}
${title('Every fair way to test it')}${heading && html`<p>${design.read}</p>`}
${typicalLine(verdict)}${curveFigure(verdict, part, design, names)}
${title('What decides it')}${whatDecides(verdict, names)}
${title('The strongest test on each side')}${strongest(verdict, names)}
`;
}

function typicalLine(verdict: ReadingVerdict): Html {
  const { median, low, high, unit, graded } = verdict;
  if (median === null || low === null || high === null) return html``;
  const [typical, from, to] = showTogether([median, low, high]);
  if (mixedScales(graded))
    return html`<p>The tests measure on different scales, so results are shown as multiples of the smallest effect that matters on each.</p>`;
  return html`<p>The typical result is <strong>${typical} ${unit}</strong>; 95 % of results lie between ${from} and ${to}.</p>`;
}

/** The same test after publication, in a line of its own. */
function sinceThen(part: PartVerdict, names: Names, heading: Heading): Html {
  if (part.since.length === 0) return html``;
  return html`${heading('Since then')}<p>The years after the article was published are never in the shares above. Tested on them alone:</p>
<ul>${part.since.map(
    (r) =>
      html`<li>${part.since.length > 1 && html`Read by ${readingWords(r, names)}: `}${badge(r.answer)} ${r.observed && `(${showYears(r.observed)}) `}${readingSentence(r, names)}</li>`,
  )}</ul>`;
}

export const bar = (verdict: ReadingVerdict): Html => raw(verdictBar(verdict.shares));
