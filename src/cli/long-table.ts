/** A column of a long table: its head, and the cell of a row. */
export interface Column {
  readonly head: string;
  cell(row: number): string;
}

/** Rows that are written at a time. */
const atOnce = 1000;

/** Cells of numbers, which stand to the right; an empty one says nothing. */
const numeric = /^[-−+]?[\d.,\s%–…]*$/;

/**
 * The table of `textTable`, to the byte, for a hundred thousand rows, which it numbers, piece by piece: a column of
 * choices has few words, each of which is measured and padded once.
 */
export function* longTable(rows: number, columns: readonly Column[]): Generator<string> {
  const padded = columns.map((column) => ({ cell: column.cell, ...paddedWords(column, rows) }));
  const room = String(rows).length;
  const line = (number: string, cells: readonly string[]): string => [number, ...cells].join('  ').trimEnd();
  const head = padded.map((column) => column.head);
  const rule = padded.map(({ width }) => '─'.repeat(width));
  yield `${line('#'.padStart(room), head)}\n${line('─'.repeat(room), rule)}`;
  for (let from = 0; from < rows; from += atOnce) {
    let text = '';
    for (let row = from; row < Math.min(rows, from + atOnce); row++)
      text += `\n${line(
        String(row + 1).padStart(room),
        padded.map(({ cell, words }) => words.get(cell(row))!),
      )}`;
    yield text;
  }
}

/** What each word of a column looks like in its width. */
function paddedWords({ head, cell }: Column, rows: number) {
  const words = new Set<string>();
  for (let row = 0; row < rows; row++) words.add(cell(row));
  let width = length(head);
  let right = rows > 0;
  for (const word of words) {
    width = Math.max(width, length(word));
    right &&= numeric.test(word);
  }
  const pad = (word: string): string => {
    const room = ' '.repeat(width - length(word));
    return right ? room + word : word + room;
  };
  return { width, head: pad(head), words: new Map([...words].map((word) => [word, pad(word)])) };
}

const ascii = /^[\x20-\x7e]*$/;
const length = (word: string): number => (ascii.test(word) ? word.length : [...word].length);
