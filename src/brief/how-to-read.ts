import { type Html, html } from '../figures/html.js';
import { answerMeanings, answersInOrder, badge } from './answers.js';

/** What the words of a brief mean: the last section of every page. */
export function howToRead({ world, code }: { readonly world: string; readonly code: string }): Html {
  return html`<section class="reading-guide" aria-labelledby="how-to-read"><h2 id="how-to-read">How to read this page</h2>
<p>A fair analyst has choices: which score, which years, which definition of an ally. Entente makes all of them, one test for each combination that the record can serve. Each choice has the same weight, split equally over its options; all percentages are of that weight. The choices, and the smallest effect that matters, were fixed before the claim was first tested. A stated figure has no percentages: it stands beside what each record says.</p>
<p>A verdict is not the probability that a claim is true. It says how the claim fares when it is tested in every fair way. Claims are those of their authors; the same standard is applied to everyone’s.</p>
<dl class="meanings">${answersInOrder.map((a) => html`<div><dt>${badge(a)}</dt><dd>${answerMeanings[a]}</dd></div>`)}</dl>
</section>
<footer><p>Entente ${code} · world <code class="hash">${world}</code></p></footer>`;
}
