import type { Years } from '../../kernel/years.js';
import { variableOf } from '../../world/catalogue.js';
import type { Answers, Catalogue } from '../../world/open.js';
import { figureInSum, type Working } from '../working.js';
import { type Shared, type ShareParameters, sharedOut } from './parameters.js';
import { shares } from './ratio.js';
import { populationVariable, type Unit, unitsOf } from './units.js';
import { yardstickOf } from './yardstick.js';

/** Every state with what fell on it and its part of the yardstick, the largest first, and the ratio of the two shares. */
export function shareWorking(p: ShareParameters, answers: Answers, catalogue: Catalogue): Working {
  const shared = sharedOut(p);
  const { over } = shared;
  const { units } = unitsOf(p, answers, catalogue);
  const at = scoresAt(answers, [over.from, over.to]);
  const rows = [...units]
    .sort((a, b) => b.amount - a.amount || a.ccode - b.ccode)
    .map(({ ccode, amount, yardstick, inGroup }) => ({
      state: catalogue.states.nameOf(ccode, over.to),
      ccode,
      in_group: inGroup ? 1 : 0,
      [`in_${over.from}`]: at(ccode, over.from),
      ...(over.to !== over.from && { [`in_${over.to}`]: at(ccode, over.to) }),
      amount,
      yardstick,
    }));
  return { says: [amountOf(p, shared, catalogue), yardstickSays(p, shared), ratioOf(units)], rows };
}

function scoresAt(answers: Answers, years: readonly number[]) {
  const known = new Map(
    (answers['scores'] ?? [])
      .filter((r) => years.includes(Number(r['year'])))
      .map((r) => [`${r['ccode']} ${r['year']}`, Number(r['value'])]),
  );
  return (ccode: number, year: number): number | null => known.get(`${ccode} ${year}`) ?? null;
}

/** What a change is, by the rule that makes it. */
const changes = {
  endpoints: (fall: boolean, { from, to }: Years) =>
    fall ? `its value in ${from} less that in ${to}` : `its value in ${to} less that in ${from}`,
  'from-peak': (fall: boolean, { from, to }: Years) =>
    fall
      ? `its highest value of ${from}–${to} less that in ${to}`
      : `its value in ${to} less its lowest of ${from}–${to}`,
  yearly: (fall: boolean, { from, to }: Years) =>
    `the sum of its ${fall ? 'falls' : 'rises'} on the way from ${from} to ${to}, each told from the last value that was told apart`,
} as const;

function amountOf(p: ShareParameters, { variable, over, kind, as }: Shared, catalogue: Catalogue): string {
  const people = yardstickOf(p.against).perPerson ? ', times its people in millions' : '';
  if (kind === 'total') return `amount: ${variable} of each state in ${over.from}${people}`;
  const apart = variableOf(catalogue.manifest, variable).interval
    ? ' or the source’s two intervals overlap'
    : '';
  return `amount: the ${kind} of ${variable} in each state: ${changes[as](kind === 'fall', over)}${people}; 0 where there is none${apart}`;
}

function yardstickSays({ against }: ShareParameters, { variable, over }: Shared): string {
  const { room, byPeople } = yardstickOf(against);
  if (room)
    return `yardstick: from its ${variable} in ${over.from} to the ${room.end === 'low' ? 'lower' : 'upper'} end of the scale`;
  return byPeople
    ? `yardstick: its people in ${over.from} (${populationVariable})`
    : 'yardstick: 1 for each state';
}

function ratioOf(units: readonly Unit[]): string {
  const { ratio } = shares(units);
  const sum = (of: 'amount' | 'yardstick', group: boolean): string =>
    figureInSum(units.reduce((all, u) => all + (!group || u.inGroup ? u[of] : 0), 0));
  const part = (of: 'amount' | 'yardstick'): string => `(${sum(of, true)} / ${sum(of, false)})`;
  return `ratio: the group’s part of all amounts over its part of the yardstick, ${part('amount')} / ${part('yardstick')} = ${figureInSum(ratio)}`;
}
