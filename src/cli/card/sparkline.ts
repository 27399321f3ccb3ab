const heights = '▁▂▃▄▅▆▇█';

/** Most marks of a line: with its label it fits in a terminal of 100 columns. */
export const mostMarks = 72;

/** How many units (years) one mark stands for, so that no line has more than `most` marks. */
export const unitsOfMark = (units: number, most = mostMarks): number => Math.max(1, Math.ceil(units / most));

/** Lists of as many neighbours as one mark stands for; the last may be shorter. */
export function grouped<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

/**
 * A line of block characters: one a mark, the mean of what it stands for on a scale from 0 to `top`. Nothing at all is
 * a dot, so that a little is told from none.
 */
export function sparkline(values: readonly number[], top: number, most = mostMarks): string {
  return grouped(values, unitsOfMark(values.length, most))
    .map((group) => {
      const mean = group.reduce((sum, x) => sum + x, 0) / group.length;
      if (!(mean > 0)) return '·';
      return heights[Math.min(heights.length - 1, Math.floor((heights.length * mean) / top))]!;
    })
    .join('');
}
