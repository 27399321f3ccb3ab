import type { VotePanel } from './vote-panel.js';

/** Items put to the vote in more than one session: what holds sessions together besides the states themselves. */
export interface Bridges {
  readonly items: Int32Array;
  /** Sessions of the i-th of them stand from `start[i]` on, with the share of its votes that each holds. */
  readonly start: Int32Array;
  readonly session: Int32Array;
  readonly share: Float64Array;
}

export function bridgesOf({ itemStart, itemUnits, unitSession, items }: VotePanel): Bridges {
  const found: number[] = [];
  const start = [0];
  const session: number[] = [];
  const share: number[] = [];
  for (let j = 0; j < items.length; j++) {
    const votes = new Map<number, number>();
    for (let k = itemStart[3 * j]!; k < itemStart[3 * j + 3]!; k++) {
      const t = unitSession[itemUnits[k]!]!;
      votes.set(t, (votes.get(t) ?? 0) + 1);
    }
    if (votes.size < 2) continue;
    const all = itemStart[3 * j + 3]! - itemStart[3 * j]!;
    found.push(j);
    for (const [t, n] of [...votes].sort((a, b) => a[0] - b[0])) {
      session.push(t);
      share.push(n / all);
    }
    start.push(session.length);
  }
  return {
    items: Int32Array.from(found),
    start: Int32Array.from(start),
    session: Int32Array.from(session),
    share: Float64Array.from(share),
  };
}

/** The mean of `of` over the sessions of the i-th bridge, weighted by its votes in them. */
export function meanOver({ start, session, share }: Bridges, i: number, of: Float64Array): number {
  let sum = 0;
  for (let k = start[i]!; k < start[i + 1]!; k++) sum += share[k]! * of[session[k]!]!;
  return sum;
}
