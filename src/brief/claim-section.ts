import type { Claim } from '../claims/claim.js';
import { type Html, html } from '../figures/html.js';
import type { Names } from '../figures/names.js';
import { counted, withCommas } from '../figures/numbers.js';
import { showYears } from '../kernel/years.js';
import { decidingPart } from '../verdicts/deciding-part.js';
import type { ClaimVerdict } from '../verdicts/verdict.js';
import { answerLooks, badge } from './answers.js';
import type { BriefInput, ClaimBrief } from './brief-input.js';
import { byline } from './day.js';
import { findings } from './findings.js';
import { headings } from './heading.js';
import { linked } from './links.js';
import { bar, partSection } from './part-section.js';
import { sourceList } from './source-list.js';
import { claimSentence } from './verdict-sentence.js';
import { dependsSentence, listed } from './wording.js';

/** The section of a claim: who says it, the verdict in a sentence, then everything behind it. */
export async function claimSection(entry: ClaimBrief, input: BriefInput, names: Names): Promise<Html> {
  const { claim, verdict } = entry;
  const tested = verdict.parts.some((p) => p.readings.length > 0);
  const several = verdict.parts.length > 1;
  const top = headings(3);
  const parts = await Promise.all(
    verdict.parts.map(async (p) => {
      const section = await partSection(entry, p, input, names, headings(several ? 4 : 3));
      return several
        ? html`${top(`Part: ${names.part(p.part)}`)}${partVerdict(p, names)}${section}`
        : section;
    }),
  );
  return html`<section class="claim" id="${claim.id}" aria-labelledby="${claim.id}-title">
<p class="eyebrow"><code>${claim.argument}/${claim.id}</code></p>
<h2 id="${claim.id}-title">${claim.says}</h2>
<p class="by">Claimed by ${byline({ ...input.argument, author: claim.by || input.argument.author })}${claim.period && html`; speaks of ${showYears(claim.period)}`}</p>
${verdictBox(verdict, names)}
${howTested(entry, tested, input)}
${parts}
${notHeld(claim, tested)}${analyses(claim)}
${tested && html`${top('Sources')}${sourceList(entry.sources)}${top('How to reproduce it')}${reproduce(entry, input)}`}
</section>
`;
}

function verdictBox(verdict: ClaimVerdict, names: Names): Html {
  const sentence = claimSentence(verdict, names);
  const depends = dependsSentence(verdict.dependsOn, names);
  const rest = depends && sentence.startsWith(depends) ? sentence.slice(depends.length).trim() : sentence;
  const reading = decidingPart(verdict)?.readings[0];
  return html`<div class="verdict ${answerLooks[verdict.answer].side}"><p class="answer">${badge(verdict.answer, verdict.until)}${verdict.inPart && html` <span class="part">in part</span>`}</p>
<p class="sentence">${rest !== sentence && html`<strong>${depends}</strong> `}${rest}</p>
${ownData(verdict, names)}
${reading && reading.graded.length > 0 && !reading.figure && bar(reading)}</div>`;
}

/** That a verdict rests on the reader’s own data, or how it stands with them beside the record. */
function ownData({ restsOn, withOwn }: ClaimVerdict, names: Names): Html {
  if (restsOn)
    return html`<p class="own-data">This rests on data of the tester’s own (${listed(restsOn)}) and is no published verdict.</p>`;
  if (!withOwn?.restsOn) return html``;
  return html`<p class="own-data">With data of the tester’s own (${listed(withOwn.restsOn)}) beside the record, not published: ${badge(withOwn.answer, withOwn.until)} ${claimSentence(withOwn, names)}</p>`;
}

function partVerdict(part: ClaimVerdict['parts'][number], names: Names): Html {
  const [first] = part.readings;
  if (!first) return html``;
  return html`<p>${badge(first.answer, first.until)} ${dependsSentence(first.dependsOn, names)}</p>`;
}

/** What is measured, what would count against the claim, and whether it was found. */
function howTested({ claim, verdict }: ClaimBrief, tested: boolean, input: BriefInput): Html {
  return html`<h3>${tested ? 'How it was tested' : 'How it would be tested'}</h3>
<dl class="facts"><div><dt>${tested ? 'What is measured' : 'What would be measured'}</dt><dd>${linked(claim.measured)}</dd></div>
<div><dt>What would count against it</dt><dd>${linked(claim.countsAgainst)}</dd></div>
${tested && html`<div><dt>Was it found?</dt><dd>${found(verdict)}</dd></div>`}
${claim.awaits.length > 0 && html`<div><dt>${tested ? 'Another part waits for' : 'It waits for'}</dt><dd>${awaited(claim, input)}</dd></div>`}
${claim.untestable && html`<div><dt>Why the record cannot test it</dt><dd>${linked(claim.untestable.because)}</dd></div><div><dt>What would settle it</dt><dd>${linked(claim.untestable.wouldSettle)}</dd></div>`}</dl>`;
}

const awaited = ({ awaits }: Claim, { designs }: BriefInput): string =>
  `a test by ${listed(awaits.map((name) => (designs[name]?.title ?? name).replace(/-/g, ' ')))}, not built yet`;

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

function notHeld(claim: Claim, tested: boolean): Html {
  if (claim.notInRecord.length === 0) return html``;
  return html`<h3>What the record does not hold</h3><ul>${claim.notInRecord.map((n) => html`<li>${linked(n)}</li>`)}</ul>${!tested && '\n'}`;
}

function analyses(claim: Claim): Html {
  if (claim.analyses.length === 0) return html``;
  return html`<h3>Published analyses</h3><ul>${claim.analyses.map((a) => html`<li>${linked(a.says)} <cite>${linked(a.cite)}</cite></li>`)}</ul>`;
}

const reproduce = ({ commands }: ClaimBrief, { world, code }: BriefInput): Html =>
  html`<pre tabindex="0"><code>${commands.join('\n')}</code></pre><p class="source">Entente ${code}, world <code class="hash">${world}</code>. The same world and code give the same numbers to the last digit.</p>`;
