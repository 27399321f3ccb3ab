import { showYears } from '../../kernel/years.js';
import { issues } from '../../world/sources/un-roll-calls/issues.js';
import { type IdealPointSet, idealPointSets, idealPointVariable } from '../ideal-point-sets.js';
import { type MemberValue, memberValues, stateVariables } from '../member-values.js';
import { namedState } from '../named-state.js';
import { type PairParameters, sidesOf, type Tie, type Tied, withoutOf } from './tie.js';

type Place = MemberValue & { readonly one: number; readonly other: number };

function variableOf(p: PairParameters): string | undefined {
  const { votes, issue = 'all' } = p;
  const without = withoutOf(p);
  const set = without ? `${votes}-without-${without}` : votes!;
  return Object.hasOwn(idealPointSets, set)
    ? idealPointVariable({ votes: set as IdealPointSet, issue })
    : undefined;
}

/**
 * How far apart the two stand in the General Assembly: |θ₁ − θ₂| of their ideal points in a session, in standard
 * deviations of all places of that estimate. The further, the weaker the tie.
 */
export const idealPointsTie: Tie = {
  says: 'How far apart the ideal points of the two lie in the UN General Assembly, in standard deviations of all places: less is nearer.',
  needed: ['votes'],
  allowed: ['issue', 'without'],
  withOthers: false,
  unit: () => 'standard deviations',
  label(p) {
    const { pair, issue = 'all' } = p;
    const without = withoutOf(p);
    return `distance of the ideal points of ${pair.join(' and ')}${issue === 'all' ? '' : ` on ${issues[issue]}`}${without ? `, without ${issues[without]}` : ''}`;
  },
  formula: (p) => `the size of the difference of the two states’ ${variableOf(p)}`,
  cannot(p, years, catalogue) {
    const name = variableOf(p);
    if (name === undefined) {
      const without = withoutOf(p);
      return `the world has no ideal points of ${p.votes} on ${p.issue ?? 'all'}${without ? ` without ${without}` : ''}`;
    }
    const { coverage } = stateVariables([name], catalogue)[0]!;
    const inside = coverage.from <= years.from && years.to <= coverage.to;
    return inside ? null : `${name} covers ${showYears(coverage)} only`;
  },
  needs(p, years, catalogue) {
    const { one, other } = sidesOf(p);
    const more = { one: namedState(one, years, catalogue), other: namedState(other, years, catalogue) };
    return { places: memberValues({ of: [variableOf(p)!], years, more }, catalogue) };
  },
  needsOfOthers: () => ({}),
  read(_p, { places = [] }) {
    const all = places as unknown as readonly Place[];
    const fixed = new Map(all.filter((r) => r.one === 1).map((r) => [r.year, r.value]));
    return all.flatMap(({ ccode, year, value, one, other }): Tied[] => {
      const from = fixed.get(year) ?? null;
      if (one === 1 || value === null || from === null) return [];
      return [{ ccode, named: other, year, value: Math.abs(value - from), count: 1 }];
    });
  },
};
