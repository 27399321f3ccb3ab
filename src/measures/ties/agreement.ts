import type { Years } from '../../kernel/years.js';
import type { Catalogue, Query } from '../../world/open.js';
import { issues } from '../../world/sources/un-roll-calls/issues.js';
import { leastShared, sharedIn } from '../agreement-in-assembly.js';
import { cannotServeSessions, choicesIn, voteSets } from '../assembly-votes.js';
import { type PairParameters, sidesOf, type Tie, type Tied, tiedIn, withoutOf } from './tie.js';

/** Of the one with these others, those that are named marked; one question, whatever an abstention is. */
function asked(p: PairParameters, years: Years, { states }: Catalogue, all: boolean): Query {
  const { one, other } = sidesOf(p);
  const [ones, named] = [states.all(one), states.all(other)];
  const shared = sharedIn(choicesIn(p.votes!, years, withoutOf(p)), ones, all ? undefined : named);
  return {
    sql: `SELECT ccode2 AS ccode, ${all ? 0 : 1} AS named, year, 100 * same / shared AS same, 100 * near / shared AS near, shared AS count
      FROM (${shared.sql}) WHERE shared >= ${leastShared}${all ? ` AND ccode2 NOT IN (${[...ones, ...named].join(', ')})` : ''} ORDER BY ccode2, year`,
    tables: shared.tables,
  };
}

/**
 * Agreement in the General Assembly: the part of the votes of a session in which both took part where both said the
 * same (Lijphart 1963), in per cent; an abstention is a side of its own, or halfway between yes and no. Sessions with
 * fewer than five such votes are missing.
 */
export const agreementTie: Tie = {
  says: 'How far the two agree in the recorded votes of a session of the UN General Assembly in which both took part, in per cent.',
  needed: ['votes', 'abstentions'],
  allowed: ['without'],
  withOthers: false,
  unit: () => 'percentage points',
  label(p) {
    const without = withoutOf(p);
    return `agreement of ${p.pair.join(' and ')} in ${voteSets[p.votes!].of}${without ? `, without ${issues[without]}` : ''}`;
  },
  formula: ({ abstentions }) =>
    abstentions === 'halfway'
      ? '100 × the mean of 1 − |a − b| / 2 over the votes in which both voted, a and b being 1 for yes, 2 for an abstention and 3 for no'
      : '100 × the part of the votes in which both voted (1 yes, 2 abstain, 3 no) where both are equal',
  cannot(p, years, catalogue) {
    if (withoutOf(p) && !voteSets[p.votes!].hasIssues) return `${p.votes} has no issue codes`;
    return cannotServeSessions(p.votes!, years, catalogue);
  },
  needs: (p, years, catalogue) => ({ pair: asked(p, years, catalogue, false) }),
  needsOfOthers: (p, years, catalogue) => ({ others: asked(p, years, catalogue, true) }),
  read: ({ abstentions }, answers) =>
    tiedIn<Agreed>(answers).map((row) => ({
      ...row,
      value: abstentions === 'halfway' ? row.near : row.same,
    })),
};

/** Agreement in per cent, an abstention being halfway between yes and no, or a side of its own. */
interface Agreed extends Omit<Tied, 'value'> {
  readonly near: number;
  readonly same: number;
}
