import { z } from 'zod';
import type { Years } from '../kernel/years.js';
import { coverageShare } from '../world/catalogue.js';
import type { Catalogue } from '../world/open.js';
import { constantSet, everyone } from './chosen-states.js';
import { countsPeople, type Gap, type InequalityWay, inequalityWays, type Way } from './inequality-ways.js';
import type { Measure, Series } from './measure.js';
import { type MemberValue, memberValues, stateVariables } from './member-values.js';
import { peopled, withEnoughPeople } from './peopled-histories.js';
import { resampling } from './resample-histories.js';
import { rowsOf } from './rows-of.js';
import { cannotServeSeries } from './served-years.js';
import { stateHistories } from './state-histories.js';
import { weightedColumn } from './weighted-columns.js';

/** Names of incomes for people; others are called by their variables. */
const names: Readonly<Record<string, string>> = {
  gdp_per_capita: 'output per head (purchasing power, Fariss)',
  gdp_per_capita_maddison: 'output per head (purchasing power, Maddison)',
  'gdp_current/population_wb': 'output per head (current US$)',
  gini_disposable: 'the Gini index of disposable income (SWIID)',
  gini_market: 'the Gini index of market income (SWIID)',
  top_1_income_share: 'the income share of the top 1 % (WID)',
};

const parameters = z
  .strictObject({
    of: z
      .string()
      .min(1)
      .describe(
        'between: income per head, one variable or two as amount/people; within: an index of each state',
      ),
    gap: z
      .enum(['between', 'between-people', 'within'])
      .describe('between states, each counted once; between states by their people; within states'),
    as: z.enum(Object.keys(inequalityWays) as [InequalityWay, ...InequalityWay[]]),
    set: z
      .enum(['constant', 'all'])
      .default('constant')
      .describe('constant: the states with a value in every year; all: whoever has one in the year'),
    people: z.string().min(1).default('population').describe('the variable that counts the people'),
  })
  .superRefine((p, context) => {
    const issue = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    const { gaps }: Way = inequalityWays[p.as];
    if (!gaps.includes(p.gap)) issue('as', `${p.as} is for ${gaps.join(' and ')}, not for ${p.gap}`);
    if (p.gap === 'within' && p.set === 'all')
      issue('set', 'within states only a constant set compares: states with surveys came in over time');
  });

export type InequalityParameters = z.infer<typeof parameters>;

/** Part of the members that must have a figure of inequality within them; their people must be four of five. */
const leastWithin = 0.5;

/** The variables of an income: one, or an amount and the people that share it. */
const variablesOf = (of: string): string[] => of.split('/').map((name) => name.trim());

/**
 * How unequal the world’s states are in income, year by year: three questions with different answers.
 *
 * `between`: inequality among mean incomes, each state counted once (Milanovic’s concept 1); `between-people`: the
 * same, each state counted by its people (concept 2). `gini` (0–100), `theil`, `mld` (mean log deviation), `p90-p10`
 * (how many times the 90th percentile is the 10th). Neither sees inequality inside a state, so neither is that of
 * all people (concept 3), for which the record holds no surveys. `within`: `mean` or `median` over states of an index
 * of inequality inside each, or its mean by people: the average of indices, not the index of all.
 *
 * `set: constant` follows the states that are members and have a value in every year of the window (across Germany’s
 * and Yemen’s change of number); `all` takes whoever has one in the year. `between` leaves out years in which under
 * 80 % of the members have a value. `within` asks for half of the members, always a constant set, and leaves out
 * years in which its states hold under 80 % of the people; `between-people` asks for both.
 *
 * Resampling draws states anew, each with its whole history. Where states count by their people it is not offered: a
 * draw without China would be another world. The sources’ own measurement error is in neither.
 *
 * Throws `world/unknown-variable`, `measures/not-of-states`, `measures/too-few-states`, `statistics/not-positive`.
 */
