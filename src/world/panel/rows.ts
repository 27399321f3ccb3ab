import { fail } from '../../kernel/errors.js';
import type { States } from '../../kernel/states.js';
import { overlap, showYears, type Years } from '../../kernel/years.js';
import type { Manifest, ManifestVariable } from '../cards.js';
import { identifier, literal } from '../sql.js';
import type { PanelColumn } from './join.js';
import { leaderColumns, leaderRows } from './leaders.js';
import type { PanelLevel, PanelRequest } from './request.js';

/** The columns that name a row, in the order in which rows are sorted and shown. */
export const rowKeys: Readonly<Record<PanelLevel, readonly string[]>> = {
  'state-year': ['ccode', 'year'],
  'dyad-year': ['ccode1', 'ccode2', 'year'],
  'system-year': ['year'],
  'leader-year': ['ccode', 'year', 'begins', 'spell'],
};

const stateColumns = [
  { name: 'ccode', title: 'Correlates of War number' },
  { name: 'iso3c', title: 'ISO code of the year' },
  { name: 'name', title: 'Name of the year' },
];
const yearColumn = { name: 'year', title: 'Calendar year' };
const pairColumns = stateColumns.flatMap(({ name, title }) =>
  [1, 2].map((side) => ({ name: `${name}${side}`, title: `${title} (state ${side})` })),
);

/** The columns that say what a row is about. */
export const columnsOfRows: Readonly<Record<PanelLevel, readonly Omit<PanelColumn, 'sql' | 'joins'>[]>> = {
  'state-year': [...stateColumns, yearColumn],
  'dyad-year': [...pairColumns, yearColumn],
  'system-year': [yearColumn],
  'leader-year': [...stateColumns, yearColumn, ...leaderColumns],
};

const lastDay = 'dayofyear(make_date(year, 12, 31))';

/**
 * Every member of the state system in every year, with the first and the last day of the year on which it was one.
 * A state whose membership ended had been a member since 1 January, and one that stayed was one from the day it
 * entered: no state of COW's list both entered and left within a year.
 */
export const members = `SELECT ccode, year,
  CASE member_at_end WHEN 1 THEN ${lastDay} - member_days + 1 ELSE 1 END AS first_day,
  CASE member_at_end WHEN 1 THEN ${lastDay} ELSE member_days END AS last_day FROM state_years`;

/** True where two members shared a day of the year: East and united Germany both stand in 1990, and never met. */
export const met = (a: string, b: string): string =>
  `${a}.first_day <= ${b}.last_day AND ${b}.first_day <= ${a}.last_day`;

/** The rows of a panel before any variable is joined; needs the relation `members`. */
export function rowsOf(request: PanelRequest, years: Years, manifest: Manifest, states: States): string {
  const span = `m.year BETWEEN ${years.from} AND ${years.to}`;
  if (request.level === 'system-year') return `SELECT year FROM system_years m WHERE ${span}`;
  const chosen = request.states ? chosenStates(request.states, states) : undefined;
  const named = `named AS (SELECT m.*, s.iso3c, s.name FROM members m
    JOIN states s ON s.ccode = m.ccode AND m.year BETWEEN s.from_year AND s.to_year WHERE ${span})`;
  if (request.level !== 'dyad-year') {
    const rows =
      request.level === 'leader-year' ? leaderRows(manifest) : 'SELECT ccode, iso3c, name, year FROM named m';
    return `WITH ${named} ${rows}${chosen ? ` WHERE ${chosen('m')}` : ''}`;
  }
  const conditions = [
    request.undirected ? 'm1.ccode < m2.ccode' : 'm1.ccode <> m2.ccode',
    met('m1', 'm2'),
    ...(chosen ? [`(${chosen('m1')} ${request.states!.length > 1 ? 'AND' : 'OR'} ${chosen('m2')})`] : []),
    ...(request.relevant ? [relevance(manifest, years)] : []),
  ];
  return `WITH ${named} SELECT m1.ccode AS ccode1, m2.ccode AS ccode2, m1.iso3c AS iso3c1, m2.iso3c AS iso3c2, m1.name AS name1,
    m2.name AS name2, m1.year FROM named m1 JOIN named m2 ON m1.year = m2.year WHERE ${conditions.join(' AND ')}`;
}

/** The variables by which pairs are told to be politically relevant. */
export const relevanceVariables = ['contiguous', 'major_power'] as const;

/**
 * Politically relevant pairs: contiguous by land or across up to 400 miles of water (all five of COW's types), or
 * with at least one of COW's major powers. On the years 1816–2010 it yields the 112,282 undirected dyad-years of the
 * field's tools. Weede (1976) proposed the rule, Maoz & Russett (1993) and Lemke & Reed (2001) discuss it. It leaves
 * out pairs that fight without being expected to.
 * Throws `world/not-classifiable` where the world lacks a record that it needs, or the years go beyond one.
 */
function relevance(manifest: Manifest, years: Years): string {
  const [contiguous, majors] = relevanceVariables.map((name) => classifier(manifest, name)) as [
    ManifestVariable,
    ManifestVariable,
  ];
  for (const v of [contiguous, majors]) {
    if (overlap(v.years, years) === years.to - years.from + 1) continue;
    fail(
      'world/not-classifiable',
      `which pairs are politically relevant is not recorded for all of ${showYears(years)}`,
      {
        hint: `${v.name} is recorded for ${showYears(v.years)}; ask for years within them with --years`,
      },
    );
  }
  const major = (m: string): string =>
    `(${m}.ccode, ${m}.year) IN (SELECT ccode, year FROM ${identifier(majors.table)} WHERE ${majors.name} = 1)`;
  return `(${major('m1')} OR ${major('m2')} OR (m1.ccode, m2.ccode, m1.year) IN (
    SELECT ccode1, ccode2, year FROM ${identifier(contiguous.table)} WHERE ${contiguous.name} = 1))`;
}

const classifier = (manifest: Manifest, name: string): ManifestVariable =>
  manifest.variables.find((v) => v.name === name) ??
  fail(
    'world/not-classifiable',
    `this world has no ${name}, by which pairs are told to be politically relevant`,
    {
      hint: 'entente world build --sources DIR makes one that has it',
    },
  );

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
