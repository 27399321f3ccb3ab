import { type Random, randomFrom } from '../../../src/kernel/random.js';
import type { CastVotes } from '../../../src/statistics/ideal-points/cast-votes.js';
import { gaussian } from '../../../src/statistics/simulate.js';

export interface Simulated {
  readonly votes: CastVotes;
  /** The true place of state s in session t: `places[t][s]`. */
  readonly places: readonly (readonly number[])[];
}

/**
 * Votes drawn from the model: states that move a little each session, items with a slope and two cut points, the first
 * `bridges` of each session in the same words as in the session before; one vote in ten absent, and each state with a
 * number divisible by seven comes late.
 */
export function simulateVotes(seed: string, states = 30, sessions = 10, items = 20, bridges = 4): Simulated {
  const random = randomFrom(['simulated votes', seed]);
  const places: number[][] = [Array.from({ length: states }, () => gaussian(random))];
  for (let t = 1; t < sessions; t++)
    places.push(places[t - 1]!.map((x) => 0.97 * x + 0.2 * gaussian(random)));
  const rows: number[][] = [];
  let last: Item[] = [];
  for (let t = 0; t < sessions; t++) {
    last = Array.from({ length: items }, (_, k) =>
      k < bridges && last[k] ? last[k] : newItem(t * items + k, random),
    );
    for (const item of last) {
      for (let s = 0; s < states; s++) {
        if (random.next() < 0.1 || (s % 7 === 0 && t < sessions / 2)) continue;
        const z = item.slope * places[t]![s]! + gaussian(random);
        rows.push([s, t + 1, item.number, z <= item.low ? 1 : z <= item.high ? 2 : 3]);
      }
    }
  }
  const column = (k: number): number[] => rows.map((r) => r[k]!);
  return { votes: { state: column(0), session: column(1), item: column(2), choice: column(3) }, places };
}

interface Item {
  readonly number: number;
  readonly slope: number;
  readonly low: number;
  readonly high: number;
}

function newItem(number: number, random: Random): Item {
  const slope = (random.next() < 0.3 ? -1 : 1) * (0.6 + 1.5 * random.next());
  const low = gaussian(random);
  return { number, slope, low, high: low + 0.3 + random.next() };
}
