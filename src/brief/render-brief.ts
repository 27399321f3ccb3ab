import { type Html, html, raw } from '../figures/html.js';
import { type Names, namesFrom } from '../figures/names.js';
import { verdictBar } from '../figures/verdict-bar.js';
import { decidingPart } from '../verdicts/deciding-part.js';
import type { ReadingVerdict } from '../verdicts/verdict.js';
import { answerLooks, badge } from './answers.js';
import type { BriefInput, ClaimBrief } from './brief-input.js';
import { claimSection } from './claim-section.js';
import { byline } from './day.js';
import { figureStrip } from './figure-words.js';
import { howToRead } from './how-to-read.js';
import { linked } from './links.js';
import { page } from './page.js';
import { dependsSentence } from './wording.js';

/**
 * The report on an argument: one HTML file that needs no server and no network. It shows verdicts and computes none;
 * equal inputs give equal bytes. Throws `brief/no-design`, `brief/no-part` where the input is incomplete.
 */
export async function renderBrief(input: BriefInput): Promise<string> {
  const names = namesFrom(input.labels);
  const { argument } = input;
  const sections: Html[] = [];
  for (const entry of input.claims) sections.push(await claimSection(entry, input, names));
  return page({
    title: `${argument.title} – Entente`,
    description: `What the open record says of ${input.claims.length} claims in “${argument.title}”.`,
    nav: nav(input.claims, input.index),
    body: html`<header class="top"><p class="eyebrow">Entente · an argument put to the test</p>
<h1>${argument.title}</h1>
<p class="by">${byline(argument)}</p>
<p class="lead">${linked(argument.summary)}</p></header>
<section aria-labelledby="verdicts"><h2 id="verdicts">Its claims and how they stand</h2>
${claimsTable(input.claims, names)}</section>
${sections}
${howToRead(input)}`,
  });
}

/** The claims of an argument with their verdicts, each linked to its section. */
export function claimsTable(
  claims: readonly Pick<ClaimBrief, 'claim' | 'verdict'>[],
  names: Names,
  file = '',
): Html {
  return html`<table class="claims"><thead><tr><th scope="col">Claim</th><th scope="col">Verdict</th><th scope="col" class="strip">For · open · against</th></tr></thead><tbody>
${claims.map(({ claim, verdict }) => {
  const reading = decidingPart(verdict)?.readings[0];
  const waits = verdict.answer === 'not yet tested' && claim.awaits.length > 0;
  return html`<tr><th scope="row"><a href="${file}#${claim.id}">${claim.says}</a></th><td>${badge(verdict.answer, verdict.until)}${verdict.inPart && html` <span class="part">in part</span>`}${verdict.restsOn && html` <span class="part">own data</span>`}${verdict.dependsOn.length > 0 && html`<span class="depends">${dependsSentence(verdict.dependsOn, names)}</span>`}${waits && html`<span class="depends">waits for: ${claim.awaits.map((a) => a.replace(/-/g, ' ')).join(', ')}</span>`}</td><td class="strip">${reading && reading.graded.length > 0 ? strip(reading) : ''}</td></tr>
`;
})}</tbody></table>`;
}

/** The weight for, open and against as a bar; of a figure, which has none, what is stated and recorded. */
const strip = (reading: ReadingVerdict): Html =>
  reading.figure
    ? html`${figureStrip(reading)}`
    : raw(verdictBar(reading.shares, { labels: false, width: 140 }));

function nav(claims: readonly ClaimBrief[], index: string | undefined): Html {
  return html`<nav aria-label="Claims of this argument"><ol>${claims.map(
    ({ claim, verdict }) =>
      html`<li><a href="#${claim.id}"><span class="sign ${answerLooks[verdict.answer].side}" aria-hidden="true">${answerLooks[verdict.answer].sign}</span> ${claim.id.replace(/-/g, ' ')}</a></li>`,
  )}</ol>${index !== undefined && html`<p><a href="${index}">All arguments</a></p>`}</nav>`;
}
