import { existsSync, statSync } from 'node:fs';
import { fail, type Place } from '../kernel/errors.js';
import type { Listed, Option } from './claim.js';
import { missing, readText } from './text-file.js';

/** A list of specifications may be longer than a claim. */
const mostBytes = 20_000_000;

interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Reads specifications from a CSV file (RFC 4180): a column for each choice, named in the first line, a line for each
 * specification; an empty cell where a choice is not there. `shown` is the path as messages name it, `named` the place
 * that names the file. Throws `claims/unreadable`, `claims/too-large`, `claims/not-text`, `claims/broken-csv`,
 * `claims/empty`, each with the place.
 */
export function readCsv(path: string, shown: string, named: Place): Listed {
  if (!existsSync(path) || !statSync(path).isFile())
    fail('claims/unreadable', `cannot be read: ${shown}`, { at: named, hint: missing(path) });
  const [head, ...lines] = cellsOf(readText(path, shown, mostBytes), shown);
  const at = ({ line, column }: Cell): Place => ({ file: shown, line, column });
  if (!head || lines.length === 0)
    fail('claims/empty', 'the list of specifications is empty', {
      at: { file: shown, line: 1, column: 1 },
      hint: 'expected a first line that names the choices, and a line for each specification',
    });
  const names = head.map(({ text }) => text.trim());
  for (const [i, cell] of head.entries())
    if (names[i] === '' || names.indexOf(names[i]!) < i)
      fail(
        'claims/broken-csv',
        names[i] === '' ? 'a column has no name' : `two columns are called ${names[i]}`,
        {
          at: at(cell),
          hint: 'each column is called after a choice',
        },
      );
  for (const cells of lines)
    if (cells.length !== names.length)
      fail('claims/broken-csv', `a line of ${cells.length} where ${names.length} columns are named`, {
        at: at(cells[Math.min(cells.length, names.length) - 1]!),
        hint: `the columns are ${names.join(', ')}`,
      });
  return {
    rows: lines.map((cells) =>
      Object.fromEntries(
        cells.flatMap(({ text }, i) => (text.trim() === '' ? [] : [[names[i]!, optionIn(text.trim())]])),
      ),
    ),
    at: (row, choice) => at(lines[row]![choice === undefined ? 0 : Math.max(0, names.indexOf(choice))]!),
  };
}

/** A cell as YAML would read it: a number, true or false, or text. */
const optionIn = (text: string): Option =>
  /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text === 'true' || text === 'false' ? text === 'true' : text;

/** Letters of a line: no list of choices needs more, and a pattern can swallow so many. */
const longest = 10_000;

/** One cell and the comma or the end behind it; in quotation marks where it holds a comma. */
const cellPattern = /(?:\s*"((?:[^"]|"")*)"\s*|([^",]*))(,|$)/y;

/** The cells of every line that is not empty, each with its place. */
function cellsOf(text: string, file: string): Cell[][] {
  return text.split(/\r?\n/).flatMap((written, i) => {
    if (written.trim() === '') return [];
    if (written.length > longest)
      fail('claims/broken-csv', `a line of ${written.length} letters`, {
        at: { file, line: i + 1, column: 1 },
        hint: `${longest} are the most`,
      });
    const cells: Cell[] = [];
    cellPattern.lastIndex = 0;
    for (let more = true; more; ) {
      const place = { line: i + 1, column: cellPattern.lastIndex + 1 };
      const found = cellPattern.exec(written);
      if (!found)
        fail('claims/broken-csv', 'a quotation mark stands alone', {
          at: { file, ...place },
          hint: 'a cell begins and ends with one, or has none',
        });
      cells.push({ text: found[1]?.replaceAll('""', '"') ?? found[2]!, ...place });
      more = found[3] === ',';
    }
    return [cells];
  });
}
