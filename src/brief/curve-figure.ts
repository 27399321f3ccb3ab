import type { Part } from '../claims/claim.js';
import { capital } from '../figures/choice-rows.js';
import { mixedScales } from '../figures/curve-scale.js';
import { type Html, html } from '../figures/html.js';
import type { Names } from '../figures/names.js';
import { counted, showNumber, showTogether, withCommas } from '../figures/numbers.js';
import { specificationCurve } from '../figures/specification-curve.js';
import type { ReadingVerdict } from '../verdicts/verdict.js';
import type { DesignCard } from './brief-input.js';
import { varying } from './choices.js';
import { bothWidths, narrowWidth, wideWidth } from './evidence-figure.js';
import { foldedTable } from './tables.js';

/** Every fair way to test it, in one picture, with the list of them behind it. */
export function curveFigure(verdict: ReadingVerdict, part: Part, design: DesignCard, names: Names): Html {
  const effect = { ...part.expect, scale: design.effect.scale, unit: verdict.unit };
  const draw = (width: number): string => specificationCurve(verdict, effect, { names, width });
  const { counts } = verdict;
  const failed = counts.failed > 0 ? `, ${withCommas(counts.failed)} failed` : '';
  return html`<figure><figcaption><strong>${counted(verdict.specifications, 'fair way')} to test it: ${withCommas(counts.for)} for, ${withCommas(counts.against)} against, ${withCommas(counts.open)} open${failed}</strong><span>Each upright line is one test with its 95 % interval, the smallest result at the left; discs speak for the claim, squares against it, rings leave it open. The shaded strip is too small to matter. Below, the choices that each test makes.</span></figcaption>
${bothWidths(draw(wideWidth), draw(narrowWidth))}
${specificationsTable(verdict, names)}</figure>
`;
}

function specificationsTable(verdict: ReadingVerdict, names: Names): Html {
  const choices = varying(verdict);
  const mixed = mixedScales(verdict.graded);
  const columns = [
    { head: 'Test', number: true },
    ...choices.map((c) => ({ head: capital(names.choice(c)) })),
    { head: verdict.unit && !mixed ? `Result (${verdict.unit})` : 'Result', number: true },
    { head: 'From', number: true },
    { head: 'To', number: true },
    ...(mixed ? [{ head: 'Matters from', number: true }] : []),
    { head: 'Cases', number: true },
    { head: 'Says' },
    { head: 'Why' },
  ];
  const rows = verdict.graded.map((g, i) => {
    const numbers = g.estimate
      ? showTogether([g.estimate.value, g.estimate.low, g.estimate.high])
      : ['–', '–', '–'];
    return [
      i + 1,
      ...choices.map((c) => names.option(c, g.choices[c] ?? '–')),
      ...numbers,
      ...(mixed ? [showNumber(g.matters)] : []),
      g.estimate ? showNumber(g.estimate.n) : '–',
      g.stance,
      g.reason,
    ];
  });
  return foldedTable(
    `All ${counted(verdict.specifications, 'test')} in a table`,
    'Every test, its choices and its result',
    columns,
    rows,
  );
}
