import { countYears } from '../kernel/years.js';
import type { CellKind, GridRow } from './coverage-grid.js';
import type { CoverageFigure } from './draw-coverage-grid.js';
import { textWidth, wrapText } from './text-width.js';
import { linearTicks } from './ticks.js';

/** Height of a row, in pixels. */
export const rowTall = 12;

/** Rows under one line of years, so that a reader never looks far for the year. */
const rowsOfBlock = 40;

/** Width of all columns, and the widest that one may be. */
const [gridWide, widestCell] = [840, 24];

export interface GridBlock {
  readonly rows: readonly GridRow[];
  readonly top: number;
  readonly last: boolean;
}

/** Where the parts of a coverage grid stand, in pixels. */
export interface GridPage {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Width of a column. */
  readonly cell: number;
  /** Left edge of a column. */
  readonly x: (column: number) => number;
  readonly ticks: readonly { readonly year: number; readonly x: number; readonly edge: number }[];
  readonly title: readonly string[];
  readonly subtitle: readonly string[];
  readonly subtitleY: number;
  readonly keyPlaces: readonly { readonly kind: CellKind; readonly x: number; readonly y: number }[];
  readonly columns: { readonly top: number; readonly tall: number };
  readonly blocks: readonly GridBlock[];
  readonly source: readonly string[];
  readonly sourceY: number;
}

/** Lays a coverage grid out: as wide as its years need, as high as its states. */
export function gridPage(figure: CoverageFigure): GridPage {
  const { grid } = figure;
  const n = countYears(grid.years);
  const cell = Math.min(widestCell, Math.max(2, Math.floor(gridWide / n)));
  const left = Math.ceil(Math.max(60, ...grid.rows.map((row) => textWidth(row.name, 10)))) + 8;
  const right = left + n * cell;
  const width = Math.max(640, right + 36);
  const title = wrapText(figure.title, width, 19.5);
  const subtitle = wrapText(figure.subtitle, width, 13.5);
  const subtitleY = title.length * 23 + 14;
  const keyTop = subtitleY + subtitle.length * 17 + 2;
  const keyPlaces = placeKey(figure, width, keyTop);
  const columns = { top: keyPlaces.at(-1)!.y + 50, tall: figure.total === '' ? 0 : 64 };
  const first = figure.total === '' ? columns.top - 20 : columns.top + columns.tall;
  const blocks = blocksOf(grid.rows, first + 26);
  const end = blocks.at(-1);
  const bottom = end ? end.top + end.rows.length * rowTall + 18 : first;
  const source = wrapText(`Source: ${figure.source}`, width, 12.5);
  return {
    ...{ width, height: bottom + 22 + source.length * 16, left, right, cell },
    x: (column) => left + column * cell,
    ticks: ticksOf(figure, left, cell),
    ...{ title, subtitle, subtitleY, keyPlaces, columns, blocks, source, sourceY: bottom + 22 },
  };
}

function blocksOf(rows: readonly GridRow[], top: number): GridBlock[] {
  const count = Math.max(1, Math.ceil(rows.length / rowsOfBlock));
  const size = Math.ceil(rows.length / count);
  return Array.from({ length: count }, (_, i) => ({
    rows: rows.slice(i * size, (i + 1) * size),
    top: top + i * (size * rowTall + 22),
    last: i === count - 1,
  }));
}

function ticksOf({ grid: { years } }: CoverageFigure, left: number, cell: number): GridPage['ticks'] {
  const n = countYears(years);
  const most = Math.max(1, Math.min(14, Math.floor((n * cell) / 44)));
  const marks = n === 1 ? [years.from] : linearTicks(years.from, years.to, most).filter(Number.isInteger);
  return marks.map((year) => {
    const edge = left + (year - years.from) * cell;
    return { year, edge, x: edge + cell / 2 };
  });
}

const kinds: readonly CellKind[] = ['known', 'none', 'outside', 'absent'];

/** Signs of the kinds that the grid has, side by side on as many lines as they need. */
function placeKey({ key, grid }: CoverageFigure, width: number, top: number): GridPage['keyPlaces'] {
  let [x, y] = [0, top];
  const beyond = grid.years.from < grid.covered.from || grid.years.to > grid.covered.to;
  const needed = kinds.filter((kind) =>
    kind === 'outside' ? beyond : kind === 'absent' ? grid.level !== 'system-year' : true,
  );
  return needed.map((kind) => {
    const room = 22 + textWidth(key[kind], 12) + 18;
    if (x > 0 && x + room > width) [x, y] = [0, y + 20];
    const at = { kind, x: Math.round(x), y };
    x += room;
    return at;
  });
}
