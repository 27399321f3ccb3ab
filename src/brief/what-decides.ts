import { capital } from '../figures/choice-rows.js';
import { mixedScales } from '../figures/curve-scale.js';
import { type Html, html } from '../figures/html.js';
import type { Names } from '../figures/names.js';
import { showNumber, showPercent } from '../figures/numbers.js';
import { optionsChart } from '../figures/options-chart.js';
import type { Deciding, ReadingVerdict } from '../verdicts/verdict.js';
import { bothWidths, narrowWidth, wideWidth } from './evidence-figure.js';
import { foldedTable } from './tables.js';
import { listed } from './wording.js';

/** What decides a verdict, in words: the choice with most of the spread, and the options that turn the answer. */
export function decidesSentence(decides: readonly Deciding[], names: Names): string {
  const [first, second] = [...decides].sort((a, b) => b.share - a.share);
  if (!first || first.share <= 0) return 'No choice makes a difference to the results.';
  const lead = `${capital(names.choice(first.alternative))} decides most: it explains ${showPercent(first.share)} of the spread of the results${second && second.share > 0 ? `, ${names.choice(second.alternative)} ${showPercent(second.share)}` : ''}.`;
  const flips = decides.flatMap((d) =>
    d.flips.map((option) => `“${names.option(d.alternative, option)}” (${names.choice(d.alternative)})`),
  );
  const turned =
    flips.length === 0
      ? 'No single choice turns the answer.'
      : `The side with most weight turns under ${listed(flips)}.`;
  return `${lead} ${turned}`;
}

/** The chart of choices with its sentence and its table; nothing where no choice varies. */
export function whatDecides(verdict: ReadingVerdict, names: Names): Html {
  if (verdict.decides.length === 0)
    return html`<p>There is only one fair way to test it here, so no choice decides.</p>`;
  const draw = (width: number): string => optionsChart(verdict, { names, width });
  const mixed = mixedScales(verdict.graded);
  const flips = verdict.decides.some((d) => d.flips.length > 0);
  const rows = verdict.decides.flatMap((d) =>
    d.options.map((o) => [
      capital(names.choice(d.alternative)),
      names.option(d.alternative, o.option),
      showPercent(d.share),
      ...[o.for, o.open, o.against].map(showPercent),
      ...(mixed ? [] : [o.median === null ? '–' : showNumber(o.median)]),
      d.flips.includes(o.option) ? 'yes' : 'no',
    ]),
  );
  const heads = ['Share of spread', 'For', 'Open', 'Against', ...(mixed ? [] : ['Median'])];
  return html`<p>${decidesSentence(verdict.decides, names)}</p>
<figure><figcaption><span>For each choice its share of the spread of all results; for each option the weight of tests for, open and against${mixed ? '' : `, and the median result${verdict.unit ? ` (${verdict.unit})` : ''}`}.${flips ? ' ⇄ marks an option that turns the answer.' : ''}</span></figcaption>
${bothWidths(draw(wideWidth), draw(narrowWidth))}
${foldedTable(
  'The numbers of this chart',
  'What each choice decides',
  [
    { head: 'Choice' },
    { head: 'Option' },
    ...heads.map((head) => ({ head, number: true })),
    { head: 'Turns the answer' },
  ],
  rows,
)}</figure>
`;
}
