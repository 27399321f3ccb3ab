import { theState } from '../designs/the-state.js';
import { listed } from '../kernel/words.js';
import type { Critic, Heard } from './critic.js';
import { absent, finding } from './critique.js';
import { sideOf } from './effect-scale.js';
import { furthest, greatIn, type Left, type LeftOut, statesNamed } from './leave-out.js';
import { counted, inUnit, number } from './words.js';

/** States that a table lists beside those that are named. */
const shownStates = 10;

/** Leaves out one state at a time. */
export const leaveOneOut: Critic<'leave-out'> = {
  kind: 'leave-out',
  cannot(heard) {
    const { design, specifications, typical, world } = heard;
    if (!design.point) return `The design “${design.title}” gives no estimate without its interval.`;
    const rests = design.restsOn?.(specifications[typical]!.parameters, world);
    if (rests?.others !== false) return null;
    if (rests.named.length === 0)
      return design.verdict === 'figure'
        ? 'The record holds the figure as a whole: no state can be left out of it.'
        : 'The record gives one figure a year for all: no state can be left out of it.';
    const named = [...statesNamed(rests.named, world)].map((state) => theState(nameOf(state, heard)));
    return `It is about ${listed([...new Set(named)])} alone: no other state enters it.`;
  },
  finds(heard, { typical, whole }) {
    const { scale, specifications } = heard;
    const left = typical.without.filter((w): w is Known => w.value !== null);
    const moving = left.filter((w) => w.value !== typical.value);
    if (left.length === 0) return absent('leave-one-out', 'No state can be left out of it.');
    const ends = furthest(left).map((state) => left.find((w) => w.state === state)!);
    const one = specifications.length === 1;
    const what = one ? 'the estimate' : 'the test nearest the median';
    const range =
      moving.length === 0
        ? `Whichever of ${counted(left.length, 'state')} is left out, ${what} stays at ${number(typical.value)}${inUnit(scale)}`
        : `With each of ${counted(left.length, 'state')} left out in turn, ${what} (${number(typical.value)}${inUnit(scale)}) lies between ${ends.map((w) => `${number(w.value)} (without ${theState(nameOf(w.state, heard))})`).join(' and ')}`;
    return finding('leave-one-out', {
      says: [`${range}; ${turned(left, typical.value, heard)}.`, ofAll(whole, heard)]
        .filter(Boolean)
        .join(' '),
      how: whole
        ? 'A state that is left out is taken out of the record, as if it had never been there.'
        : 'A state that is left out is taken out of the record, as if it had never been there. For all tests this would ask the record anew for each of them; one stands for all.',
      figures: figuresOf(typical, whole, left),
      table: {
        caption: `The estimate without one state${scale.unit ? ` (${scale.unit})` : ''}`,
        head: [
          'Left out',
          one ? 'Estimate' : 'Test nearest the median',
          ...(whole && !one ? ['Median of all'] : []),
        ],
        rows: rowsOf(typical, whole, left, heard),
      },
    });
  },
};

type Known = Left & { readonly value: number };

/** Without whom the estimate changes sides, and of what. */
function turned(left: readonly Known[], before: number, heard: Heard): string {
  const { scale } = heard;
  const other = (what: 'ofNone' | 'matters'): Known[] =>
    left.filter((w) => sideOf(scale, w.value)[what] !== sideOf(scale, before)[what]);
  const [ofNone, ofMatters] = [other('ofNone'), other('matters')];
  if (scale.rule === 'as-stated')
    return ofNone.length === 0
      ? 'none of them takes it across what is stated'
      : `it is on the other side of what is stated without ${named(ofNone, heard)}`;
  const sides = [
    ...(ofNone.length > 0 ? [`of no effect without ${named(ofNone, heard)}`] : []),
    ...(ofMatters.length > 0
      ? [`of the smallest effect that matters without ${named(ofMatters, heard)}`]
      : []),
  ];
  return sides.length === 0 ? 'none of them turns it' : `it is on the other side ${sides.join(', and ')}`;
}

const nameOf = (state: number, { world, reading }: Heard): string =>
  world.states.nameOf(state, reading.observed?.to);

/** The first few by name, the others by number. */
function named(states: readonly Left[], heard: Heard): string {
  const few = states.slice(0, 5).map((w) => theState(nameOf(w.state, heard)));
  const rest = states.length - few.length;
  return rest > 0 ? `${few.join(', ')} and ${rest} more` : listed(few);
}

/** The median of all tests without each of the great states. */
function ofAll(whole: LeftOut['whole'], heard: Heard): string {
  const without = whole?.without.filter((w): w is Known => w.value !== null) ?? [];
  const great = greatIn(heard.world).flatMap((state) => without.find((w) => w.state === state) ?? []);
  if (!whole || whole.value === null || great.length === 0) return '';
  const tests =
    heard.specifications.length === 1
      ? 'It'
      : `The median of all ${counted(heard.specifications.length, 'test')} (${number(whole.value)})`;
  const base = number(whole.value);
  const [still, moved] = [true, false].map((same) =>
    great.filter((w) => (number(w.value) === base) === same),
  );
  const names = (list: readonly Known[]): string => listed(list.map((w) => theState(nameOf(w.state, heard))));
  const each = moved!.map((w) => `${number(w.value)} without ${theState(nameOf(w.state, heard))}`);
  const unmoved = still!.length > 0 ? `stays where it is without ${names(still!)}` : '';
  return `${tests} ${[unmoved, each.length > 0 ? `is ${listed(each)}` : ''].filter(Boolean).join(', and ')}.`;
}

const figuresOf = (
  typical: LeftOut['typical'],
  whole: LeftOut['whole'],
  left: readonly Known[],
): Record<string, number | null> => ({
  states: left.length,
  typical: typical.value,
  lowest: Math.min(...left.map((w) => w.value)),
  highest: Math.max(...left.map((w) => w.value)),
  median: whole?.value ?? null,
});

/** The great states, then those that move the typical test most. */
function rowsOf(
  typical: LeftOut['typical'],
  whole: LeftOut['whole'],
  left: readonly Known[],
  heard: Heard,
): (string | number)[][] {
  const great = greatIn(heard.world);
  const moved = [...left]
    .filter((w) => w.value !== typical.value && !great.includes(w.state))
    .sort(
      (a, b) => Math.abs(b.value - typical.value) - Math.abs(a.value - typical.value) || a.state - b.state,
    );
  const shown = [...great, ...moved.slice(0, shownStates).map((w) => w.state)];
  const cell = (list: readonly Left[], state: number): string | number =>
    list.find((w) => w.state === state)?.value ?? '–';
  const several = whole !== null && heard.specifications.length > 1;
  return [
    ['nobody', typical.value, ...(several ? [whole.value ?? '–'] : [])],
    ...shown
      .filter((state) => left.some((w) => w.state === state) || whole?.without.some((w) => w.state === state))
      .map((state) => [
        nameOf(state, heard),
        cell(left, state),
        ...(several ? [cell(whole.without, state)] : []),
      ]),
  ];
}
