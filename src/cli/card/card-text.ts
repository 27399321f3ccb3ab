import type { CoverageGrid } from '../../figures/coverage-grid.js';
import type { ManifestSource, ManifestTable, ManifestVariable } from '../../world/cards.js';
import { localTerms } from '../../world/local.js';
import { coverageLines } from './coverage-lines.js';

export interface Card {
  readonly variable: ManifestVariable;
  readonly table: ManifestTable;
  readonly source: ManifestSource;
  /** Over the source’s years. */
  readonly coverage: CoverageGrid;
  /** Claims of the library that ask for it. */
  readonly usedIn: readonly string[];
}

export type Line = readonly [label: string, text: string | undefined];

/** Lines of a card: each label once, long lists one line an entry. */
export const linesText = (lines: readonly Line[]): string =>
  `${lines
    .filter(([, text]) => text)
    .map(([label, text]) => `${label.padEnd(14)}${text}`)
    .join('\n')}\n`;

/** The full card of a variable as text. */
export function cardText({ variable: v, table, source, coverage, usedIn }: Card): string {
  const scale = v.scale
    ? `${v.scale.low ?? '…'} to ${v.scale.high ?? '…'}${v.scale.higher ? `; higher: ${v.scale.higher}` : ''}`
    : 'open';
  const codes = Object.entries(v.values ?? {}).map(([code, says]) => `${code} ${says}`);
  return linesText([
    ['variable', `${v.name}: ${v.title}`],
    ['definition', v.definition],
    ['level', v.level],
    ['unit', v.unit],
    ['scale', scale],
    ['codes', codes.join('; ')],
    ['parts', v.parts?.join(', ')],
    [
      'interval',
      v.interval && `${v.interval.low} to ${v.interval.high}, ${Math.round(v.interval.level * 100)} %`,
    ],
    ['years', `${v.coverage.from}–${v.coverage.to}`],
    [
      'coverage',
      `${v.coverage.rows} values${v.coverage.states > 0 ? ` of ${v.coverage.states} states` : ''}`,
    ],
    ...coverageLines(coverage, v.absentIsZero !== undefined),
    ['rows', table.says],
    ['absent rows', v.absentIsZero],
    ['known defects', [...(v.defects ?? []), ...(source.defects ?? [])].join(' ')],
    ...sourceLines(source, table),
    ['used in', usedIn.length > 0 ? usedIn.join(', ') : 'no claim of the library by name'],
  ]);
}

/** Where the figures come from, how they were read, and what did not enter. */
export function sourceLines(source: ManifestSource, table: ManifestTable): Line[] {
  return [
    ['source', `${source.title}, ${source.version}`],
    ['terms', table.licence === 'local' ? localTerms : table.licence],
    ['citation', source.citation],
    ...source.read.map(
      (r, i): Line => [
        i === 0 ? 'read from' : '',
        `${r.file} (${r.rows} rows, SHA-256 ${r.sha256.slice(0, 12)}…)`,
      ],
    ),
    ...lostLines(source),
  ];
}

/** Most reasons that a card lists; `--json` has them all. */
const mostReasons = 8;

function lostLines({ lost }: ManifestSource): Line[] {
  const sorted = [...lost].sort((a, b) => b.rows - a.rows);
  const lines = sorted
    .slice(0, mostReasons)
    .map(({ reason, rows }, i): Line => [i === 0 ? 'rows lost' : '', `${rows}: ${reason}`]);
  const rest = sorted.slice(mostReasons);
  if (rest.length > 0)
    lines.push(['', `${rest.reduce((sum, l) => sum + l.rows, 0)}: ${rest.length} more reasons, with --json`]);
  return lines;
}
