import {
  type CoverageGrid,
  completeness,
  type GridRow,
  kindOf,
  spansOf,
  totals,
} from '../../figures/coverage-grid.js';
import { countYears, showYears, type Years } from '../../kernel/years.js';
import type { Line } from './card-text.js';
import { regionOf, regions } from './region.js';
import { sparkline, unitsOfMark } from './sparkline.js';
import { strip } from './state-strips.js';

/** What is counted at a level. */
const things: Readonly<Record<CoverageGrid['level'], string>> = {
  'state-year': 'states',
  'dyad-year': 'pairs',
  'system-year': 'years',
};

/**
 * The coverage as lines of a card: how many states or pairs have a value in each year, what part of all that is, the
 * same for each region, then every state by how complete it is, and the longest gaps. Nothing where no value is.
 */
export function coverageLines(grid: CoverageGrid, absentIsZero: boolean): Line[] {
  const sum = totals(grid);
  if (!sum.known.some((n) => n > 0)) return [];
  if (grid.level === 'system-year') return [['by year', systemLine(grid, sum.known)]];
  return [...yearLines(grid, sum), ...regionLines(grid, absentIsZero), ...stateLines(grid, absentIsZero)];
}

const between = ({ from, to }: Years, marks: string): string => `${from} ${marks} ${to}`;

function systemLine({ years }: CoverageGrid, known: readonly number[]): string {
  const n = known.filter((k) => k > 0).length;
  return `${between(years, sparkline(known, 1))}  ${n} of ${countYears(years)} years`;
}

type Sum = ReturnType<typeof totals>;

const parts = ({ of, known }: Sum): (number | null)[] => of.map((n, i) => (n > 0 ? known[i]! / n : null));

function yearLines(grid: CoverageGrid, sum: Sum): Line[] {
  const what = things[grid.level];
  // Each pair stands in the rows of two states.
  const counts = grid.level === 'dyad-year' ? sum.known.map((n) => n / 2) : sum.known;
  const most = Math.max(...counts);
  const last = Math.round((100 * sum.known.at(-1)!) / sum.of.at(-1)!);
  return [
    ['by year', `${between(grid.years, sparkline(counts, most))}  at most ${most} ${what}`],
    [
      grid.level === 'dyad-year' ? 'of pairs' : 'of members',
      `${between(grid.years, sparkline(parts(sum), 1))}  ${last} % in ${grid.years.to}`,
    ],
  ];
}

function regionLines(grid: CoverageGrid, absentIsZero: boolean): Line[] {
  const { years, level } = grid;
  const lines = regions.flatMap(({ name }): Line[] => {
    const rows = grid.rows.filter((row) => regionOf(row.ccode) === name);
    if (rows.length === 0) return [];
    const sum = totals(grid, rows);
    const [of, known] = [sum.of.at(-1)!, sum.known.at(-1)!];
    const now = level === 'dyad-year' ? `${Math.round((100 * known) / of)} %` : `${known} of ${of} states`;
    return [[name, `${between(years, sparkline(parts(sum), 1))}${of > 0 ? `  ${now}` : ''}`]];
  });
  const size = unitsOfMark(countYears(years));
  const all = level === 'dyad-year' ? 'pairs' : 'members';
  const key = `${size === 1 ? 'one mark a year' : `one mark for ${size} years`}; █ all ${all} have a value, · none has, blank no members`;
  return [...lines, ['', absentIsZero ? `${key}; no row means zero` : key]];
}

/** Width of a list of codes, and lines of them beyond which only their number is told. */
const [listWide, mostLines] = [84, 3];

function stateLines(grid: CoverageGrid, absentIsZero: boolean): Line[] {
  const { every, some, never } = completeness(grid);
  const code = codesIn(grid);
  return [
    ...group('every year', every.map(code)),
    ...group('some years', some.map(code)),
    ...group('no year', never.map(code)),
    ...(absentIsZero ? [] : gapLines(grid, some)),
  ];
}

/** The code of a state, or its name where it had none or shares it with another (Germany and West Germany). */
function codesIn({ rows }: CoverageGrid): (row: GridRow) => string {
  const times = new Map<string, number>();
  for (const { code } of rows) times.set(code, (times.get(code) ?? 0) + 1);
  return ({ code, name }) => (code !== '' && times.get(code) === 1 ? code : name);
}

function group(label: string, codes: readonly string[]): Line[] {
  if (codes.length === 0) return [];
  const counted = `${codes.length} ${codes.length === 1 ? 'state' : 'states'}`;
  const lines = listed(codes, `${counted}: `);
  if (lines.length > mostLines) return [[label, counted]];
  return lines.map((line, i) => [i === 0 ? label : '', line]);
}

/** A list in lines, none of which breaks a name. */
function listed(codes: readonly string[], beginning: string): string[] {
  const lines = [beginning];
  codes.forEach((code, i) => {
    const next = i < codes.length - 1 ? `${code}, ` : code;
    const last = lines.at(-1)!;
    if ((last + next).length <= listWide) lines[lines.length - 1] = last + next;
    else lines.push(next);
  });
  return lines.map((line) => line.trimEnd());
}

/** Gaps shown as strips. */
const mostGaps = 6;

function gapLines(grid: CoverageGrid, rows: readonly GridRow[]): Line[] {
  const gaps = rows.map((row) => {
    const spans = spansOf(grid, row, 'none');
    const longest = spans.reduce((a, b) => (countYears(b) > countYears(a) ? b : a));
    return { row, longest, lacks: row.of.filter((_, i) => kindOf(grid, row, i) === 'none').length };
  });
  gaps.sort((a, b) => countYears(b.longest) - countYears(a.longest) || b.lacks - a.lacks);
  const shown = gaps
    .slice(0, mostGaps)
    .map(
      ({ row, longest }, i): Line => [
        i === 0 ? 'longest gaps' : '',
        `${between(grid.years, strip(grid, row))}  ${row.name}, ${showYears(longest)}`,
      ],
    );
  const more = gaps.length - shown.length;
  return more > 0 ? [...shown, ['', `${more} more; the whole grid: --states all, or --out FILE.svg`]] : shown;
}
