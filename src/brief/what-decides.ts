import type { Part } from '../claims/claim.js';
import { capital } from '../figures/choice-rows.js';
import { mixedScales } from '../figures/curve-scale.js';
import { type Html, html } from '../figures/html.js';
import type { Names } from '../figures/names.js';
import { optionsChart } from '../figures/options-chart.js';
import type { ReadingVerdict } from '../verdicts/verdict.js';
import { figureBlock, narrowWidth, type Said, wideWidth } from './figure-block.js';
import { decidesTitle, hangsOn } from './hangs-on.js';
import { numeral, percent, type Table } from './tables.js';

/** The chart of choices with its sentence and its table; nothing to draw where no choice varies. */
export function whatDecides(verdict: ReadingVerdict, part: Part, names: Names, { file, source }: Said): Html {
  const said = html`<p>${hangsOn(verdict, part, names)}</p>`;
  if (verdict.decides.length === 0) return said;
  const draw = (width: number): string => optionsChart(verdict, { names, width });
  const medians = mixedScales(verdict.graded)
    ? ''
    : `, and the typical result${verdict.unit ? ` (${verdict.unit})` : ''}`;
  const turning = verdict.decides.some((d) => d.flips.length > 0)
    ? ' ⇄ marks an option under which another side has most weight.'
    : '';
  return html`${said}
${figureBlock({
  title: decidesTitle(verdict.decides, names),
  says: `For each choice its share of the spread of all results; for each option the weight of tests for, open and against${medians}.${turning}`,
  ...{ wide: draw(wideWidth), narrow: draw(narrowWidth) },
  source,
  table: shares(verdict, names),
  file: [...file, 'what decides it'],
})}`;
}

function shares(verdict: ReadingVerdict, names: Names): Table {
  const mixed = mixedScales(verdict.graded);
  const heads = ['Share of spread', 'For', 'Open', 'Against', ...(mixed ? [] : ['Median'])];
  return {
    caption: 'What each choice decides',
    columns: [
      { head: 'Choice' },
      { head: 'Option' },
      ...heads.map((head) => ({ head, number: true })),
      { head: 'Turns the side with most weight' },
    ],
    rows: verdict.decides.flatMap((d) =>
      d.options.map((o) => [
        capital(names.choice(d.alternative)),
        names.option(d.alternative, o.option),
        ...[d.share, o.for, o.open, o.against].map(percent),
        ...(mixed ? [] : [numeral(o.median)]),
        d.flips.includes(o.option) ? 'yes' : 'no',
      ]),
    ),
  };
}
