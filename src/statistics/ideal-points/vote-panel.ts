import { fail } from '../../kernel/errors.js';
import { type CastVotes, checkedVotes, type DividedItems, dividedItems } from './cast-votes.js';
import { needConnected } from './connected.js';

/** Votes laid out for estimation. A *unit* is a state in a session in which it voted on something that divided. */
export interface VotePanel {
  readonly votes: number;
  /** The states and sessions that have units, as the caller numbered them, rising. */
  readonly states: Int32Array;
  readonly sessions: Int32Array;
  /** Of each unit, in the order of sessions and within them of states: places in `states` and `sessions`, its votes. */
  readonly unitState: Int32Array;
  readonly unitSession: Int32Array;
  readonly unitVotes: Int32Array;
  /** First unit of each session, and the number of units after the last. */
  readonly sessionStart: Int32Array;
  /** The same state’s unit before and after, or −1. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** Items that divided, by the number the caller gave them, and whether all three choices were made. */
  readonly items: Int32Array;
  readonly ordinal: Uint8Array;
  /** Votes by unit: items of unit u with choice c (0 yes, 1 abstain, 2 no) stand from `unitStart[3u + c]` on. */
  readonly unitStart: Int32Array;
  readonly unitItems: Int32Array;
  /** Votes by item: units with choice c on item j, rising, stand from `itemStart[3j + c]` on. */
  readonly itemStart: Int32Array;
  readonly itemUnits: Int32Array;
}

/** Fewer states are no space, and their places would be what the prior says. */
const leastStates = 5;

/**
 * Lays out votes; items on which all chose alike are left out, and with them units that have no other vote. Throws
 * `ideal-points/votes` where an entry is no such number, `ideal-points/too-few` where fewer than five states or
 * `leastItems` items that divided are left, `ideal-points/unconnected` where no common scale exists.
 */
export function layOut(votes: CastVotes, leastItems: number): VotePanel {
  checkedVotes(votes);
  const divided = dividedItems(votes);
  if (divided.items.length < leastItems) {
    fail(
      'ideal-points/too-few',
      `${divided.items.length} resolutions on which states divided; ${leastItems} are needed`,
      { hint: 'take more sessions or more issues together' },
    );
  }
  const panel = arrange(votes, divided);
  if (panel.states.length < leastStates) {
    fail(
      'ideal-points/too-few',
      `${panel.states.length} states with a vote on a resolution that divided; ${leastStates} are needed`,
      { hint: 'take more sessions or more issues together' },
    );
  }
  needConnected(panel);
  return panel;
}

function arrange(
  { state, session, item, choice }: CastVotes,
  { items, ordinal, countsAs }: DividedItems,
): VotePanel {
  const itemPlace = placesOf(items);
  const kept: number[] = [];
  for (let v = 0; v < item.length; v++) if (itemPlace.has(item[v]!)) kept.push(v);
  const states = rising(kept, state);
  const sessions = rising(kept, session);
  const [statePlace, sessionPlace] = [placesOf(states), placesOf(sessions)];
  const code = (v: number): number =>
    sessionPlace.get(session[v]!)! * states.length + statePlace.get(state[v]!)!;
  const there = new Int32Array(states.length * sessions.length).fill(-1);
  for (const v of kept) there[code(v)] = 0;
  const codes = Int32Array.from(there.keys()).filter((c) => there[c] === 0);
  for (const [u, c] of codes.entries()) there[c] = u;

  const unit = Int32Array.from(kept, (v) => there[code(v)]!);
  const on = Int32Array.from(kept, (v) => itemPlace.get(item[v]!)!);
  const as = Uint8Array.from(kept, (v, k) => countsAs[3 * on[k]! + choice[v]! - 1]!);
  const byUnit = grouped(unit, as, on, codes.length);
  const byItem = grouped(on, as, unit, items.length);
  const unitState = codes.map((c) => c % states.length);
  const unitSession = codes.map((c) => Math.floor(c / states.length));
  const sessionStart = new Int32Array(sessions.length + 1).fill(codes.length);
  for (let u = codes.length - 1; u >= 0; u--) sessionStart[unitSession[u]!] = u;
  return {
    votes: kept.length,
    states,
    sessions,
    unitState,
    unitSession,
    unitVotes: codes.map((_, u) => byUnit.start[3 * u + 3]! - byUnit.start[3 * u]!),
    sessionStart,
    ...neighbours(unitState, states.length),
    items,
    ordinal,
    unitStart: byUnit.start,
    unitItems: byUnit.members,
    itemStart: byItem.start,
    itemUnits: byItem.members,
  };
}

function rising(kept: readonly number[], of: ArrayLike<number>): Int32Array {
  const found = new Set<number>();
  for (const v of kept) found.add(of[v]!);
  return Int32Array.from(found).sort();
}

const placesOf = (numbers: Int32Array): Map<number, number> => new Map(Array.from(numbers, (x, k) => [x, k]));

/** The unit before and after of the same state. */
function neighbours(unitState: Int32Array, states: number): { before: Int32Array; after: Int32Array } {
  const before = new Int32Array(unitState.length).fill(-1);
  const after = new Int32Array(unitState.length).fill(-1);
  const last = new Int32Array(states).fill(-1);
  for (let u = 0; u < unitState.length; u++) {
    const previous = last[unitState[u]!]!;
    before[u] = previous;
    if (previous >= 0) after[previous] = u;
    last[unitState[u]!] = u;
  }
  return { before, after };
}

/** Members of each group and choice, rising within them. */
function grouped(group: Int32Array, choice: Uint8Array, member: Int32Array, groups: number) {
  const start = new Int32Array(3 * groups + 1);
  for (let k = 0; k < group.length; k++) start[3 * group[k]! + choice[k]! + 1]!++;
  for (let g = 0; g < 3 * groups; g++) start[g + 1]! += start[g]!;
  const next = start.slice();
  const members = new Int32Array(group.length);
  for (let k = 0; k < group.length; k++) members[next[3 * group[k]! + choice[k]!]!++] = member[k]!;
  for (let g = 0; g < 3 * groups; g++) members.subarray(start[g]!, start[g + 1]!).sort();
  return { start, members };
}
