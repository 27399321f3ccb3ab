/** A plain table for a terminal: columns padded, numbers to the right. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((h, i) => Math.max(length(h), ...rows.map((r) => length(r[i] ?? ''))));
  const numeric = head.map(
    (_, i) => rows.length > 0 && rows.every((r) => /^[-−+]?[\d.,\s%–…]*$/.test(r[i] ?? '')),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((c, i) =>
        numeric[i] ? ' '.repeat(widths[i]! - length(c)) + c : c + ' '.repeat(widths[i]! - length(c)),
      )
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((w) => '─'.repeat(w)).join('  '), ...rows.map(line)].join('\n');
}

const length = (text: string): number => [...text].length;

/** A number with four significant digits, in full where it is whole. */
export function shortNumber(x: number | null | undefined): string {
  if (x === null || x === undefined) return '';
  if (!Number.isFinite(x)) return String(x);
  if (Number.isInteger(x) && Math.abs(x) < 1e15) return String(x);
  return Number(x.toPrecision(4)).toString();
}
