import { z } from 'zod';
import { fail } from '../kernel/errors.js';
import { countYears, showYears } from '../kernel/years.js';
import type { Issue } from '../world/sources/un-roll-calls/issues.js';
import { issues } from '../world/sources/un-roll-calls/issues.js';
import { voteSets } from './assembly-votes.js';
import { continuing } from './continuing-states.js';
import { issueOrAll } from './ideal-point-sets.js';
import type { Measure } from './measure.js';
import { seriesInMost } from './series-in-most.js';
import { tieOf, ties } from './ties/index.js';
import { type PairParameters, sidesOf, type Tied } from './ties/tie.js';

const beside = ['votes', 'abstentions', 'without', 'issue', 'whose', 'ends'] as const;

const parameters = z
  .strictObject({
    pair: z.tuple([z.string().min(1), z.string().min(1)]).describe('two states: [China, Russia]'),
    of: z
      .string()
      .min(1)
      .describe(`what ties them: ${Object.keys(ties).join(', ')}, or a variable of level dyad-year`),
    votes: z
      .enum(Object.keys(voteSets) as [keyof typeof voteSets, ...(keyof typeof voteSets)[]])
      .optional()
      .describe('which votes of the General Assembly, of agreement and ideal-points'),
    abstentions: z
      .enum(['halfway', 'as-a-side'])
      .optional()
      .describe('of agreement: halfway between yes and no, or a side of its own'),
    without: z
      .enum(['nothing', ...(Object.keys(issues) as Issue[])])
      .optional()
      .describe('of agreement and ideal-points: an issue whose votes are left out'),
    issue: z.enum(issueOrAll).optional().describe('of ideal-points: votes on one issue alone'),
    whose: z
      .string()
      .min(1)
      .optional()
      .describe('of trade-share: the one of the two whose trade it is a share of'),
    ends: z
      .enum(['estimated', 'known'])
      .optional()
      .describe('of defence-agreements: until the end that the source estimates, or until one that is known'),
  })
  .superRefine((p, context) => {
    const { needed, allowed = [] } = tieOf(p.of);
    const lacking = needed.find((key) => p[key] === undefined);
    if (lacking) context.addIssue({ code: 'custom', path: ['of'], message: `${p.of} needs ${lacking}` });
    const stray = beside.find((key) => p[key] !== undefined && ![...needed, ...allowed].includes(key));
    if (stray) context.addIssue({ code: 'custom', path: [stray], message: `${p.of} takes no ${stray}` });
  }) as unknown as z.ZodType<PairParameters>;

/**
 * What ties two states, year by year: how far they agree in the General Assembly, how far apart their ideal points lie,
 * the part of the trade of the one that goes with the other, the defence agreements between them, or any recorded
 * variable of pairs (of the first towards the second). In the unit of each; what each means, its tie says (`ties/`). A
 * year in which either was no state, or of which the record says nothing, is missing and counted.
 *
 * Throws `states/unknown`; `measures/pair-of-one`; `measures/two-seats` where a name stands for two states in one year;
 * `measures/no-value`; and what the tie throws.
 */
export const pairValue: Measure<PairParameters> = {
  name: 'pair-value',
  title: 'What ties two states',
  says: 'A tie between two states by year: agreement in votes, distance of ideal points, trade, agreements, or a recorded variable of pairs. It says nothing of other states.',
  cites: [
    'Lijphart, A. (1963). The Analysis of Bloc Voting in the General Assembly: A Critique and a Proposal. American Political Science Review 57(4):902–917.',
    'Bailey, M. A., Strezhnev, A. & Voeten, E. (2017). Estimating Dynamic State Preferences from United Nations Voting Data. Journal of Conflict Resolution 61(2):430–456.',
  ],
  parameters,
  unit: (p) => tieOf(p.of).unit(p),
  label: (p) => tieOf(p.of).label(p),
  formula: (p) => `${tieOf(p.of).formula(p)} (${tieOf(p.of).says.replace(/\.$/, '')})`,
  cannot(p, years, catalogue) {
    const [one, other] = p.pair.map((name) => catalogue.states.resolve(name, years.to));
    if (one === other)
      fail('measures/pair-of-one', `a pair of one state: ${p.pair[1]}`, { hint: 'name two states' });
    return tieOf(p.of).cannot(p, years, catalogue);
  },
  needs: (p, years, catalogue) => tieOf(p.of).needs(p, years, catalogue),
  compute(p, years, answers) {
    const own = tieOf(p.of)
      .read(p, answers)
      .filter((t) => t.named === 1 && years.from <= t.year && t.year <= years.to)
      .sort((a, b) => a.year - b.year);
    const twice = own.find((t, i) => t.year === own[i - 1]?.year);
    if (twice)
      fail('measures/two-seats', `two states bore one name in ${twice.year}: ${sidesOf(p).other}`, {
        hint: 'name one of them, by its COW number if need be',
      });
    if (own.length === 0)
      fail('measures/no-value', `nothing is recorded of ${p.pair.join(' and ')} in ${showYears(years)}`);
    const missing = countYears(years) - own.length;
    return {
      years: own.map(({ year }) => year),
      values: own.map(({ value }) => value),
      counts: own.map(({ count }) => count),
      lost: missing > 0 ? { 'years without a value': missing } : {},
    };
  },
  restsOn: (p) => ({ named: p.pair, others: tieOf(p.of).withOthers }),
  ofOthers: {
    cannot: () => null,
    inPlaceOf: (p) => sidesOf(p),
    needs: (p, years, catalogue) => tieOf(p.of).needsOfOthers(p, years, catalogue),
    series(p, years, answers) {
      const within = ({ year }: Tied): boolean => years.from <= year && year <= years.to;
      const all = tieOf(p.of).read(p, answers).filter(within);
      const asked = [...new Set(all.filter((t) => t.named === 1).map(({ year }) => year))].sort(
        (a, b) => a - b,
      );
      const byState = new Map<number, Map<number, number>>();
      for (const { ccode, named, year, value } of all) {
        const state = continuing(ccode);
        if (named === 1) continue;
        const own = byState.get(state) ?? new Map<number, number>();
        if (ccode === state || !own.has(year)) own.set(year, value);
        byState.set(state, own);
      }
      return seriesInMost(byState, asked);
    },
  },
  variables: [],
};
