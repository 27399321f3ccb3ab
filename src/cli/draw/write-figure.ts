import { writeFileSync } from 'node:fs';
import { csvOf } from '../../brief/csv.js';
import { settled } from '../../kernel/canonical.js';
import { fail, seen } from '../../kernel/errors.js';
import type { Effects } from '../effects.js';
import { checkPlace, whole } from '../write-table.js';

const formats = ['svg', 'png', 'csv'] as const;
type FigureFormat = (typeof formats)[number];

/** A figure that can be written: its drawing, and the numbers behind it. */
export interface Figure {
  /** A picture of its own, title and source in it. */
  svg(): Promise<string> | string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** What to cite. */
  readonly cites: readonly string[];
}

/** Checks that a figure can stand in a file, before anything is worked out. Throws `cli/unknown-format`, `cli/cannot-write`. */
export function checkFigurePlace(file: string): FigureFormat {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  const format =
    formats.find((f) => f === ending) ??
    fail('cli/unknown-format', `cannot draw this kind of file: ${file}`, {
      hint: 'end the name in .svg or .png for the picture, or in .csv for the numbers behind it',
    });
  checkPlace(file);
  return format;
}

/** Writes a figure as its file’s name asks; it appears whole or not at all. Throws `cli/cannot-write`. */
export async function writeFigure(figure: Figure, file: string, effects: Effects): Promise<void> {
  const format = checkFigurePlace(file);
  const content = format === 'csv' ? csv(figure) : await drawn(figure, format);
  await whole(file, async (draft) => writeFileSync(draft, content));
  const rows = format === 'csv' ? `${figure.rows.length} rows in ` : '';
  effects.say(`${rows}${seen(file)}\n`);
  for (const cited of figure.cites) effects.say(`cite: ${cited}\n`);
}

async function drawn(figure: Figure, format: 'svg' | 'png'): Promise<string | Uint8Array> {
  const svg = await figure.svg();
  if (format === 'svg') return svg;
  const { pngOf } = await import('./png.js');
  return pngOf(svg);
}

const csv = ({ heads, rows }: Figure): string =>
  csvOf(
    heads.map((head) => ({ head })),
    rows.map((row) => row.map((x) => ({ shown: '', csv: typeof x === 'number' ? settled(x) : (x ?? '') }))),
  );
