import { EntenteError, fail } from '../../kernel/errors.js';
import type { Cell } from '../../world/database.js';
import type { Answers, Catalogue, Needs, Query } from '../../world/open.js';
import type { ShareParameters } from './parameters.js';

type Group = ShareParameters['group'];

const treaties: Readonly<Record<string, string>> = {
  'treaty-allies-2021': 'counts = 1',
  'treaty-allies-without-rio': "counts = 1 AND treaty <> 'rio'",
};

/** Whether it is a list of the allies of one state, and of no other. */
export const isListOfAllies = (by: string): boolean => Object.hasOwn(treaties, by);

/** Why a group cannot be had, or null. Throws `states/unknown`, `designs/doubled-state`. */
export function cannotFormGroup(group: Group, year: number, catalogue: Catalogue): string | null {
  const listed = 'states' in group ? group.states : (group.and ?? []);
  for (const name of 'states' in group ? listed : [group['allies-of'], ...listed]) {
    const reason = notThen(name, year, catalogue);
    if (reason !== null) return reason;
  }
  const codes = listed.map((name) => catalogue.states.resolve(name, year));
  const twice = codes.findIndex((code, i) => codes.indexOf(code) < i);
  if (twice >= 0) {
    fail('designs/doubled-state', `a state is in the group already: ${listed[twice]}`, {
      hint: `it is ${catalogue.states.nameOf(codes[twice]!, year)}, which ${listed[codes.indexOf(codes[twice]!)]} names, too`,
    });
  }
  if ('states' in group) return null;
  const whose = catalogue.states.resolve(group['allies-of'], year);
  if (group.by in treaties && whose !== 2) return `${group.by} is a list of the allies of the United States`;
  return null;
}

/** Why a name stands for no state in a year, or null. Throws `states/unknown`. */
function notThen(name: string, year: number, { states }: Catalogue): string | null {
  try {
    states.resolve(name, year);
    return null;
  } catch (error) {
    if (error instanceof EntenteError && error.code === 'states/not-then') return error.message;
    throw error;
  }
}

/** Which states a group holds. Alliances are those in force in `year`, the first of the span: later ones may be a consequence. */
export function groupNeeds(group: Group, year: number, catalogue: Catalogue): Needs {
  return 'states' in group ? {} : { allies: alliesQuery(group, year, catalogue) };
}

function alliesQuery(group: Exclude<Group, { states: string[] }>, year: number, catalogue: Catalogue): Query {
  const treaty = treaties[group.by];
  if (treaty)
    return {
      sql: `SELECT DISTINCT ccode FROM us_treaty_allies WHERE ${treaty} ORDER BY ccode`,
      tables: ['us_treaty_allies'],
    };
  const whose = catalogue.states.resolve(group['allies-of'], year);
  const pact = group.by === 'defence' ? 'defence_pact' : 'any_alliance';
  return {
    sql: `SELECT ccode2 AS ccode FROM alliance_dyad_years WHERE ccode1 = ${whose} AND year = ${year} AND ${pact} = 1 ORDER BY ccode2`,
    tables: ['alliance_dyad_years'],
  };
}

/** COW numbers of the group. Throws `designs/empty-group`. */
export function groupMembers(
  group: Group,
  year: number,
  answers: Answers,
  catalogue: Catalogue,
): ReadonlySet<Cell> {
  const named = 'states' in group ? group.states : (group.and ?? []);
  const members = new Set<Cell>((answers['allies'] ?? []).map((row) => row['ccode']!));
  for (const name of named) members.add(catalogue.states.resolve(name, year));
  if (members.size === 0) fail('designs/empty-group', `no state is in the group in ${year}`);
  return members;
}
