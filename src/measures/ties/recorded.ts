import { fail } from '../../kernel/errors.js';
import { showYears, type Years } from '../../kernel/years.js';
import type { ManifestVariable } from '../../world/cards.js';
import { variableOf } from '../../world/catalogue.js';
import type { Catalogue, Query } from '../../world/open.js';
import { identifier } from '../../world/sql.js';
import { type PairParameters, sidesOf, type Tie, tiedIn } from './tie.js';

/** What a variable is called of a pair, and how its changes are counted; others are called by their names. */
const called: Readonly<Record<string, { says(one: string, other: string): string; readonly unit: string }>> =
  {
    china_president_visits: {
      says: (one, other) => `number of visits of the President of ${one} to ${other}`,
      unit: 'visits a year',
    },
    china_leader_visits: {
      says: (one, other) => `number of visits of the leaders of ${one} to ${other}`,
      unit: 'visits a year',
    },
    joint_igo_memberships: {
      says: (one, other) => `number of organisations to which ${one} and ${other} both belong`,
      unit: 'organisations',
    },
  };

function pairVariable(name: string, { manifest }: Catalogue): ManifestVariable {
  const variable = variableOf(manifest, name);
  if (variable.level === 'dyad-year') return variable;
  return fail('measures/not-of-pairs', `not a figure about pairs of states: ${name}`, {
    hint: `${name} is about a ${variable.level}; a dyad-year variable is needed`,
  });
}

function asked(p: PairParameters, years: Years, catalogue: Catalogue, all: boolean): Query {
  const { one, other } = sidesOf(p);
  const [ones, named] = [catalogue.states.all(one), catalogue.states.all(other)];
  const { table, name } = pairVariable(p.of, catalogue);
  const whom = all ? `NOT IN (${[...ones, ...named].join(', ')})` : `IN (${named.join(', ')})`;
  return {
    sql: `SELECT ccode2 AS ccode, ${all ? 0 : 1} AS named, year, ${identifier(name)}::DOUBLE AS value, 1 AS count FROM ${identifier(table)}
      WHERE ccode1 IN (${ones.join(', ')}) AND ccode2 ${whom} AND year BETWEEN ${years.from} AND ${years.to} AND ${identifier(name)} IS NOT NULL
      ORDER BY ccode2, year`,
    tables: [table],
  };
}

/**
 * A recorded variable of pairs (level dyad-year) as its source has it, of the first of the two towards the second.
 * Throws `world/unknown-variable`, `measures/not-of-pairs`.
 */
export const recordedTie: Tie = {
  says: 'A recorded figure of the first state towards the second, as its source has it.',
  needed: [],
  withOthers: false,
  unit: ({ of }) => called[of]?.unit ?? 'units of the figure',
  label: ({ of, pair }) => called[of]?.says(...pair) ?? `${of.replaceAll('_', ' ')} of ${pair.join(' and ')}`,
  formula: ({ of }) => of,
  cannot({ of }, years, catalogue) {
    const { coverage } = pairVariable(of, catalogue);
    const inside = coverage.from <= years.from && years.to <= coverage.to;
    return inside ? null : `${of} covers ${showYears(coverage)} only`;
  },
  needs: (p, years, catalogue) => ({ pair: asked(p, years, catalogue, false) }),
  needsOfOthers: (p, years, catalogue) => ({ others: asked(p, years, catalogue, true) }),
  read: (_p, answers) => tiedIn(answers),
};
