import type { ChoiceRow } from './choice-rows.js';
import type { CurveFrame } from './curve-marks.js';
import type { CurveScale } from './curve-scale.js';
import { showNumber } from './numbers.js';
import { textSize, textWidth } from './text-width.js';

/** Where the parts of a curve stand, in pixels. */
export interface CurvePage extends CurveFrame {
  readonly width: number;
  readonly narrow: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly rows: readonly (ChoiceRow & { readonly y: number; readonly tall: number })[];
}

/** Lays a curve out: the names of options beside their rows, above them where the page is narrow. */
export function layout(
  rows: readonly ChoiceRow[],
  scale: CurveScale,
  n: number,
  width: number,
  head: number,
): CurvePage {
  const narrow = width < 560;
  const longest = Math.max(...rows.filter((r) => !r.heading).map((r) => textWidth(r.label, textSize)), 130);
  const axisRoom = Math.max(...scale.ticks.map((t) => textWidth(t.label, textSize))) + 10;
  const lineRoom = Math.max(...scale.lines.map((l) => textWidth(lineLabel(l), textSize) * 1.08));
  const left = narrow ? axisRoom : Math.min(Math.max(longest + 12, axisRoom + 12 + lineRoom), width * 0.42);
  const [top, right] = [head * 15 + (narrow ? 20 : 14), width - 6];
  const bottom = top + (narrow ? 220 : 280);
  let y = bottom + 18;
  const placed = rows.map((row) => {
    if (row.heading) y += 10;
    const at = { ...row, y, tall: row.heading ? 18 : narrow ? 33 : 17 };
    y += at.tall;
    return at;
  });
  const step = (right - left) / n;
  return {
    ...{ width, narrow, left, right, top, bottom, step, rows: placed, height: Math.ceil(y + 4) },
    x: (i) => left + (i + 0.5) * step,
    y: (value) => bottom - scale.position(value) * (bottom - top),
  };
}

/** The name of a line that decides, with its value. */
export const lineLabel = (l: CurveScale['lines'][number]): string => `${l.label} ${showNumber(l.at)}`;
