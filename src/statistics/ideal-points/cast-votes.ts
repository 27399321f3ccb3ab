import { fail } from '../../kernel/errors.js';

/** Votes cast, one a place in four arrays of the same length. An absence is no vote and is left out. */
export interface CastVotes {
  /** Whole numbers that stand for states. */
  readonly state: ArrayLike<number>;
  /** Numbers of sessions, as they follow each other. */
  readonly session: ArrayLike<number>;
  /** Whole numbers that stand for resolutions: what is put to the vote anew in the same words keeps its number. */
  readonly item: ArrayLike<number>;
  /** 1 yes, 2 abstain, 3 no. */
  readonly choice: ArrayLike<number>;
}

/** Their number. Throws `ideal-points/votes` where the arrays differ in length or an entry is no such number. */
export function checkedVotes({ state, session, item, choice }: CastVotes): number {
  const n = state.length;
  if (session.length !== n || item.length !== n || choice.length !== n) {
    const lengths = [n, session.length, item.length, choice.length].join(', ');
    fail('ideal-points/votes', `the arrays of votes differ in length: ${lengths}`);
  }
  for (let v = 0; v < n; v++) {
    if (!(Number.isInteger(state[v]) && Number.isInteger(item[v]) && Number.isInteger(session[v]))) {
      fail('ideal-points/votes', `vote ${v} has state ${state[v]}, session ${session[v]}, item ${item[v]}`, {
        hint: 'states, sessions and items are whole numbers',
      });
    }
    if (choice[v] !== 1 && choice[v] !== 2 && choice[v] !== 3) {
      fail('ideal-points/votes', `vote ${v} has choice ${choice[v]}`, { hint: '1 yes, 2 abstain, 3 no' });
    }
  }
  return n;
}

/** Items on which not all chose alike, rising; and of each choice of each, what it counts as: 0, 1 or 2. */
export interface DividedItems {
  readonly items: Int32Array;
  /** Whether all three choices were made. */
  readonly ordinal: Uint8Array;
  /** What the choice c of item j counts as: `countsAs[3j + c − 1]`. */
  readonly countsAs: Uint8Array;
}

/**
 * Items on which all chose alike say nothing of anybody’s place. A choice that nobody made on an item is no choice
 * there: with two choices there is one cut point, and what is above it counts as no, what is below it as yes.
 */
export function dividedItems({ item, choice }: CastVotes): DividedItems {
  const tallies = new Map<number, [number, number, number]>();
  for (let v = 0; v < item.length; v++) {
    const tally = tallies.get(item[v]!);
    if (tally) tally[choice[v]! - 1]!++;
    else tallies.set(item[v]!, [Number(choice[v] === 1), Number(choice[v] === 2), Number(choice[v] === 3)]);
  }
  const items = [...tallies.keys()]
    .filter((j) => tallies.get(j)!.filter((n) => n > 0).length > 1)
    .sort((a, b) => a - b);
  const countsAs = items.flatMap((j) => {
    const [yes, , no] = tallies.get(j)!;
    return [0, yes === 0 ? 0 : no === 0 ? 2 : 1, 2];
  });
  return {
    items: Int32Array.from(items),
    ordinal: Uint8Array.from(items, (j) => Number(tallies.get(j)!.every((n) => n > 0))),
    countsAs: Uint8Array.from(countsAs),
  };
}
