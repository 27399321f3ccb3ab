import type { Part } from '../claims/claim.js';
import { capital } from '../figures/choice-rows.js';
import { crowded } from '../figures/curve-marks.js';
import { mixedScales } from '../figures/curve-scale.js';
import type { Html } from '../figures/html.js';
import type { Names } from '../figures/names.js';
import { counted, showNumber, showTogether, withCommas } from '../figures/numbers.js';
import { specificationCurve } from '../figures/specification-curve.js';
import { listed } from '../kernel/words.js';
import type { ReadingVerdict } from '../verdicts/verdict.js';
import type { DesignCard } from './brief-input.js';
import { varying } from './choices.js';
import { figureBlock, narrowWidth, type Said, wideWidth } from './figure-block.js';
import { numeral, type Table } from './tables.js';

/** Every fair way to test it, in one picture, with the list of them behind it. */
export function curveFigure(
  verdict: ReadingVerdict,
  part: Part,
  design: DesignCard,
  names: Names,
  { file, source }: Said,
): Html {
  const effect = { ...part.expect, scale: design.effect.scale, unit: verdict.unit };
  const draw = (width: number): string => specificationCurve(verdict, effect, { names, width });
  return figureBlock({
    title: curveTitle(verdict),
    says: howToReadIt(verdict.specifications - verdict.counts.failed),
    ...{ wide: draw(wideWidth), narrow: draw(narrowWidth) },
    source,
    summary: `All ${counted(verdict.specifications, 'test')} in a table`,
    table: specifications(verdict, names),
    file: [...file, 'curve'],
  });
}

const stances = [
  ['for', 'speaks for it', 'speak for it'],
  ['against', 'speaks against it', 'speak against it'],
  ['open', 'leaves it open', 'leave it open'],
] as const;

/** The finding of a curve, in counts: `85 of 90 fair ways to test it leave it open; 3 speak for it and 2 speak against it`. */
export function curveTitle({ specifications: n, counts }: ReadingVerdict): string {
  const told = stances
    .filter(([stance]) => counts[stance] > 0)
    .sort(([a], [b]) => counts[b] - counts[a])
    .map(([stance, one, many]) => [counts[stance], counts[stance] === 1 ? one : many] as const);
  const failed = counts.failed > 0 ? `${withCommas(counts.failed)} could not be computed` : '';
  const ways = counted(n, 'fair way');
  const [first, ...others] = told;
  if (!first) return `None of ${ways} to test it could be computed`;
  const [most, words] = first;
  const lead =
    most < n
      ? `${withCommas(most)} of ${ways} to test it ${words}`
      : n === 1
        ? `The one fair way to test it ${words}`
        : `${n === 2 ? 'Both' : `All ${withCommas(n)}`} fair ways to test it ${words}`;
  const rest = listed([...others.map(([k, w]) => `${withCommas(k)} ${w}`), ...(failed ? [failed] : [])]);
  return rest ? `${lead}; ${rest}` : lead;
}

const howToReadIt = (drawn: number): string =>
  crowded(drawn)
    ? 'Tests stand side by side, the smallest result at the left; the line is their results, the darker surface the usual 95 % interval, the paler one the widest. The shaded strip is too small to matter. Below, for each choice: the taller the bar, the more of the tests above it make it.'
    : 'Each upright line is one test with its 95 % interval, the smallest result at the left; discs speak for the claim, squares against it, rings leave it open. The shaded strip is too small to matter. Below, the choices that each test makes.';

function specifications(verdict: ReadingVerdict, names: Names): Table {
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
    const found = g.estimate && [g.estimate.value, g.estimate.low, g.estimate.high];
    const shown = found && showTogether(found);
    return [
      i + 1,
      ...choices.map((c) => names.option(c, g.choices[c] ?? '–')),
      ...[0, 1, 2].map((k) => numeral(found?.[k], shown?.[k])),
      ...(mixed ? [numeral(g.matters, showNumber(g.matters))] : []),
      numeral(g.estimate?.n),
      g.stance,
      g.reason,
    ];
  });
  return { caption: 'Every test, its choices and its result', columns, rows };
}
