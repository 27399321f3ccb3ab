import { z } from 'zod';
import type { Random } from '../../../kernel/random.js';
import { eachYear, type Years } from '../../../kernel/years.js';
import { memberValues } from '../../../measures/member-values.js';
import { variableOf } from '../../../world/catalogue.js';
import type { Answers } from '../../../world/open.js';
import { inYears, type Observed, type Quantity, type Side, type Yearly } from './quantity.js';
import { inSentence, notCovered } from './variable.js';

const parameters = z.strictObject({
  count: z.string().min(1).describe('a state-year variable that is 1 where something is so, else 0'),
  as: z
    .enum(['in-force', 'begun'])
    .describe(
      'in-force: each state and year in which it is so; begun: those in which it was not so the year before',
    ),
});

export type CountQuantity = z.infer<typeof parameters>;

/**
 * In how many states something is so, year by year: the states whose flag is 1, or (`begun`) those whose flag was not 1
 * the year before. A state whose flag is not known is not counted and is told among the losses.
 *
 * Chance: states drawn anew with all their years, since what is so in a state one year is mostly
 * so the next.
 */
export const count: Quantity<CountQuantity> = {
  name: 'count',
  says: 'In how many states something is so, or begins to be so, year by year. It does not say how much of it there is in each.',
  cites: [],
  parameters,
  states: 0,
  ofEveryState: false,
  drawnAnew: true,
  counts: true,
  withOthers: true,
  unit: () => 'states a year',
  label: ({ count: flag }, { manifest }) => inSentence(variableOf(manifest, flag).title),
  axis: ({ as }) => (as === 'begun' ? 'states in which it begins' : 'states'),
  cannot: ({ of }, years, catalogue) => notCovered(of.count, asked(of, years), catalogue),
  needs: (sides, years, catalogue) =>
    Object.fromEntries(
      sides.map(({ of }, i) => [
        `flags${i}`,
        memberValues({ of: [of.count], years: asked(of, years) }, catalogue),
      ]),
    ),
  observe(sides, years, spans, answers) {
    const histories = historiesOf(sides, years, answers);
    const unknown = (answers['flags0'] ?? []).filter(
      (row) => row['value'] === null && spans.some((span) => inYears(span, Number(row['year']))),
    ).length;
    const compared = (year: number): boolean => spans.some((span) => inYears(span, year));
    const events = histories.reduce(
      (sum, { flags }) =>
        sum +
        flags.reduce((all, own) => all + own.filter((on, t) => on && compared(years.from + t)).length, 0),
      0,
    );
    return {
      sides: yearlyOf(histories, years, sides.length, () => 1),
      n: events,
      of: sides[0]!.of.as === 'begun' ? 'beginnings' : 'states and years',
      lost: unknown > 0 ? { 'states and years whose flag is not known': unknown } : {},
      chances: [
        {
          method: 'states drawn anew',
          draw: (random) => yearlyOf(histories, years, sides.length, timesDrawn(histories.length, random)),
        },
      ],
    } satisfies Observed;
  },
};

/** For what begins, the year before is asked too. */
const asked = ({ as }: CountQuantity, years: Years): Years =>
  as === 'begun' ? { from: years.from - 1, to: years.to } : years;

/** Where something was so in a state, or began, by side and year. */
interface History {
  readonly flags: readonly (readonly boolean[])[];
  /** The years in which it was, by side, counted from the first. */
  readonly on: readonly (readonly number[])[];
}

interface Flag {
  readonly ccode: number;
  readonly year: number;
  readonly value: number | null;
}

/** All states in an order that their numbers do not decide. */
function historiesOf(sides: readonly Side<CountQuantity>[], years: Years, answers: Answers): History[] {
  const length = years.to - years.from + 1;
  const states = new Map<number, boolean[][]>();
  sides.forEach(({ of }, i) => {
    const rows = (answers[`flags${i}`] ?? []) as unknown as readonly Flag[];
    const key = (ccode: number, year: number): number => 10_000 * ccode + year;
    const on = new Set<number>();
    for (const { ccode, year, value } of rows) if (value === 1) on.add(key(ccode, year));
    for (const { ccode, year } of rows) {
      if (!inYears(years, year)) continue;
      const own = states.get(ccode) ?? sides.map(() => new Array<boolean>(length).fill(false));
      states.set(ccode, own);
      own[i]![year - years.from] =
        on.has(key(ccode, year)) && (of.as === 'in-force' || !on.has(key(ccode, year - 1)));
    }
  });
  const text = (flags: boolean[][]): string => flags.map((own) => own.map(Number).join('')).join(' ');
  return [...states.values()]
    .map((flags) => ({
      flags,
      on: flags.map((own) => own.flatMap((is, t) => (is ? [t] : []))),
      as: text(flags),
    }))
    .sort((a, b) => (a.as < b.as ? -1 : 1));
}

function timesDrawn(n: number, random: Random): (i: number) => number {
  const times = new Uint16Array(n);
  for (let i = 0; i < n; i++) times[random.int(n)]!++;
  return (i) => times[i]!;
}

function yearlyOf(
  histories: readonly History[],
  years: Years,
  sides: number,
  times: (i: number) => number,
): Yearly[] {
  const all = eachYear(years);
  const values = Array.from({ length: sides }, () => new Array<number>(all.length).fill(0));
  for (const [i, { on }] of histories.entries()) {
    const taken = times(i);
    if (taken === 0) continue;
    for (let side = 0; side < sides; side++) for (const t of on[side]!) values[side]![t]! += taken;
  }
  return values.map((own) => ({ years: all, values: own, weights: all.map(() => 1) }));
}
