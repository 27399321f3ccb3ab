import type { Claim, Part } from '../claims/claim.js';
import { mixedScales } from '../figures/curve-scale.js';
import { type Html, html, raw } from '../figures/html.js';
import type { Names } from '../figures/names.js';
import { counted, showPercent, showTogether } from '../figures/numbers.js';
import { verdictBar } from '../figures/verdict-bar.js';
import { fail } from '../kernel/errors.js';
import { listed } from '../kernel/words.js';
import { showYears } from '../kernel/years.js';
import type { PartVerdict, ReadingVerdict } from '../verdicts/verdict.js';
import { badge } from './answers.js';
import type { BriefInput, ClaimBrief, DesignCard } from './brief-input.js';
import { choicesInLine } from './choices.js';
import { criticsSection } from './critics-section.js';
import { curveFigure } from './curve-figure.js';
import { howMuchIsEnough } from './enough.js';
import { evidenceFigure } from './evidence-figure.js';
import { figureFigures, figureReadings } from './figure-section.js';
import { recordGaps } from './gaps.js';
import { hangsOn } from './hangs-on.js';
import type { Heading } from './heading.js';
import { inNumbers } from './in-numbers.js';
import { strongest } from './strongest.js';
import { interval } from './tables.js';
import { readingSentence } from './verdict-sentence.js';
import { whatDecides } from './what-decides.js';
import { readingWords } from './wording.js';

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
  const of = { entry, part, design, names, published: input.argument.published };
  const shown = await readingFigures(first, of, heading);
  const critiques = entry.critiques?.parts.find((c) => c.part === verdict.part);
  const folded = await Promise.all(
    others.map(
      async (r) =>
        html`<details class="reading"><summary>${badge(r.answer, r.until)} read by ${readingWords(r, names)}: its charts and tests</summary><p>${readingSentence(r, names)} ${hangsOn(r, part, names)}</p>${inNumbers(r, entry.claim.period)}${await readingFigures(r, of, undefined)}</details>\n`,
    ),
  );
  return html`${first.figure ? figureReadings(verdict, names, heading) : readingsTable(verdict, names, heading)}${shown}${folded}
${await criticsSection(critiques, heading)}
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
  return html`${heading('The claim read in different ways')}<table class="stacked" role="table"><caption><span>Each reading asks another question and has its own verdict; the one most plainly meant stands first.</span></caption><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Read by</th><th scope="col" role="columnheader">Verdict</th><th scope="col" role="columnheader">Weight of tests, and the result</th></tr></thead><tbody role="rowgroup">
${readings.map(
  (r) =>
    html`<tr role="row"><th scope="row" role="rowheader">${readingWords(r, names)}</th><td role="cell">${badge(r.answer, r.until)}${r.dependsOn.length > 0 && html`<span class="depends">depends on ${listed(r.dependsOn.map(names.choice))}</span>`}</td><td class="result" role="cell">${raw(verdictBar(r.shares, { labels: false, width: 240 }))}<span class="depends">${weights(r)} of ${counted(r.specifications, 'test')}</span>${result(r)}</td></tr>\n`,
)}</tbody></table>`;
}

/** The weight of each side that has any: `2 % for, 94 % open, 3 % against`. */
const weights = ({ shares }: ReadingVerdict): string =>
  (['for', 'open', 'against', 'failed'] as const)
    .filter((side) => shares[side] > 0)
    .map((side) => `${showPercent(shares[side])} ${side}`)
    .join(', ');

/** The typical result of a reading and the middle of all, in its unit; nothing where units differ within it. */
function result(r: ReadingVerdict): Html {
  if (r.median === null || r.low === null || r.high === null || mixedScales(r.graded)) return html``;
  const [typical] = showTogether([r.median, r.low, r.high]);
  return html`<span class="depends">Typically <strong>${typical} ${r.unit}</strong>; 95 % of results ${interval(r.low, r.high)}</span>`;
}

interface Shown {
  readonly entry: ClaimBrief;
  readonly part: Part;
  readonly design: DesignCard;
  readonly names: Names;
  readonly published: string | undefined;
}

async function readingFigures(
  verdict: ReadingVerdict,
  { entry, part, design, names, published }: Shown,
  heading: Heading | undefined,
): Promise<Html> {
  const title = (text: string): Html => (heading ? heading(text) : html`<p class="minor">${text}</p>`);
  const evidence = entry.evidence.find((e) => e.part === part.name && e.reading === verdict.reading);
  const typical = verdict.typical === null ? undefined : verdict.graded[verdict.typical];
  const shown =
    typical &&
    `Shown is the test nearest the middle of all results (${choicesInLine(typical.choices, names)}).`;
  const explain = heading !== undefined;
  if (verdict.figure)
    return figureFigures({
      entry,
      part: part.name,
      verdict,
      design,
      names,
      evidence,
      title,
      published,
      explain,
    });
  const file = [entry.claim.id, ...[part.name].filter(Boolean), verdict.reading];
  const said = { file, source: ofTheClaim(entry.claim, verdict, part, names) };
  return html`${evidence && html`${title('The evidence')}${await evidenceFigure(evidence.picture, shown, [...file, 'evidence'])}`}
${title('Every fair way to test it')}${explain && html`<p>${design.read}</p>`}
${curveFigure(verdict, part, design, names, said)}
${title('What decides it')}${whatDecides(verdict, part, names, said)}
${title('The strongest test on each side')}${strongest(verdict, names)}
`;
}

/** What a figure is about, once it has left its page. */
function ofTheClaim(
  { says, argument, id }: Claim,
  verdict: ReadingVerdict,
  part: Part,
  names: Names,
): string {
  const named = part.name ? `, part ${names.part(part.name)}` : '';
  const read = part.readings.length > 0 ? `, read by ${readingWords(verdict, names)}` : '';
  return `Of the claim “${says}”${named}${read}. Entente, ${argument}/${id}.`;
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
