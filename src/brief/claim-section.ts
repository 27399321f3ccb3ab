import type { Claim } from '../claims/claim.js';
import { type Html, html, raw } from '../figures/html.js';
import type { Names } from '../figures/names.js';
import { counted, withCommas } from '../figures/numbers.js';
import { listed } from '../kernel/words.js';
import { showYears } from '../kernel/years.js';
import { decidingPart } from '../verdicts/deciding-part.js';
import type { ClaimVerdict, PartVerdict } from '../verdicts/verdict.js';
import { answerLooks, badge } from './answers.js';
import type { BriefInput, ClaimBrief } from './brief-input.js';
import { byline } from './day.js';
import { findings } from './findings.js';
import { hangsOn } from './hangs-on.js';
import { type Heading, headings } from './heading.js';
import { inNumbers } from './in-numbers.js';
import { linked } from './links.js';
import { bar, partOf, partSection } from './part-section.js';
import { picturesSection } from './pictures.js';
import { sourceList } from './source-list.js';
import { claimSentence, readingSentence } from './verdict-sentence.js';
import { dependsSentence, namesOf } from './wording.js';

/** The section of a claim: who says it, the answer and what it hangs on, its numbers, then everything behind it. */
export async function claimSection(entry: ClaimBrief, input: BriefInput): Promise<Html> {
  const { claim, verdict } = entry;
  const names = namesOf(claim, input.labels);
  const tested = verdict.parts.some((p) => p.readings.length > 0);
  const several = verdict.parts.length > 1;
  const top = headings(3, claim.id);
  const parts = await Promise.all(
    verdict.parts.map(async (p) => {
      const place = several ? `${claim.id}.${p.part}` : claim.id;
      const section = await partSection(entry, p, input, names, headings(several ? 4 : 3, place));
      return several
        ? html`${top(`Part: ${names.part(p.part)}`)}${partVerdict(p, entry, names)}${section}`
        : section;
    }),
  );
  const body = html`${howTested(entry, tested, input, top)}
${parts}
${await picturesSection(entry.pictures ?? [], claim.id, top)}
${notHeld(claim, tested, top)}${analyses(claim, top)}
${tested && html`${top('Sources')}${sourceList(entry.sources)}${top('How to reproduce it')}${reproduce(entry, input)}`}`;
  return html`<section class="claim" id="${claim.id}" aria-labelledby="${claim.id}-title">
<p class="eyebrow"><code>${claim.argument}/${claim.id}</code></p>
<h2 id="${claim.id}-title">${claim.says}</h2>
<p class="by">Claimed by ${byline({ ...input.argument, author: claim.by || input.argument.author })}${claim.period && html`; speaks of ${showYears(claim.period)}`}</p>
${verdictBox(entry, names)}
${!several && verdict.parts.map((p) => numbersOf(p, claim))}${jumps(body)}${body}
</section>
`;
}

/** Links to what the section holds, made from its own headings; none where it is short. */
function jumps(body: Html): Html {
  const found = [...body.html.matchAll(/<h3 id="([^"]+)">(.*?)<\/h3>/g)];
  if (found.length < 5) return html``;
  return html`<ul class="jumps" aria-label="In this claim">${found.map(
    ([, id, text]) => html`<li><a href="#${raw(id!)}">${raw(text!)}</a></li>`,
  )}</ul>
`;
}

const numbersOf = ({ readings }: PartVerdict, claim: Claim): Html =>
  readings[0] ? inNumbers(readings[0], claim.period) : html``;

function verdictBox({ claim, verdict }: ClaimBrief, names: Names): Html {
  const sentence = claimSentence(verdict, names);
  const depends = dependsSentence(verdict.dependsOn, names);
  const rest = depends && sentence.startsWith(depends) ? sentence.slice(depends.length).trim() : sentence;
  const part = decidingPart(verdict);
  const reading = part?.readings[0];
  const hangs =
    part && reading && reading.graded.length > 0 && hangsOn(reading, partOf(claim, part.part), names);
  return html`<div class="verdict ${answerLooks[verdict.answer].side}"><p class="answer">${badge(verdict.answer, verdict.until)}${verdict.inPart && html` <span class="part">in part</span>`}</p>
<p class="sentence">${rest !== sentence && html`<strong>${depends}</strong> `}${rest}</p>
${hangs && html`<p class="sentence">${hangs}</p>`}${ownData(verdict, names)}
${reading && reading.graded.length > 0 && !reading.figure && bar(reading)}</div>`;
}

