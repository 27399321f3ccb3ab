import { fail } from '../../kernel/errors.js';

/** How a file writes its numbers: which mark parts the decimals. */
export type DecimalMark = 'point' | 'comma';

/** A cell with where it stands. */
export interface OwnCell {
  readonly text: string;
  readonly line: number;
  readonly column: string;
}

const missingTexts = new Set([
  '',
  'na',
  'n/a',
  '#n/a',
  'nan',
  'null',
  'none',
  '.',
  '..',
  '...',
  '-',
  '–',
  '—',
]);

/** Whether a cell says that there is no value: blank, `NA`, `NaN`, `..` and the like, or what the user says means it. */
export const saysMissing = (text: string, also: readonly string[] = []): boolean =>
  missingTexts.has(text.toLowerCase()) || also.includes(text);

/** Spaces and apostrophes that part thousands; marks of sign. */
const tidy = (text: string): string =>
  text
    .replace(/[−–](?=[\d.,])/u, '-')
    .replace(/^\+/, '')
    .replace(/(?<=\d)[ \u00a0\u2009\u202f'’](?=\d{3}(?!\d))/gu, '');

const shapes = {
  point: /^-?(\d+|[1-9]\d{0,2}(,\d{3})+)?(\.\d+)?(e[-+]?\d+)?$/i,
  comma: /^-?(\d+|[1-9]\d{0,2}(\.\d{3})+)?(,\d+)?(e[-+]?\d+)?$/i,
} as const;

const fits = (text: string, mark: DecimalMark): boolean => /\d/.test(text) && shapes[mark].test(text);

/**
 * Which mark parts the decimals of a file: that in which every number with a mark can be read. `1,234` alone can be
 * read as either, and so can `1.234` where semicolons part the columns, as they do where commas part the decimals; where
 * nothing else in the file decides, that is an error and not a guess.
 * Throws `world/own-mixed-marks`, `world/own-either-mark` with the place.
 */
export function decimalMarkOf(cells: Iterable<OwnCell>, separator: string, file: string): DecimalMark {
  const only: Partial<Record<DecimalMark, OwnCell>> = {};
  let either: OwnCell | undefined;
  for (const cell of cells) {
    const text = tidy(cell.text);
    if (!/[.,]/.test(text)) continue;
    const [point, comma] = [fits(text, 'point'), fits(text, 'comma')];
    if (point && comma) {
      if (text.includes(',') || separator === ';') either ??= cell;
    } else if (point) only.point ??= cell;
    else if (comma) only.comma ??= cell;
  }
  if (only.point && only.comma)
    fail(
      'world/own-mixed-marks',
      `${only.point.text} has a decimal point, ${only.comma.text} a decimal comma`,
      {
        at: { file, line: Math.max(only.point.line, only.comma.line) },
        hint: `columns ${only.point.column} (line ${only.point.line}) and ${only.comma.column} (line ${only.comma.line}): write all numbers in one way`,
      },
    );
  if (only.comma) return 'comma';
  if (only.point || !either) return 'point';
  return fail('world/own-either-mark', `cannot tell whether ${either.text} is ${readings(either.text)}`, {
    at: { file, line: either.line },
    hint: `column ${either.column}: say --decimal point or --decimal comma`,
  });
}

const readings = (text: string): string => `${text.replaceAll(/[.,]/g, '')} or ${text.replace(',', '.')}`;

/** The number that a cell holds. Throws `world/own-not-a-number` with the line and the column. */
export function numberIn(cell: OwnCell, mark: DecimalMark, file: string): number {
  const text = tidy(cell.text);
  const [group, decimal] = mark === 'point' ? [',', '.'] : ['.', ','];
  const number = fits(text, mark) ? Number(text.replaceAll(group, '').replace(decimal, '.')) : Number.NaN;
  if (Number.isFinite(number)) return number;
  return fail('world/own-not-a-number', `not a number in column ${cell.column}: ${brief(cell.text)}`, {
    at: { file, line: cell.line },
    hint: hintOn(cell.text, mark),
  });
}

const brief = (text: string): string => (text.length > 40 ? `${text.slice(0, 37)}…` : text);

function hintOn(text: string, mark: DecimalMark): string {
  if (/%$/.test(text)) return 'write 45 for 45 %, and say the unit with --unit';
  if (/^[$€£¥]/.test(text)) return 'write the number alone, and say the unit with --unit';
  const other = mark === 'point' ? 'comma' : 'point';
  if (fits(tidy(text), other))
    return `the file is read with a decimal ${mark}; --decimal ${other} reads the other`;
  return `if it means that there is no value: --missing ${/[\s,]/.test(text) ? `"${text}"` : text}`;
}
