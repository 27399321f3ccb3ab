import { z } from 'zod';
import { fail } from '../../../kernel/errors.js';
import { showYears } from '../../../kernel/years.js';
import { idealPointSets } from '../../../measures/ideal-point-sets.js';
import { memberValues } from '../../../measures/member-values.js';
import { tableOf, variableOf } from '../../../world/catalogue.js';
import type { Needs } from '../../../world/open.js';
import { assemblySets, ballotNeeds } from './ballots.js';
import { gapInPoints } from './gap-in-points.js';
import { gapInVotes } from './gap-in-votes.js';
import { membersAmong } from './gap-members.js';
import type { Quantity } from './quantity.js';
import { inSentence, notCovered, stateVariable } from './variable.js';

const ofDisagreement = ['abstentions', 'middle-east', 'ukraine'] as const;

const parameters = z
  .strictObject({
    gap: z
      .enum(['disagreement', 'ideal-points'])
      .describe(
        'disagreement: how much more often states of different groups disagree in votes of the General Assembly than states of one; ideal-points: the distance between the mean ideal points of the groups',
      ),
    between: z
      .string()
      .min(1)
      .describe('a state-year variable that is 1 for the one group, 0 for the other; others are in neither'),
    in: z.int().describe('the year in which the variable tells the groups'),
    texts: z
      .enum(assemblySets)
      .describe('all votes, those on texts that passed, or those on a repeated text once'),
    abstentions: z
      .enum(['as-a-side', 'halfway'])
      .optional()
      .describe('of disagreement: an abstention is a position of its own, or halfway between yes and no'),
    'middle-east': z
      .enum(['with', 'without'])
      .optional()
      .describe('of disagreement: with or without votes on the Middle East'),
    ukraine: z
      .enum(['with', 'without'])
      .optional()
      .describe('of disagreement: with or without votes on the war over Ukraine'),
  })
  .superRefine((of, context) => {
    const idle = of.gap === 'ideal-points' ? ofDisagreement.find((key) => of[key] !== undefined) : undefined;
    if (idle)
      context.addIssue({
        code: 'custom',
        path: [idle],
        message: `ideal points rest on the votes as they are: ${idle} belongs to disagreement`,
      });
  });

export type GapQuantity = z.infer<typeof parameters>;

/** Sessions before this one are read only where they are compared: a third of today’s members had no seat yet. */
const firstShown = 1992;

/**
 * How far two groups of states lie apart in the General Assembly, session by session: in its votes (`gapOf`), or in the
 * mean of ideal points. The groups are those of one year, and the same states throughout: those that took part in a
 * vote, or have an ideal point, in every session compared. 0: the groups do not differ as groups, however much their
 * members differ among themselves. It says nothing of why they differ, and nothing of texts adopted without a vote.
 *
 * Chance: states drawn anew within each group, each with all its votes; sessions drawn anew in blocks; and, in votes,
 * texts drawn anew, those with one heading together. That a gap moves from session to session without any summit is not
 * in it: earlier dates show that (`placebos`).
 *
 * Throws `designs/one-gap`, `designs/thin-group`.
 */
export const gap: Quantity<GapQuantity> = {
  name: 'gap',
  says: 'How far two groups of states lie apart in the General Assembly: how much more often states of different groups disagree in recorded votes than states of one group, in percentage points, or the distance between the mean ideal points of the groups. The same states in all sessions compared.',
  cites: [
    'Székely, G. J. & Rizzo, M. L. (2013). Energy statistics: A class of statistics based on distances. Journal of Statistical Planning and Inference 143(8):1249–1272.',
  ],
  parameters,
  states: 0,
  ofEveryState: false,
  drawnAnew: true,
  counts: false,
  withOthers: true,
  atOtherDates: true,
  formula: ({ gap: measure, abstentions }) =>
    measure === 'ideal-points'
      ? 'the mean ideal point of the one group less that of the other, without its sign'
      : `100 × the mean over votes of ½ [(p_yes − q_yes)² + (p_no − q_no)²${abstentions === 'halfway' ? '' : ' + (p_abstain − q_abstain)²'}], p and q being the parts of each group that did so, of those that took part`,
  unit: ({ gap: measure }) => (measure === 'ideal-points' ? 'of ideal points' : 'percentage points'),
  label: ({ gap: measure, between }, { manifest }) =>
    `distance between states ${inSentence(variableOf(manifest, between).title)} and others ${measure === 'ideal-points' ? 'in ideal points' : 'in votes of the General Assembly'}`,
  axis: ({ gap: measure }) =>
    measure === 'ideal-points' ? 'standard deviations of all ideal points' : 'percentage points',
  cannot({ of }, years, catalogue) {
    stateVariable(of.between, catalogue);
    const reason = notCovered(of.between, { from: of.in, to: of.in }, catalogue);
    if (reason !== null) return reason;
    // A session ends in the year after the one in which it opened: the table's last year has no whole session.
    const table = tableOf(catalogue.manifest, of.gap === 'ideal-points' ? 'ideal_points' : 'assembly_votes');
    const whole = { from: table.years.from, to: table.years.to - 1 };
    return whole.from <= years.from && years.to <= whole.to
      ? null
      : `votes cover the sessions of ${showYears(whole)} only`;
  },
  needs([side], years, catalogue): Needs {
    const { of } = side!;
    const from = Math.min(firstShown, years.from);
    const { to } = tableOf(catalogue.manifest, 'assembly_votes').years;
    return {
      groups: memberValues({ of: [of.between], years: { from: of.in, to: of.in }, certain: true }, catalogue),
      ...(of.gap === 'ideal-points'
        ? { scores: memberValues({ of: [idealPointSets[of.texts]], years: { from, to: to - 1 } }, catalogue) }
        : ballotNeeds({ from, to: to - 1 })),
    };
  },
  observe(sides, years, spans, answers, catalogue) {
    if (sides.length > 1)
      fail('designs/one-gap', 'a gap between groups is held against its own past', {
        hint: 'write from and to, without other or against',
      });
    const { of } = sides[0]!;
    const members = membersAmong(of.between, years, answers, catalogue);
    return of.gap === 'ideal-points'
      ? gapInPoints(spans, answers, members)
      : gapInVotes(of, spans, answers, members);
  },
};
