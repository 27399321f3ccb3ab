import { fail } from '../../kernel/errors.js';
import type { Losses } from '../../kernel/missing.js';
import { continuing } from '../../measures/continuing-states.js';
import { originOf } from '../../measures/rows-without.js';
import { tableOf, variableOf } from '../../world/catalogue.js';
import type { Row } from '../../world/database.js';
import type { Answers, Catalogue, Needs } from '../../world/open.js';
import { fallOf, type Scored, upsideDown } from './change.js';
import { groupMembers, groupNeeds } from './group.js';
import { type ShareParameters, sharedOut } from './parameters.js';
import { yardstickOf } from './yardstick.js';

/** One state of the question: what fell on it, its weight on the yardstick, and whether it is of the group. */
export interface Unit {
  readonly ccode: number;
  /** Its part of what is shared out, in the variable's unit. */
  readonly amount: number;
  readonly yardstick: number;
  readonly inGroup: boolean;
  /** Score in the first year, by which the permutation test is stratified; 0 for totals, whose amount is all there is. */
  readonly start: number;
}

export interface Units {
  readonly units: readonly Unit[];
  readonly lost: Losses;
}

/** The variable that weighs states by people. */
export const populationVariable = 'population_wb';

const million = 1e6;

export function unitNeeds(p: ShareParameters, catalogue: Catalogue): Needs {
  const { variable, over } = sharedOut(p);
  const card = variableOf(catalogue.manifest, variable);
  const table = tableOf(catalogue.manifest, card.table).name;
  const interval = card.interval
    ? `${card.interval.low} AS low, ${card.interval.high} AS high`
    : `${variable} AS low, ${variable} AS high`;
  const population = variableOf(catalogue.manifest, populationVariable).table;
  return {
    scores: {
      sql: `SELECT ccode, year, ${variable} AS value, ${interval} FROM ${table} WHERE year BETWEEN ${over.from} AND ${over.to} AND ${variable} IS NOT NULL ORDER BY ccode, year`,
      tables: [table],
      ...(card.interval && { interval: { level: card.interval.level, scale: 'linear' as const } }),
    },
    members: {
      sql: `SELECT ccode, count(*)::INTEGER AS ends FROM state_years WHERE year IN (${over.from}, ${over.to}) GROUP BY ccode ORDER BY ccode`,
      tables: ['state_years'],
    },
    ...(yardstickOf(p.against).byPeople
      ? {
          people: {
            sql: `SELECT ccode, ${populationVariable} AS people FROM ${population} WHERE year = ${over.from} ORDER BY ccode`,
            tables: [population],
          },
        }
      : {}),
    ...groupNeeds(p.group, over.from, catalogue),
  };
}

/** The states that are members at both ends with a score at both, and why others are not among them. */
export function unitsOf(p: ShareParameters, answers: Answers, catalogue: Catalogue): Units {
  const { variable, over, kind, as } = sharedOut(p);
  const scale = variableOf(catalogue.manifest, variable).scale;
  const group = groupMembers(p.group, over.from, answers, catalogue);
  const scores = scoresByState(answers['scores'] ?? []);
  const people = new Map((answers['people'] ?? []).map((r) => [r['ccode'], Number(r['people'])]));
  const yardstick = yardstickOf(p.against);
  const ends = over.from === over.to ? 1 : 2;
  const lost: Record<string, number> = {};
  const lose = (reason: string): void => {
    lost[reason] = (lost[reason] ?? 0) + 1;
  };
  const units: Unit[] = [];
  for (const member of answers['members'] ?? []) {
    const ccode = Number(member['ccode']);
    const own = scores.get(ccode) ?? [];
    const weight = yardstick.byPeople ? people.get(ccode) : 1;
    if (Number(member['ends']) < ends) lose('not in the state system at both ends');
    else if (own[0]?.year !== over.from || own[own.length - 1]?.year !== over.to)
      lose(`no ${variable} at one end or both`);
    else if (weight === undefined) lose('no population');
    else {
      const start = own[0].value;
      const amount = kind === 'total' ? start : fallOf(kind === 'rise' ? own.map(upsideDown) : own, as);
      units.push({
        ccode,
        amount: yardstick.perPerson ? (amount * weight) / million : amount,
        yardstick: yardstick.room ? roomOf(start, scale?.[yardstick.room.end]) : weight,
        inGroup: group.has(ccode),
        start: kind === 'total' ? 0 : start,
      });
    }
  }
  return { units: units.sort(byContent), lost };
}

/** By what they are, so that neither the order of rows nor the numbers of states can change a resample. */
const byContent = (a: Unit, b: Unit): number =>
  a.start - b.start ||
  a.amount - b.amount ||
  a.yardstick - b.yardstick ||
  Number(a.inGroup) - Number(b.inGroup);

function roomOf(start: number, end: number | undefined): number {
  if (end === undefined)
    fail('designs/open-scale', 'the scale of the variable has no end, so there is no room to measure');
  return Math.abs(start - end);
}

const read = new WeakMap<readonly Row[], ReadonlyMap<number, readonly Scored[]>>();

/** The scores of an answer, read once however many specifications ask. */
function scoresByState(rows: readonly Row[]): ReadonlyMap<number, readonly Scored[]> {
  const known = read.get(rows) ?? scoresLeft(rows) ?? scoresIn(rows);
  read.set(rows, known);
  return known;
}

/** Of rows without a state: the scores of the others, as they are. */
function scoresLeft(rows: readonly Row[]): ReadonlyMap<number, readonly Scored[]> | undefined {
  const origin = originOf(rows);
  if (!origin) return undefined;
  const all = scoresByState(origin.rows);
  return new Map([...all].filter(([ccode]) => continuing(ccode) !== origin.state));
}

function scoresIn(rows: readonly Row[]): Map<number, Scored[]> {
  const byState = new Map<number, Scored[]>();
  let last: { readonly ccode: number; readonly own: Scored[] } | undefined; // rows mostly come by state
  for (const row of rows) {
    const ccode = Number(row['ccode']);
    const value = Number(row['value']);
    const low = Number(row['low'] ?? value);
    const high = Number(row['high'] ?? value);
    if (last?.ccode !== ccode) {
      const own = byState.get(ccode) ?? [];
      byState.set(ccode, own);
      last = { ccode, own };
    }
    last.own.push({ year: Number(row['year']), value, low, high });
  }
  for (const own of byState.values()) own.sort((a, b) => a.year - b.year);
  return byState;
}
