import { fail } from '../kernel/errors.js';
import type { States } from '../kernel/states.js';
import type { Manifest, ManifestVariable } from './cards.js';
import { variableOf } from './catalogue.js';
import type { Query } from './open.js';
import { checkEvent, checkHistory } from './panel/history.js';
import { type Holding, holdingsOf, type PanelColumn } from './panel/join.js';
import { leaderCard, leaderYears } from './panel/leaders.js';
import { peaceYears } from './panel/peace-years.js';
import { recorded } from './panel/recorded.js';
import {
  cardWithin,
  checkHeirs,
  checkPairs,
  checkShift,
  type PanelLevel,
  type PanelRequest,
  parseLevel,
  resolveHeirs,
  type Shift,
  yearsWithin,
} from './panel/request.js';
import { columnsOfRows, members, relevanceVariables, rowKeys, rowsOf } from './panel/rows.js';
import { lineage, shifted } from './panel/shifted.js';
import { spells } from './panel/spells.js';
import { identifier } from './sql.js';

export type { PanelColumn } from './panel/join.js';
export type { Heir, PanelLevel, PanelRequest, Shift } from './panel/request.js';
export { panelLevels, parseHeir, parseLevel, parseShift } from './panel/request.js';

/** A panel: the question that yields it, its columns in order, and the variables that it rests on. */
export interface Panel {
  readonly query: Query;
  readonly columns: readonly PanelColumn[];
  readonly variables: readonly ManifestVariable[];
  /** Columns that identify a row, by which rows are sorted. */
  readonly key: readonly string[];
}

/**
 * A panel as one SELECT: the members of the state system (or all pairs of them that shared a day) in each year, joined
 * on COW numbers and year to the tables of the variables. A state-year variable in a dyad panel yields one column for
 * each side (`cinc1`, `cinc2`); a directed variable in an undirected panel yields one for each direction (`imports1`
 * from 1 to 2, `imports2` from 2 to 1). Lags and leads are by state or pair and calendar year; years of peace and
 * spells know the whole record. Rows are sorted by the keys. Where a source says that absence means zero, zero it is,
 * within the source's years; everything else is missing, with a reason.
 * Throws `world/unknown-variable`, `world/wrong-level`, `world/year-out-of-range`, `world/shift-out-of-range`,
 * `world/not-dyads`, `world/heirs-without-shift`, `world/not-classifiable`, `world/no-leaders`, `world/not-an-event`, `world/no-history`,
 * `world/two-columns`, `states/unknown`.
 */
export function panelOf(request: PanelRequest, manifest: Manifest, states: States): Panel {
  parseLevel(request.level); // an untyped caller may ask for any
  checkPairs(request);
  checkHeirs(request);
  const asked = yearsWithin(request.years, manifest);
  const years = request.level === 'leader-year' ? leaderYears(request.years, manifest) : asked;
  const columns = once([...keyColumns(request), ...variableColumns(request, manifest)]);
  const joins = new Map(columns.flatMap((c) => c.joins).map((j) => [j.alias, j]));
  const select = columns.flatMap((c) => [
    `${c.sql} AS ${identifier(c.name)}`,
    ...(request.reasons && c.reason ? [`${c.reason} AS ${identifier(`${c.name}_missing`)}`] : []),
  ]);
  const relations = [
    `members AS (${members})`,
    `lineage AS (${lineage(resolveHeirs(request.heirs ?? [], states))})`,
    `b AS (${rowsOf(request, years, manifest, states)})`,
  ];
  const key = rowKeys[request.level];
  const sql = `WITH ${relations.join(', ')} SELECT ${select.join(', ')} FROM b ${[...joins.values()]
    .map((j) => `LEFT JOIN ${j.of} ${j.alias} ON ${j.on}`)
    .join(' ')} ORDER BY ${key.map((k) => `b.${k}`).join(', ')}`;
  const behind = columns.flatMap((c) => (c.variable ? [c.variable] : []));
  const variables = [...new Set([...behind, ...cardsOfRows(request, manifest)])];
  const tables = ['states', 'state_years', ...tablesOfRows[request.level], ...variables.map((v) => v.table)];
  return {
    query: { sql, tables: [...new Set(tables)] },
    columns: request.reasons ? columns.flatMap(withReason) : columns,
    variables,
    key,
  };
}

/** The SELECT of a panel; see `panelOf`. */
export const panelQuery = (request: PanelRequest, manifest: Manifest, states: States): Query =>
  panelOf(request, manifest, states).query;

/** Variables that decide which rows there are. */
function cardsOfRows({ level, relevant }: PanelRequest, manifest: Manifest): ManifestVariable[] {
  if (level === 'leader-year') return [leaderCard(manifest)];
  return relevant ? relevanceVariables.map((name) => variableOf(manifest, name)) : [];
}

const tablesOfRows: Readonly<Record<PanelLevel, readonly string[]>> = {
  'state-year': [],
  'dyad-year': [],
  'system-year': ['system_years'],
  'leader-year': ['leader_spells'],
};

const keyColumns = ({ level }: PanelRequest): PanelColumn[] =>
  columnsOfRows[level].map((c) => ({ ...c, sql: `b.${identifier(c.name)}`, joins: [] }));

function variableColumns(request: PanelRequest, manifest: Manifest): PanelColumn[] {
  const card = (name: string): ManifestVariable => cardWithin(manifest, name, request.level);
  const holdings = (v: ManifestVariable): Holding[] =>
    holdingsOf(v, request.level, request.undirected === true);
  const shifts = (kind: 'lag' | 'lead', list: readonly Shift[] = []): PanelColumn[] =>
    list.flatMap((shift) => {
      const variable = card(shift.variable);
      checkShift(shift, manifest);
      return holdings(variable).map((h) => shifted(h, kind, shift.by));
    });
  return [
    ...request.variables.flatMap((name) => holdings(card(name)).map(recorded)),
    ...shifts('lag', request.lags),
    ...shifts('lead', request.leads),
    ...(request.peaceYears ?? []).flatMap((name) => {
      const variable = card(name);
      checkHistory(variable, 'peace-years');
      checkEvent(variable, manifest);
      return holdings(variable).flatMap((h) => peaceYears(h, manifest));
    }),
    ...(request.spells ?? []).flatMap((name) => {
      const variable = card(name);
      checkHistory(variable, 'spells');
      return holdings(variable).flatMap((h) => spells(h, manifest));
    }),
  ];
}

/** A column asked for twice is one column. Throws `world/two-columns` where two would bear one name. */
function once(columns: readonly PanelColumn[]): PanelColumn[] {
  const named = new Map<string, PanelColumn>();
  for (const c of columns) {
    const other = named.get(c.name);
    if (other && other.sql !== c.sql)
      fail('world/two-columns', `two columns would be called ${c.name}: ${other.title}; ${c.title}`, {
        hint: 'ask for them in two panels',
      });
    named.set(c.name, c);
  }
  return [...named.values()];
}

const withReason = (column: PanelColumn): PanelColumn[] =>
  column.reason
    ? [
        column,
        {
          name: `${column.name}_missing`,
          title: `Why missing: ${column.title}`,
          sql: column.reason,
          joins: [],
        },
      ]
    : [column];
