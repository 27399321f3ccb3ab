import { z } from 'zod';
import { fail } from '../kernel/errors.js';
import { countYears, eachYear, showYears } from '../kernel/years.js';
import { leastCoverage } from '../world/catalogue.js';
import { continuing } from './continuing-states.js';
import type { Measure, Series } from './measure.js';
import { countReasons, type MemberValue, memberValues, stateVariables } from './member-values.js';
import { namedState } from './named-state.js';
import { rowsOf } from './rows-of.js';
import { seriesInMost } from './series-in-most.js';

/** What a figure is called and how its changes are counted; others are called by their variables. */
const figures: Readonly<Record<string, { readonly says: string; readonly unit: string }>> = {
  un_assessment: { says: 'assessed share of the UN’s regular budget', unit: 'percentage points' },
  who_assessment: { says: 'assessed share of the WHO’s budget', unit: 'percentage points' },
};

const parameters = z.strictObject({
  of: z.string().min(1).describe('a state-year variable'),
  state: z.string().min(1).describe('whose figure'),
});

export type StateValueParameters = z.infer<typeof parameters>;

type Row = MemberValue & { readonly named: number };

/**
 * A recorded figure of one state, year by year, as its source has it: no share is taken and nothing is divided, so a
 * share that a source states (a scale of assessments) keeps the source’s number. It says nothing of other states, and
 * follows the state that the name meant in each year.
 *
 * A variable serves a window that lies within its years and has values in four of five of them; whether this state
 * has them shows when the series is made, which leaves the others out and counts them.
 *
 * Throws `world/unknown-variable`, `measures/not-of-states`, `states/unknown`, `measures/no-value`.
 */
export const stateValue: Measure<StateValueParameters> = {
  name: 'state-value',
  title: 'A figure of one state',
  says: 'A recorded figure of one state by year, as its source has it. It says nothing of other states.',
  cites: ['Correlates of War Project (2017). State System Membership List, v2016.'],
  parameters,
  unit: ({ of }) => figures[of]?.unit ?? 'units of the figure',
  label: ({ of, state }) => `${figures[of]?.says ?? of.replaceAll('_', ' ')} of ${state}`,
  cannot({ of, state }, years, catalogue) {
    catalogue.states.resolve(state);
    const { coverage } = stateVariables([of], catalogue)[0]!;
    if (coverage.from > years.from || coverage.to < years.to)
      return `${of} covers ${showYears(coverage)} only`;
    const all = eachYear(years);
    const held = all.filter((year) => (coverage.byYear[year - coverage.from] ?? 0) > 0).length;
    if (held >= leastCoverage * all.length) return null;
    return `${of} has values in ${held} of the ${all.length} years ${showYears(years)}`;
  },
  needs({ of, state }, years, catalogue) {
    const named = namedState(state, years, catalogue);
    return { figures: memberValues({ of: [of], years, more: { named } }, catalogue) };
  },
  compute(_, years, answers) {
    const rows = rowsOf<Row>(answers, 'figures');
    const own = rows
      .filter(({ named, year }) => named === 1 && year >= years.from && year <= years.to)
      .sort((a, b) => a.year - b.year);
    const kept = own.filter(({ value }) => value !== null);
    const lost = own.filter(({ value }) => value === null).map(({ reason }) => reason ?? 'not-coded');
    const outside = countYears(years) - own.length;
    if (kept.length === 0)
      fail('measures/no-value', `the state has no value in ${showYears(years)}`, {
        hint: Object.keys(countReasons(lost)).join('; ') || undefined,
      });
    return {
      years: kept.map(({ year }) => year),
      values: kept.map(({ value }) => value!),
      counts: kept.map(() => 1),
      lost: {
        ...countReasons(lost),
        ...(outside > 0 && { 'not-in-system': outside }),
      },
    } satisfies Series;
  },
  restsOn: ({ state }) => ({ named: [state], others: false }),
  ofOthers: {
    cannot: () => null,
    needs: () => ({}),
    series(_, years, answers) {
      const rows = ((answers['figures'] ?? []) as unknown as Row[]).filter(
        ({ year, value }) => value !== null && year >= years.from && year <= years.to,
      );
      const own = rows.filter(({ named }) => named === 1);
      const claimed = new Set(own.map(({ ccode }) => continuing(ccode)));
      const asked = [...new Set(own.map(({ year }) => year))].sort((a, b) => a - b);
      const byState = new Map<number, Map<number, number>>();
      for (const { ccode, year, value } of rows) {
        const unit = continuing(ccode);
        if (claimed.has(unit)) continue;
        const values = byState.get(unit) ?? new Map<number, number>();
        if (ccode === unit || !values.has(year)) values.set(year, value!);
        byState.set(unit, values);
      }
      return seriesInMost(byState, asked);
    },
  },
  variables: [],
};
