import { mixedScales } from '../figures/curve-scale.js';
import { type Content, type Html, html } from '../figures/html.js';
import { showPercent, showTogether, withCommas, withUnit } from '../figures/numbers.js';
import { listed } from '../kernel/words.js';
import type { Years } from '../kernel/years.js';
import type { ReadingVerdict } from '../verdicts/verdict.js';
import { badge } from './answers.js';
import { statedFigure } from './figure-words.js';
import { periodSentence } from './gaps.js';
import { jointWords } from './joint-words.js';

/** The numbers that a referee looks for first, in one list: what was found, in how many tests, and how firmly. */
export function inNumbers(verdict: ReadingVerdict, period: Years | undefined): Html {
  const rows: readonly (readonly [string, Content])[] = verdict.figure
    ? figureRows(verdict)
    : [
        ['Typical result', typical(verdict)],
        ['Fair tests', tests(verdict)],
        ['Joint test', joint(verdict)],
        ['If less or more mattered', enough(verdict)],
        ['Years', periodSentence(verdict, period)],
      ];
  return html`<dl class="facts numbers">${rows.map(([name, said]) => html`<div><dt>${name}</dt><dd>${said}</dd></div>`)}</dl>
`;
}

function figureRows(verdict: ReadingVerdict): readonly (readonly [string, Content])[] {
  const { counts, figure } = verdict;
  const told = [
    `${counts.for} of ${verdict.specifications} agree`,
    ...(counts.against > 0 ? [`${counts.against} ${counts.against === 1 ? 'does' : 'do'} not`] : []),
    ...(counts.open > 0 ? [`${counts.open} cannot tell`] : []),
    ...(counts.failed > 0 ? [`${counts.failed} could not be had`] : []),
  ];
  return [
    ['Stated', statedFigure(verdict)],
    ['Records', `${listed(told)}.`],
    ...(figure && figure.margin > 0 ? [['With another margin', margins(verdict)] as const] : []),
  ];
}

/** The median and the middle of all results, in the unit of the design. */
export function typical({ median, low, high, unit, graded }: ReadingVerdict): Content {
  if (mixedScales(graded))
    return 'The tests measure on different scales; each result stands beside what matters on its own.';
  if (median === null || low === null || high === null) return 'No test gave a number.';
  const [middle, from, to] = showTogether([median, low, high]);
  if (graded.length === 1) return html`<strong>${middle} ${unit}</strong>`;
  return html`<strong>${middle} ${unit}</strong>; 95\u00a0% of results lie between ${from} and ${to}.`;
}

/** How many tests say what, and the same by weight, where counting and weighing differ. */
function tests({ specifications, counts, shares }: ReadingVerdict): Content {
  const sides = ['for', 'open', 'against'] as const;
  const failed = counts.failed > 0 ? `, ${withCommas(counts.failed)} could not be computed` : '';
  const said = sides.map((s) => `${withCommas(counts[s])} ${s}`).join(', ');
  const weight = sides.map((s) => showPercent(shares[s])).join(', ');
  const even = sides.every(
    (s) => showPercent(counts[s] / Math.max(1, specifications)) === showPercent(shares[s]),
  );
  const weighed = even ? '' : ` By weight ${weight}: each choice weighs the same, split over its options.`;
  return html`<strong>${withCommas(specifications)}</strong>: ${said}${failed}.${weighed}`;
}

const joint = ({ joint }: ReadingVerdict): string =>
  joint ? jointWords(joint) : 'None: no test of it can be drawn anew in a world in which the claim is wrong.';

const margins = ({ atHalf, atDouble }: ReadingVerdict): Content =>
  html`With half the margin ${badge(atHalf)}, with twice ${badge(atDouble)}.`;

/** The verdicts at half and at twice the effect that matters. */
function enough({ answer, atHalf, atDouble }: ReadingVerdict): Content {
  if (atHalf === answer && atDouble === answer)
    return html`With half or twice the effect that matters, the verdict stays: ${badge(answer)}.`;
  return html`With half the effect that matters ${badge(atHalf)}, with twice ${badge(atDouble)}.`;
}

/** A result in the fewest words, for a table of claims: `1.03 times its share of the states`. */
export function shortResult({ median, unit, graded }: ReadingVerdict): string {
  return median === null || mixedScales(graded) ? '' : withUnit(median, unit);
}
