import { fail } from '../kernel/errors.js';
import { didYouMean } from '../kernel/nearest.js';
import type { States } from '../kernel/states.js';
import type { Years } from '../kernel/years.js';
import type { Manifest, ManifestVariable } from './cards.js';
import { variableOf } from './catalogue.js';
import type { Query } from './open.js';
import { identifier, literal } from './sql.js';

export const panelLevels = ['state-year', 'dyad-year', 'system-year'] as const;
export type PanelLevel = (typeof panelLevels)[number];

export interface PanelRequest {
  readonly level: PanelLevel;
  readonly variables: readonly string[];
  /** Names as a person types them; every state where absent. */
  readonly states?: readonly string[];
  readonly years?: Years;
  /** One row a pair (the lower number first) and not two. */
  readonly undirected?: boolean;
  /** A column `<variable>_missing` beside each, with the reason of a missing value. */
  readonly reasons?: boolean;
}

/** A column of a panel: the variable, and whose it is (1 or 2 in a dyad; empty otherwise). */
interface Column {
  readonly name: string;
  readonly variable: ManifestVariable;
  /** Alias of the join that serves it. */
  readonly join: string;
  readonly on: string;
}

/**
 * A panel as one SELECT: the members of the state system (or all pairs of them) in each year, joined on COW numbers
 * and year to the tables of the variables. A state-year variable in a dyad panel yields one column for each side
 * (`cinc1`, `cinc2`); a directed variable in an undirected panel yields one for each direction (`imports1` from 1 to
 * 2, `imports2` from 2 to 1). Rows are sorted by the keys. Where a source says that absence means zero, zero it is,
 * within the source's years; everything else is missing, with a reason.
 * Throws `world/unknown-variable`, `world/wrong-level`, `world/year-out-of-range`, `states/unknown`.
 */
export function panelQuery(request: PanelRequest, manifest: Manifest, states: States): Query {
  const years = yearsWithin(request.years, manifest);
  const cards = [...new Set(request.variables)].map((name) => variableOf(manifest, name));
  for (const card of cards) checkLevel(card, request.level);
  const columns = cards.flatMap((card) => columnsOf(card, request));
  const joins = new Map(columns.map((c) => [c.join, c]));
  const select = [
    ...keysOf(request.level),
    ...columns.flatMap((c) => [
      `${cellOf(c)} AS ${identifier(c.name)}`,
      ...(request.reasons ? [`${reasonOf(c)} AS ${identifier(`${c.name}_missing`)}`] : []),
    ]),
  ];
  const from = [...joins.values()].map(
    (c) => `LEFT JOIN ${identifier(c.variable.table)} ${c.join} ON ${c.on}`,
  );
  return {
    sql: `SELECT ${select.join(', ')} FROM (${baseOf(request, years, states)}) b ${from.join(' ')} ORDER BY ${orderOf(request.level)}`,
    tables: [...new Set(['states', 'state_years', ...cards.map((c) => c.table)])],
  };
}

function yearsWithin(years: Years | undefined, manifest: Manifest): Years {
  const all = { from: manifest.system.from, to: manifest.system.to };
  if (!years) return all;
  if (years.to < all.from || years.from > all.to) {
    fail('world/year-out-of-range', `the record has no year ${years.from}–${years.to}`, {
      hint: `it runs from ${all.from} to ${all.to}`,
    });
  }
  return years;
}

const allowed: Readonly<Record<PanelLevel, readonly string[]>> = {
  'state-year': ['state-year', 'system-year'],
  'dyad-year': ['dyad-year', 'state-year', 'system-year'],
  'system-year': ['system-year'],
};

function checkLevel(card: ManifestVariable, level: PanelLevel): void {
  if (allowed[level].includes(card.level)) return;
  fail('world/wrong-level', `${card.name} is of level ${card.level} and does not fit a ${level} panel`, {
    hint: `a ${level} panel takes variables of level ${allowed[level].join(' or ')}; ${card.name} needs a ${card.level} panel`,
  });
}

