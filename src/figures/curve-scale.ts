import type { Expectation } from '../claims/claim.js';
import type { Graded } from '../verdicts/verdict.js';
import { counted, showNumber, showTicks } from './numbers.js';
import { linearTicks, logTicks } from './ticks.js';

/** What the curve must know of the effect: the design’s word for it, its scale, and what is claimed of it. */
export interface CurveEffect extends Pick<Expectation, 'effect' | 'threshold' | 'rule' | 'direction'> {
  readonly scale: 'linear' | 'log';
  readonly unit: string;
}

export interface CurvePoint {
  readonly graded: Graded;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The axis of effects: where a value stands between bottom (0) and top (1), and the lines that decide. */
export interface CurveScale {
  readonly title: string;
  position(value: number): number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** No effect, and the smallest effect that matters (both sides where the claim is of no effect). */
  readonly lines: readonly {
    readonly at: number;
    readonly label: string;
    readonly kind: 'none' | 'matters';
  }[];
  /** How many intervals run off the chart. */
  readonly cut: number;
}

/** True where specifications are measured on different scales, each with its own smallest effect that matters. */
export const mixedScales = (graded: readonly Graded[]): boolean =>
  graded.some((g) => Math.abs(g.matters - graded[0]!.matters) > 1e-9 * Math.abs(graded[0]!.matters));

/**
 * The estimates in order of size: in the design’s own unit, or, where scales differ, as multiples of the smallest
 * effect that matters (claimed direction upwards). Failed specifications have no place on the curve.
 */
export function curvePoints(graded: readonly Graded[]): readonly CurvePoint[] {
  const mixed = mixedScales(graded);
  return graded
    .flatMap((g): CurvePoint[] => {
      const of = mixed ? g.oriented : g.estimate;
      if (!g.oriented || !of) return [];
      const by = mixed ? g.matters : 1;
      return [{ graded: g, value: of.value / by, low: of.low / by, high: of.high / by }];
    })
    .sort((a, b) => a.value - b.value || (a.graded.key < b.graded.key ? -1 : 1));
}

/** The scale for these points. Ratios stand on an axis of logs, labelled in plain numbers. */
export function curveScale(points: readonly CurvePoint[], effect: CurveEffect): CurveScale {
  const mixed = mixedScales(points.map((p) => p.graded));
  const log = effect.scale === 'log' && !mixed;
  const lines = decisiveLines(points[0]?.graded.matters ?? 0, effect, mixed);
  const to = log ? Math.log : (x: number): number => x;
  const inside = (x: number): boolean => Number.isFinite(to(x));
  const fixed = [...points.map((p) => p.value), ...lines.map((l) => l.at)].filter(inside).map(to);
  const reach = points
    .flatMap((p) => [p.low, p.high])
    .filter(inside)
    .map(to);
  const [bottom, top] = [Math.min(...fixed), Math.max(...fixed)];
  const spare = Math.max((top - bottom) * 0.6, 1e-9);
  const low = Math.max(Math.min(bottom, ...reach), bottom - spare);
  const high = Math.min(Math.max(top, ...reach), top + spare);
  const pad = (high - low) * 0.03;
  const [from, until] = [low - pad, high + pad];
  const values = log ? logTicks(Math.exp(from), Math.exp(until)) : linearTicks(from, until, 5);
  const labels = log ? values.map(showNumber) : showTicks(values);
  return {
    title: mixed ? `${effect.effect}, in multiples of what matters` : axisTitle(effect),
    position: (value) => {
      const x = to(value);
      if (Number.isNaN(x)) return 0;
      return Math.min(1, Math.max(0, (x - from) / (until - from)));
    },
    ticks: values.map((at, i) => ({ at, label: labels[i]! })),
    lines,
    cut: points.filter((p) => to(p.low) < from || to(p.high) > until || Number.isNaN(to(p.low))).length,
  };
}

const axisTitle = ({ effect, unit }: CurveEffect): string =>
  unit && unit !== effect ? `${effect} (${unit})` : effect;

function decisiveLines(matters: number, effect: CurveEffect, mixed: boolean): CurveScale['lines'] {
  const none = mixed ? 0 : effect.threshold;
  const away = (sign: 1 | -1): number =>
    mixed ? sign : effect.scale === 'log' ? none * Math.exp(sign * matters) : none + sign * matters;
  const sides: readonly (1 | -1)[] =
    effect.rule === 'no-effect' ? [1, -1] : [mixed || effect.direction === 'above' ? 1 : -1];
  return [
    { at: none, label: 'no effect', kind: 'none' },
    ...sides.map((sign) => ({ at: away(sign), label: 'matters from', kind: 'matters' as const })),
  ];
}

/** In which direction a test speaks for the claim, for the head of the axis. */
export function directionNote(effect: CurveEffect, mixed: boolean): string {
  if (effect.rule === 'no-effect') return 'near the line speaks for the claim';
  const upwards = mixed || effect.direction === 'above';
  return `${upwards === (effect.rule === 'more') ? 'higher' : 'lower'} speaks for the claim`;
}

export const cutNote = (cut: number): string =>
  cut === 0 ? '' : `${counted(cut, 'interval runs', 'intervals run')} off the chart`;
