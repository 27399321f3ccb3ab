import { z } from 'zod';
import { fail } from '../../kernel/errors.js';
import { continuing } from '../../measures/continuing-states.js';
import type { Answers, Catalogue, Needs } from '../../world/open.js';
import { identifier } from '../../world/sql.js';
import { cannotFormGroup, groupMembers, groupNeeds } from '../share/group.js';
import { pacts } from '../share/parameters.js';
import { listed, stateList } from './quantities/listed.js';
import { stateVariable } from './quantities/variable.js';

const condition = /^\s*([a-z][a-z0-9_]*)\s*(?:>=\s*(-?\d+(?:\.\d+)?)\s*)?$/;

/** The states with which one is compared, as they were in the first year: what came later may be a consequence. */
export const groupParameters = z.union([
  z.strictObject({
    where: z
      .string()
      .regex(condition, 'a state-year variable that is 1, or one and its least value: polyarchy >= 0.5')
      .describe('the states of which something was so in the first year: oecd_member, or polyarchy >= 0.5'),
  }),
  z.strictObject({
    'allies-of': z.string(),
    by: z.enum(pacts),
  }),
  z.strictObject({ states: stateList }),
]);

export type Group = z.infer<typeof groupParameters>;

const partsOf = (where: string): { readonly variable: string; readonly least: number } => {
  const [, variable = '', least = '1'] = condition.exec(where) ?? [];
  return { variable, least: Number(least) };
};

type AlliesOrStates = Parameters<typeof groupNeeds>[0];

const plain = (group: Exclude<Group, { where: string }>): AlliesOrStates =>
  'states' in group ? { states: [...listed(group.states)] } : group;

/** Why a group cannot be had in a year, or null. Throws `states/unknown`, `world/unknown-variable`, `measures/not-of-states`. */
export function cannotGroup(group: Group, year: number, catalogue: Catalogue): string | null {
  if (!('where' in group)) return cannotFormGroup(plain(group), year, catalogue);
  const { name, coverage } = stateVariable(partsOf(group.where).variable, catalogue);
  return coverage.from <= year && year <= coverage.to
    ? null
    : `${name} covers ${coverage.from}–${coverage.to} only`;
}

export function needsOfGroup(group: Group, year: number, catalogue: Catalogue): Needs {
  if (!('where' in group)) return groupNeeds(plain(group), year, catalogue);
  const { variable, least } = partsOf(group.where);
  const { name, table } = stateVariable(variable, catalogue);
  return {
    members: {
      sql: `SELECT g.ccode FROM ${identifier(table)} g JOIN state_years USING (ccode, year) WHERE year = ${year} AND g.${identifier(name)} >= ${least} ORDER BY g.ccode`,
      tables: [table, 'state_years'],
    },
  };
}

/** COW numbers of the members, in rising order. Throws `designs/empty-group` where there are none. */
export function membersOf(
  group: Group,
  year: number,
  answers: Answers,
  catalogue: Catalogue,
): readonly number[] {
  const members =
    'where' in group
      ? (answers['members'] ?? []).map((row) => Number(row['ccode']))
      : [...groupMembers(plain(group), year, answers, catalogue)].map(Number);
  if (members.length === 0) fail('designs/empty-group', `no state is in the group in ${year}`);
  return [...new Set(members.map(continuing))].sort((a, b) => a - b);
}
