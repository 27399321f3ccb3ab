const heights = '▁▂▃▄▅▆▇█';

/** Most marks of a line: with a label before and some words after it, it fits in a terminal of 100 columns. */
export const mostMarks = 45;

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
 * a dot, so that a little is told from none, and only what reaches the top is a full block. Where there is nothing to
 * be counted (null) the mark is blank.
 */
export function sparkline(values: readonly (number | null)[], top: number, most = mostMarks): string {
  return grouped(values, unitsOfMark(values.length, most))
    .map((group) => {
      const there = group.filter((x) => x !== null);
      if (there.length === 0) return ' ';
      const mean = there.reduce((sum, x) => sum + x, 0) / there.length;
      if (!(mean > 0)) return '·';
      return heights[Math.min(heights.length - 1, Math.floor(((heights.length - 1) * mean) / top))]!;
    })
    .join('');
}
