import { type Html, html } from '../figures/html.js';
import { answerLooks } from './answers.js';
import type { BriefInput, ClaimBrief } from './brief-input.js';
import { claimSection } from './claim-section.js';
import { claimsTable } from './claims-table.js';
import { byline } from './day.js';
import { howToRead } from './how-to-read.js';
import { linked } from './links.js';
import { page } from './page.js';
import { shortAnswer } from './short-answer.js';

/**
 * The report on an argument: one HTML file that needs no server and no network. It shows verdicts and computes none;
 * equal inputs give equal bytes. Throws `brief/no-design`, `brief/no-part` where the input is incomplete.
 */
export async function renderBrief(input: BriefInput): Promise<string> {
  const { argument } = input;
  const sections: Html[] = [];
  for (const entry of input.claims) sections.push(await claimSection(entry, input));
  return page({
    title: `${argument.title} – Entente`,
    description: `What the open record says of ${input.claims.length} claims in “${argument.title}”.`,
    nav: nav(input.claims, input.index),
    body: html`<header class="top"><p class="eyebrow">Entente · an argument put to the test</p>
<h1>${argument.title}</h1>
<p class="by">${byline(argument)}</p>
<p class="lead">${shortAnswer(input.claims.map((c) => c.verdict))}</p></header>
<section aria-labelledby="verdicts"><h2 id="verdicts">Its claims and how they stand</h2>
${claimsTable(input.claims, input.labels)}
<p class="argues"><strong>The article.</strong> ${linked(argument.summary)}</p>
<p class="source"><a href="#how-to-read">How to read this page</a><span class="on-paper">. Tables and readings that are folded on the screen are printed where they were opened.</span></p></section>
${sections}
${howToRead(input)}`,
  });
}

function nav(claims: readonly ClaimBrief[], index: string | undefined): Html {
  return html`<nav class="contents" aria-label="Claims of this argument"><ol>${claims.map(
    ({ claim, verdict }) =>
      html`<li><a href="#${claim.id}"><span class="sign ${answerLooks[verdict.answer].side}" aria-hidden="true">${answerLooks[verdict.answer].sign}</span> ${claim.id.replace(/-/g, ' ')}</a></li>`,
  )}</ol>${index !== undefined && html`<p><a href="${index}">All arguments</a></p>`}</nav>`;
}
