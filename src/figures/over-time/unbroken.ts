import { showYears } from '../../kernel/years.js';

/** Something of a year. */
export interface OfYear {
  readonly year: number;
}

/** The stretches of a series in which no year is missing: a line that passes over a gap would tell of years that have no value. */
export function unbroken<T extends OfYear>(series: readonly T[]): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const one of [...series].sort((a, b) => a.year - b.year)) {
    const run = runs.at(-1);
    if (run && run.at(-1)!.year === one.year - 1) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** The first and the last of some years: `1990–2020`, or one. */
export const spanOf = (years: readonly number[]): string =>
  showYears({ from: Math.min(...years), to: Math.max(...years) });