export const inequality: Measure<InequalityParameters> = {
  name: 'inequality',
  title: 'Inequality of income between and within states',
  says: 'How unequal mean incomes are between states, each counted once or by its people, or how unequal incomes are within the average state. None of them is the inequality of all people in the world.',
  cites: [
    'Milanovic, B. (2005). Worlds Apart: Measuring International and Global Inequality. Princeton University Press.',
    'Shorrocks, A. F. (1980). The Class of Additively Decomposable Inequality Measures. Econometrica 48:613–625.',
  ],
  parameters,
  unit: ({ as }) => inequalityWays[as].unit,
  label({ of, as, gap, set }) {
    const over =
      gap === 'within'
        ? 'over a constant set of states'
        : `between ${set === 'constant' ? 'a constant set of states' : 'all states'}${gap === 'between-people' ? ', by people' : ''}`;
    return `${inequalityWays[as].says} of ${names[of] ?? of.replaceAll('_', ' ')} ${over}`;
  },
  formula: ({ as, gap, set }) =>
    `${inequalityWays[as].formula}, with x ${gap === 'within' ? 'the index of each state' : 'the incomes'} and w ${countsPeople(gap, as) ? 'the people of each state as a share of all' : 'the same for each state'}, over ${set === 'all' ? 'all states with a value in the year' : 'the states with a value in every year of the window'}`,
  cannot(p, years, catalogue) {
    const { manifest } = catalogue;
    stateVariables([...variablesOf(p.of), p.people], catalogue);
    const all = p.gap === 'within' ? [p.people] : variablesOf(p.of);
    if (countsPeople(p.gap, p.as)) all.push(p.people);
    const reasons = [...new Set(all)].map((name) => cannotServeSeries(manifest, name, years));
    return (
      reasons.find((why) => why !== null) ?? (p.gap === 'within' ? tooFew(p.of, years, catalogue) : null)
    );
  },
  needs(p, years, catalogue) {
    const value = (columns: readonly string[]): string =>
      columns.length === 1 ? `(${columns[0]})` : columns.map((c) => `(${c})`).join(' / ');
    return {
      incomes: memberValues({ of: variablesOf(p.of), years, value }, catalogue),
      people: memberValues(
        { of: [p.people], years, ...(!countsPeople(p.gap, p.as) && { certain: true }) },
        catalogue,
      ),
    };
  },
  compute(p, years, answers) {
    const rows = (name: string): readonly MemberValue[] => rowsOf(answers, name);
    const people = stateHistories(rows('people'), years);
    const counted = countsPeople(p.gap, p.as);
    const histories = peopled(stateHistories(rows('incomes'), years), people, counted);
    const chosen =
      p.set === 'all'
        ? everyone(histories, years)
        : constantSet(histories, years, p.gap === 'within' ? leastWithin : undefined);
    const { used, kept, lost } = counted || p.gap === 'within' ? withEnoughPeople(chosen, people) : chosen;
    const columns = kept.map((t) => weightedColumn(used, people, t, counted));
    const { of, draws }: Way = inequalityWays[p.as];
    return {
      years: kept.map((t) => years.from + t),
      values: columns.map(({ values, weights }) => of(values, weights)),
      counts: columns.map(({ values }) => values.length),
      lost,
      ...(!counted && draws && { resampled: resampling(used, kept, draws) }),
    } satisfies Series;
  },
  variables: [
    setting('income_gini', 'Gini index of mean incomes, each state counted once', 'between'),
    setting(
      'income_gini_by_people',
      'Gini index of mean incomes, states counted by their people',
      'between-people',
    ),
  ],
};

function setting(name: string, title: string, gap: Gap): Measure<InequalityParameters>['variables'][number] {
  const parameters = { of: 'gdp_per_capita', gap, as: 'gini', set: 'all', people: 'population' } as const;
  return { name, title, parameters, years: { from: 1946, to: 2019 } };
}

/** Why too few states have a figure of inequality within them, at either end of the window. */
function tooFew(name: string, years: Years, catalogue: Catalogue): string | null {
  const variable = stateVariables([name], catalogue)[0]!;
  const thin = [years.from, years.to].find(
    (year) => coverageShare(catalogue.manifest, variable, year) < leastWithin,
  );
  if (thin === undefined) return null;
  const share = Math.round(100 * coverageShare(catalogue.manifest, variable, thin));
  return `${name} covers ${share} % of the states in ${thin}, under half`;
}