function columnsOf(variable: ManifestVariable, { level, undirected }: PanelRequest): Column[] {
  const alias = `t_${variable.table}`;
  const table = (suffix: string, on: string): Column => ({
    name: `${variable.name}${suffix}`,
    variable,
    join: `${alias}${suffix}`,
    on: on.replaceAll('@', `${alias}${suffix}`),
  });
  if (variable.level === 'system-year') return [table('', '@.year = b.year')];
  if (variable.level === 'state-year' && level === 'state-year')
    return [table('', '@.ccode = b.ccode AND @.year = b.year')];
  if (variable.level === 'state-year')
    return [1, 2].map((side) => table(`${side}`, `@.ccode = b.ccode${side} AND @.year = b.year`));
  const there = '@.ccode1 = b.ccode1 AND @.ccode2 = b.ccode2 AND @.year = b.year';
  const back = '@.ccode1 = b.ccode2 AND @.ccode2 = b.ccode1 AND @.year = b.year';
  if (!undirected || variable.symmetric) return [table('', there)];
  return [table('1', there), table('2', back)];
}

const cellOf = (c: Column): string => {
  const value = `${c.join}.${identifier(c.variable.name)}`;
  if (c.variable.absentIsZero === undefined) return value;
  return `CASE WHEN ${c.join}.year IS NULL AND ${inYears(c)} THEN 0 ELSE ${value} END`;
};

const inYears = ({ variable }: Column): string =>
  `b.year BETWEEN ${variable.years.from} AND ${variable.years.to}`;

/** Why a value is missing; NULL where it is there. */
function reasonOf(c: Column): string {
  const own = c.variable.missing
    ? `coalesce(${c.join}.${identifier(c.variable.missing)}, 'not-coded')`
    : `'not-coded'`;
  return `CASE WHEN ${cellOf(c)} IS NOT NULL THEN NULL WHEN NOT ${inYears(c)} THEN 'out-of-years' WHEN ${c.join}.year IS NULL THEN 'no-match' ELSE ${own} END`;
}

const keysOf = (level: PanelLevel): string[] => {
  if (level === 'system-year') return ['b.year AS year'];
  if (level === 'state-year') return ['b.ccode', 'b.iso3c', 'b.name', 'b.year'];
  return ['b.ccode1', 'b.ccode2', 'b.iso3c1', 'b.iso3c2', 'b.name1', 'b.name2', 'b.year'];
};

const orderOf = (level: PanelLevel): string =>
  ({ 'system-year': 'b.year', 'state-year': 'b.ccode, b.year', 'dyad-year': 'b.ccode1, b.ccode2, b.year' })[
    level
  ];

function baseOf({ level, states: named, undirected }: PanelRequest, years: Years, states: States): string {
  const span = `m.year BETWEEN ${years.from} AND ${years.to}`;
  if (level === 'system-year') return `SELECT year FROM system_years m WHERE ${span}`;
  const members = `SELECT m.ccode, s.iso3c, s.name, m.year FROM state_years m
    JOIN states s ON s.ccode = m.ccode AND m.year BETWEEN s.from_year AND s.to_year WHERE ${span}`;
  const chosen = named ? chosenStates(named, states) : undefined;
  if (level === 'state-year') return chosen ? `SELECT * FROM (${members}) m WHERE ${chosen('m')}` : members;
  const pair = undirected ? 'm1.ccode < m2.ccode' : 'm1.ccode <> m2.ccode';
  const of = chosen ? ` AND (${chosen('m1')}${named!.length > 1 ? ' AND ' : ' OR '}${chosen('m2')})` : '';
  return `WITH m AS (${members}) SELECT m1.ccode AS ccode1, m2.ccode AS ccode2, m1.iso3c AS iso3c1, m2.iso3c AS iso3c2,
    m1.name AS name1, m2.name AS name2, m1.year FROM m m1 JOIN m m2 ON m1.year = m2.year AND ${pair}${of}`;
}

/** A condition on the states named: each name is the state it meant in the year (Germany: 260 in 1980, 255 in 2000). */
function chosenStates(named: readonly string[], states: States): (alias: string) => string {
  const codes = named.map((name) => ({ name, codes: states.all(name) }));
  return (alias) =>
    `(${codes
      .map(({ name, codes: list }) =>
        list.length === 1
          ? `${alias}.ccode = ${list[0]}`
          : `EXISTS (SELECT 1 FROM state_names a WHERE a.alias = ${literal(states.aliasOf(name))} AND a.ccode = ${alias}.ccode AND ${alias}.year BETWEEN a.from_year AND a.to_year)`,
      )
      .join(' OR ')})`;
}

export function parseLevel(text: string): PanelLevel {
  return (
    panelLevels.find((l) => l === text) ??
    fail('world/unknown-level', `unknown level: ${text}`, { hint: didYouMean(text, panelLevels) })
  );
}
