import { fail } from './errors.js';

/** A span of calendar years, both ends included. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** Reads `1990-2020`, `1990–2020` or `1990`. Throws `years/malformed`, `years/backwards`. */
export function parseYears(text: string | number): Years {
  const match = /^(\d{4})(?:\s*[-–]\s*(\d{4}))?$/.exec(String(text).trim());
  if (!match)
    fail('years/malformed', `not a span of years: ${text}`, { hint: 'write 1990-2020, or one year' });
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  if (to < from)
    fail('years/backwards', `the span ends before it begins: ${text}`, { hint: `write ${to}-${from}` });
  return { from, to };
}

export const showYears = ({ from, to }: Years): string => (from === to ? `${from}` : `${from}–${to}`);

/** Number of years that both spans hold. */
export function overlap(a: Years, b: Years): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1);
}

export const countYears = ({ from, to }: Years): number => to - from + 1;

/** Every year of a span, rising. */
export const eachYear = (years: Years): number[] =>
  Array.from({ length: countYears(years) }, (_, i) => years.from + i);
