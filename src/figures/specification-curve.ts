import type { ReadingVerdict } from '../verdicts/verdict.js';
import { choiceRows } from './choice-rows.js';
import { curveMarks, place } from './curve-marks.js';
import { type CurvePage, layout, lineLabel } from './curve-page.js';
import { curveRows } from './curve-rows.js';
import {
  type CurveEffect,
  type CurvePoint,
  type CurveScale,
  curvePoints,
  curveScale,
  cutNote,
  directionNote,
  mixedScales,
} from './curve-scale.js';
import { type Html, html } from './html.js';
import { type Names, namesFrom } from './names.js';
import { counted, showNumber, showPercent, withUnit } from './numbers.js';
import { font, paint } from './paint.js';
import { spread } from './spread.js';
import { textSize, textWidth, wrapText } from './text-width.js';

export interface CurveOptions {
  readonly names?: Names;
  /** Width in pixels; under 560 the names of options stand above their rows. */
  readonly width?: number;
}

/**
 * The specification curve (Simonsohn, Simmons & Nelson 2020, Nature Human Behaviour 4:1208–1214): every test’s
 * estimate with its interval, sorted by size; under it, for each choice and option, a tick where the test uses it.
 * Returns SVG. A reading without any estimate gives a frame that says so.
 */
export function specificationCurve(
  verdict: ReadingVerdict,
  effect: CurveEffect,
  { names = namesFrom(), width = 760 }: CurveOptions = {},
): string {
  const points = curvePoints(verdict.graded);
  if (points.length === 0) return emptyCurve(width);
  const scale = curveScale(points, effect);
  const rows = choiceRows(points, verdict, names);
  const note = cutNote(scale.cut);
  const head = wrapText(
    `${scale.title}: ${directionNote(effect, mixedScales(verdict.graded))}`,
    width,
    textSize,
  );
  const page = layout(rows, scale, points.length, width, head.length);
  return html`<svg class="curve" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${page.height}" width="${width}" height="${page.height}" role="img" aria-label="${curveAlt(verdict, points, scale)}" font-family="${font}" font-size="${textSize}" fill="${paint.ink}">
${head.map((line, i) => html`<text x="0" y="${12 + i * 15}" fill="${paint.muted}">${line}</text>`)}
${axis(scale, page)}${curveMarks(points, page)}${lineLabels(scale, page, points)}${note ? html`<text x="${page.right}" y="${page.bottom + 14}" text-anchor="end" font-size="11" fill="${paint.muted}">${note}</text>` : ''}
${curveRows(page, points.length)}
</svg>`.html;
}

/** The curve in words, from its numbers. */
export function curveAlt(verdict: ReadingVerdict, points: readonly CurvePoint[], scale: CurveScale): string {
  const { counts } = verdict;
  const ends = `from ${showNumber(points[0]!.value)} to ${showNumber(points.at(-1)!.value)}`;
  const middle =
    verdict.median === null || mixedScales(verdict.graded)
      ? ''
      : `, median ${withUnit(verdict.median, verdict.unit)}`;
  const failed = counts.failed > 0 ? `, ${counts.failed} failed` : '';
  const lines = scale.lines.map((l) => `${l.label} ${showNumber(l.at)}`).join(', ');
  return `Specification curve of ${counted(points.length, 'estimate')} ${ends}${middle} (${scale.title}; ${lines}). ${counts.for} for the claim, ${counts.against} against, ${counts.open} open${failed}; by weight ${showPercent(verdict.shares.for)} for and ${showPercent(verdict.shares.against)} against. Below it, the choices that each test makes.`;
}

function axis(scale: CurveScale, page: CurvePage): Html {
  const { left, right } = page;
  const ys = scale.lines.map((l) => page.y(l.at));
  const [from, to] = [Math.min(...ys), Math.max(...ys)];
  return html`<rect x="${place(left)}" y="${place(from)}" width="${place(right - left)}" height="${place(to - from)}" fill="${paint.shade}"/>
${scale.ticks.map(
  (t) =>
    html`<path d="M${place(left)} ${place(page.y(t.at))}H${place(right)}" stroke="${paint.grid}"/><text x="${place(left - 6)}" y="${place(page.y(t.at) + 4)}" text-anchor="end" fill="${paint.muted}">${t.label}</text>`,
)}
${scale.lines.map(
  (l) =>
    html`<path d="M${place(left)} ${place(page.y(l.at))}H${place(right)}" stroke="${paint.ink}" stroke-width="1.2"${l.kind === 'matters' ? html` stroke-dasharray="5 4"` : ''}/>`,
)}`;
}

/** Names of the deciding lines: left of the axis where there is room, else inside, at the end where the curve is not. */
function lineLabels(scale: CurveScale, page: CurvePage, points: readonly CurvePoint[]): Html {
  const labels = scale.lines.map(lineLabel);
  const axisRoom = Math.max(...scale.ticks.map((t) => textWidth(t.label, textSize)));
  const lowest = Math.max(...scale.lines.map((l) => page.y(l.at)).filter((y) => y < page.bottom - 16));
  const wanted = scale.lines.map(
    (l) => page.y(l.at) + (page.narrow ? (page.y(l.at) === lowest ? 9 : -8) : 0),
  );
  const at = spread(
    wanted,
    wanted.map(() => 14),
    page.top,
    page.bottom,
  );
  const atRight =
    crossed(scale, points.slice(-third(points))) < crossed(scale, points.slice(0, third(points)));
  return html`${labels.map((label, i) => {
    const halo = html`stroke="${paint.paper}" stroke-width="3" paint-order="stroke"`;
    const end = atRight
      ? html`x="${place(page.right - 2)}" text-anchor="end"`
      : html`x="${place(page.left + 4)}"`;
    return page.narrow
      ? html`<text ${end} y="${place(at[i]! + 4)}" font-size="11" ${halo}>${label}</text>`
      : html`<text x="${place(page.left - axisRoom - 14)}" y="${place(at[i]! + 4)}" text-anchor="end" font-weight="600">${label}</text>`;
  })}`;
}

const third = (points: readonly CurvePoint[]): number => Math.max(1, Math.round(points.length / 3));

/** How often intervals meet the deciding lines. */
const crossed = ({ lines }: CurveScale, points: readonly CurvePoint[]): number =>
  points.filter((p) => lines.some((l) => p.low <= l.at && l.at <= p.high)).length;

function emptyCurve(width: number): string {
  return html`<svg class="curve" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 40" width="${width}" height="40" role="img" aria-label="No test could be computed" font-family="${font}" font-size="${textSize}" fill="${paint.muted}"><text x="0" y="24">No test could be computed.</text></svg>`
    .html;
}
