import { methods, sources } from './layout.js';

interface Changing {
  readonly changes: ReadonlyMap<number, number>;
}

/** Correlation of the yearly changes of two series, over the years that both have. */
function correlation(a: Changing, b: Changing): number {
  const years = [...a.changes.keys()].filter((year) => b.changes.has(year));
  const [x, y] = [a, b].map(({ changes }) => {
    const values = years.map((year) => changes.get(year)!);
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    return values.map((v) => v - mean);
  }) as [number[], number[]];
  const dot = (p: readonly number[], q: readonly number[]): number =>
    p.reduce((sum, v, i) => sum + v * q[i]!, 0);
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
}

/** How the ways of measuring of each family move together from year to year: mean of all pairs, one number a family. */
export const correlationsWithin = (series: readonly Changing[]): number[] =>
  Array.from({ length: sources }, (_, family) => {
    const own = series.slice(family * methods, (family + 1) * methods);
    const pairs = own.flatMap((a, i) => own.slice(i + 1).map((b) => correlation(a, b)));
    return pairs.reduce((sum, r) => sum + r, 0) / pairs.length;
  });
