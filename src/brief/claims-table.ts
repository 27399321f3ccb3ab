import { type Html, html, raw } from '../figures/html.js';
import type { Labels, Names } from '../figures/names.js';
import { showPercent } from '../figures/numbers.js';
import { verdictBar } from '../figures/verdict-bar.js';
import { capitalised } from '../kernel/words.js';
import { decidingPart } from '../verdicts/deciding-part.js';
import type { ReadingVerdict } from '../verdicts/verdict.js';
import { badge } from './answers.js';
import type { ClaimBrief } from './brief-input.js';
import { figureStrip } from './figure-words.js';
import { shortResult } from './in-numbers.js';
import { dependsSentence, namesOf } from './wording.js';

/**
 * The claims of an argument, each linked to its section, with its verdict, its numbers, and what it hangs on. The roles are
 * those of a table anyway; they are said because a phone shows the cells one under the other.
 */
export function claimsTable(
  claims: readonly Pick<ClaimBrief, 'claim' | 'verdict'>[],
  labels: Labels | undefined,
  file = '',
): Html {
  return html`<table class="claims stacked" role="table"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Claim</th><th scope="col" role="columnheader">Verdict</th><th scope="col" role="columnheader">Tests for · open · against, and the result</th></tr></thead><tbody role="rowgroup">
${claims.map(({ claim, verdict }) => {
  const names = namesOf(claim, labels);
  const reading = decidingPart(verdict)?.readings[0];
  const waits = verdict.answer === 'not yet tested' && claim.awaits.length > 0;
  return html`<tr role="row"><th scope="row" role="rowheader"><a href="${file}#${claim.id}">${claim.says}</a></th><td role="cell">${badge(verdict.answer, verdict.until)}${verdict.inPart && html` <span class="part">in part</span>`}${verdict.restsOn && html` <span class="part">own data</span>`}${verdict.dependsOn.length > 0 && html`<span class="depends">${dependsSentence(verdict.dependsOn, names)}</span>`}${waits && html`<span class="depends">waits for: ${claim.awaits.map((a) => a.replace(/-/g, ' ')).join(', ')}</span>`}</td><td class="result" role="cell">${reading && reading.graded.length > 0 ? result(reading, names) : ''}</td></tr>
`;
})}</tbody></table>`;
}

/** The weight for, open and against as a bar, the typical result, and the choice that moves it most; of a figure what is stated and recorded. */
function result(reading: ReadingVerdict, names: Names): Html {
  if (reading.figure) return html`<span class="depends">${capitalised(figureStrip(reading))}</span>`;
  const typical = shortResult(reading);
  const [first] = [...reading.decides].sort((a, b) => b.share - a.share);
  const hangs =
    first && first.share > 0
      ? `results hang most on ${names.choice(first.alternative)} (${showPercent(first.share)})`
      : '';
  const said = [typical && `typically ${typical}`, hangs].filter(Boolean).join('; ');
  return html`${raw(verdictBar(reading.shares, { labels: false, width: 240 }))}${said && html`<span class="depends">${capitalised(said)}</span>`}`;
}
