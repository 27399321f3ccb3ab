import {
  type CoverageGrid,
  completeness,
  type GridRow,
  spansOf,
  totals,
} from '../../figures/coverage-grid.js';
import type { CoverageFigure } from '../../figures/draw-coverage-grid.js';
import { showPercent } from '../../figures/numbers.js';
import { countYears, showYears, type Years } from '../../kernel/years.js';
import type { Manifest, ManifestSource, ManifestTable, ManifestVariable } from '../../world/cards.js';
import { citation } from '../out-table.js';

interface Words {
  readonly grid: CoverageGrid;
  readonly variable: ManifestVariable;
  readonly table: ManifestTable;
  readonly source: ManifestSource;
  /** Rows are states that a person chose. */
  readonly chosen: boolean;
}

/** The grid of a variable’s coverage with its words: the finding, what the colours mean, and whom to cite. */
export function coverageFigure(words: Words, { world }: Manifest): CoverageFigure {
  const { grid, variable, source } = words;
  return {
    grid,
    title: finding(words),
    subtitle: `${variable.title}. ${byState(words)}`,
    source: `${citation(source)} Entente, world ${world.slice(0, 12)}.`,
    alt: `Grid of ${grid.level === 'system-year' ? 'the system' : `${grid.rows.length} states`} by year, ${showYears(grid.years)}. ${finding(words)}. ${byState(words)}`,
    total: totalsLabel[grid.level],
    key: {
      known:
        grid.level === 'dyad-year' ? 'value: its height is the share of the state’s pairs' : 'value recorded',
      none: variable.absentIsZero === undefined ? withoutValue[grid.level] : 'no row: zero, the source says',
      outside: `outside the source’s years (${showYears(grid.covered)})`,
      absent: 'blank: not a member of the state system',
    },
    softly: variable.absentIsZero !== undefined,
  };
}

const totalsLabel: Readonly<Record<CoverageGrid['level'], string>> = {
  'state-year': 'States with a value, of all members',
  'dyad-year': 'Pairs with a value, of all pairs of members',
  'system-year': '',
};

const withoutValue: Readonly<Record<CoverageGrid['level'], string>> = {
  'state-year': 'member without a value',
  'dyad-year': 'pairs without a value',
  'system-year': 'no value',
};

/** The first and the last year with a value; undefined where there is none. */
function yearsWithValue({ years }: CoverageGrid, known: readonly number[]): Years | undefined {
  const has = known.flatMap((n, i) => (n > 0 ? [years.from + i] : []));
  return has.length === 0 ? undefined : { from: has[0]!, to: has.at(-1)! };
}

function finding({ grid, variable: { name, absentIsZero }, chosen }: Words): string {
  const sum = totals(grid);
  const span = yearsWithValue(grid, sum.known);
  const verb = absentIsZero === undefined ? 'is known' : 'is recorded';
  if (!span) return `${name} ${verb} for none of these ${chosen ? 'states' : 'years'}`;
  if (grid.level === 'system-year') {
    const [n, all] = [sum.known.filter((k) => k > 0).length, countYears(span)];
    return `${name} ${verb} for ${n === all ? 'every year' : `${n} years`} of ${showYears(span)}`;
  }
  const [of, known] = [sum.of, sum.known].map((list) => list[span.to - grid.years.from]!) as [number, number];
  const states = chosen ? 'states chosen' : 'states';
  const share = known === of ? 'all' : showPercent(known / of);
  const part =
    grid.level === 'dyad-year'
      ? `${share}${known === of ? '' : ' of the'} pairs of ${chosen ? 'the states chosen' : 'states'}`
      : `${known === of ? `all ${of}` : `${known} of ${of}`} ${states}`;
  const since =
    span.from === span.to ? '' : `, ${span.to < grid.years.to ? 'its last year, ' : ''}from ${span.from} on`;
  const rest = absentIsZero === undefined ? '' : '; what has no row is zero';
  return `${name} ${verb} for ${part} in ${span.to}${since}${rest}`;
}

/** Rows of the table without a value of the variable: where no row means zero, these are not known to be. */
const emptyRows = ({ coverage }: ManifestVariable, { rows }: ManifestTable): number => rows - coverage.rows;

function byState(words: Words): string {
  const { grid, variable, table } = words;
  if (grid.level === 'system-year') return `${showYears(variable.years)}.`;
  const empty = variable.absentIsZero === undefined ? 0 : emptyRows(variable, table);
  return empty > 0 ? `${members(words)} In ${empty} rows the value is missing, not zero.` : members(words);
}

function members({ grid, variable }: Words): string {
  const shown = {
    from: Math.max(grid.years.from, grid.covered.from),
    to: Math.min(grid.years.to, grid.covered.to),
  };
  if (shown.to < shown.from) return `The source covers ${showYears(grid.covered)}.`;
  const { every, some, never } = completeness(grid);
  const all = every.length + some.length + never.length;
  const those = `${all} ${all === 1 ? 'member' : 'members'} of ${showYears(shown)}`;
  if (never.length === all) return `Of ${those} none has a value.`;
  if (every.length === all) return `Of ${those} all have a value in every year of theirs.`;
  const parts = [
    ...(every.length > 0 ? [`${have(every)} a value in every year of theirs`] : []),
    ...(some.length > 0 ? [`${have(some)} one in some years`] : []),
    ...(never.length > 0 ? [`${have(never)} none`] : []),
  ];
  const listed = [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ');
  const within = `Of ${those}, ${listed}.`;
  const gap = variable.absentIsZero === undefined ? longestGap(grid, some) : undefined;
  return gap ? `${within} Longest gap of those with values: ${gap}.` : within;
}

const have = ({ length }: readonly GridRow[]): string => `${length} ${length === 1 ? 'has' : 'have'}`;

function longestGap(grid: CoverageGrid, rows: readonly GridRow[]): string | undefined {
  const gaps = rows.flatMap((row) => spansOf(grid, row, 'none').map((span) => ({ row, span })));
  if (gaps.length === 0) return undefined;
  const { row, span } = gaps.reduce((a, b) => (countYears(b.span) > countYears(a.span) ? b : a));
  return `${row.name}, ${showYears(span)}`;
}
