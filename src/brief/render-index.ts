import { type Html, html } from '../figures/html.js';
import { counted } from '../figures/numbers.js';
import { answerLooks, answersInOrder } from './answers.js';
import type { IndexInput } from './brief-input.js';
import { claimsTable } from './claims-table.js';
import { byline } from './day.js';
import { howToRead } from './how-to-read.js';
import { page } from './page.js';
import { shortAnswer } from './short-answer.js';

/** The page over all arguments: every claim with its verdict, linked to its section of a brief. */
export function renderIndex(input: IndexInput): string {
  const claims = input.arguments.flatMap((a) => a.claims);
  return page({
    title: 'Entente – arguments about foreign policy, put to the test',
    description: `How ${claims.length} claims from ${input.arguments.length} arguments stand on the open record of the international system.`,
    body: html`<header class="top"><p class="eyebrow">Entente</p>
<h1>Arguments about foreign policy, put to the test</h1>
<p class="lead">${counted(input.arguments.length, 'published argument')}, put to the open record of the international system in every fair way at once. ${shortAnswer(
      claims.map((c) => c.verdict),
      'their',
    )}</p>
<p>We take no side: a claim is always its author’s, and the same standard is applied to everyone’s. <a href="#how-to-read">How to read this page</a></p>
${tally(input)}</header>
${input.arguments.map(
  ({
    argument,
    file,
    claims: own,
  }) => html`<section class="argument" aria-labelledby="${argument.id}"><h2 id="${argument.id}"><a href="${file}">${argument.title}</a></h2>
<p class="by">${byline(argument)}</p>
<p>${shortAnswer(own.map((c) => c.verdict))}</p>
${claimsTable(own, input.labels, file)}</section>
`,
)}
${howToRead(input)}`,
  });
}

/** Claims by verdict: a count, and a sign for each claim. */
function tally(input: IndexInput): Html {
  const answers = input.arguments.flatMap((a) => a.claims.map((c) => c.verdict.answer));
  const present = answersInOrder.filter((a) => answers.includes(a));
  return html`<ul class="tally">${present.map((answer) => {
    const n = answers.filter((a) => a === answer).length;
    return html`<li><strong>${n}</strong> ${answer}<span class="dots ${answerLooks[answer].side}" aria-hidden="true">${answerLooks[answer].sign.repeat(n)}</span></li>`;
  })}</ul>`;
}