/** That a verdict rests on the reader’s own data, or how it stands with them beside the record. */
function ownData({ restsOn, withOwn }: ClaimVerdict, names: Names): Html {
  if (restsOn)
    return html`<p class="own-data">This rests on data of the tester’s own (${listed(restsOn)}) and is no published verdict.</p>`;
  if (!withOwn?.restsOn) return html``;
  return html`<p class="own-data">With data of the tester’s own (${listed(withOwn.restsOn)}) beside the record, not published: ${badge(withOwn.answer, withOwn.until)} ${claimSentence(withOwn, names)}</p>`;
}

/** The answer of one part of several, unless it is the one that stands at the top of the claim, and its numbers. */
function partVerdict(part: PartVerdict, { claim, verdict }: ClaimBrief, names: Names): Html {
  const [first] = part.readings;
  if (!first) return html``;
  const said =
    part === decidingPart(verdict)
      ? 'This part decides; what its answer says and hangs on stands at the top of the claim.'
      : `${readingSentence(first, names)} ${hangsOn(first, partOf(claim, part.part), names)}`;
  return html`<p>${badge(first.answer, first.until)}. ${said}</p>
${numbersOf(part, claim)}`;
}

/** What is measured, what would count against the claim, and whether it was found. */
function howTested(
  { claim, verdict }: ClaimBrief,
  tested: boolean,
  input: BriefInput,
  heading: Heading,
): Html {
  return html`${heading(tested ? 'How it was tested' : 'How it would be tested')}<dl class="facts"><div><dt>${tested ? 'What is measured' : 'What would be measured'}</dt><dd>${linked(claim.measured)}</dd></div>
<div><dt>What would count against it</dt><dd>${linked(claim.countsAgainst)}</dd></div>
${tested && html`<div><dt>Was it found?</dt><dd>${found(verdict)}</dd></div>`}
${claim.awaits.length > 0 && html`<div><dt>${tested ? 'Another part waits for' : 'It waits for'}</dt><dd>${awaited(claim, input)}</dd></div>`}
${claim.untestable && html`<div><dt>Why the record cannot test it</dt><dd>${linked(claim.untestable.because)}</dd></div><div><dt>What would settle it</dt><dd>${linked(claim.untestable.wouldSettle)}</dd></div>`}</dl>`;
}

function awaited({ awaits, awaitsFor }: Claim, { designs }: BriefInput): string {
  const named = awaits.map((name) => (designs[name]?.title ?? name).replace(/-/g, ' '));
  const asked = awaits.flatMap((name) => awaitsFor?.[name]?.trim() ?? []);
  return `a test by ${listed(named)}, not built yet${asked.length > 0 ? `: ${asked.join('; ')}` : ''}`;
}

/** How many tests found what counts against the claim, by kind. */
function found(verdict: ClaimVerdict): Html {
  const reading = decidingPart(verdict)?.readings[0];
  if (!reading || reading.graded.length === 0) return html`No test could be run.`;
  const reasons = new Map<string, number>();
  for (const g of reading.graded)
    if (g.stance === 'against') reasons.set(g.reason, (reasons.get(g.reason) ?? 0) + 1);
  if (reasons.size === 0) return html`No: none of ${counted(reading.specifications, 'test')} finds it.`;
  const kinds = [...reasons].map(
    ([reason, n]) => `${withCommas(n)} ${n === 1 ? 'finds' : 'find'} ${findings[reason] ?? reason}`,
  );
  return html`Yes, in ${withCommas(reading.counts.against)} of ${counted(reading.specifications, 'test')}: ${listed(kinds)}.`;
}

function notHeld(claim: Claim, tested: boolean, heading: Heading): Html {
  if (claim.notInRecord.length === 0) return html``;
  return html`${heading('What the record does not hold')}<ul>${claim.notInRecord.map((n) => html`<li>${linked(n)}</li>`)}</ul>${!tested && '\n'}`;
}

function analyses(claim: Claim, heading: Heading): Html {
  if (claim.analyses.length === 0) return html``;
  return html`${heading('Published analyses')}<ul>${claim.analyses.map((a) => html`<li>${linked(a.says)} <cite>${linked(a.cite)}</cite></li>`)}</ul>`;
}

const reproduce = ({ commands }: ClaimBrief, { world, code }: BriefInput): Html =>
  html`<pre tabindex="0"><code>${commands.join('\n')}</code></pre><p class="source">Entente ${code}, world <code class="hash">${world}</code>. The same world and code give the same numbers to the last digit.</p>`;
