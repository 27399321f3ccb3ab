import { fail } from '../../kernel/errors.js';
import type { World } from '../../world/open.js';
import type { Asked } from './asked.js';
import { findVotes } from './find.js';
import { dayOf } from './words.js';

/**
 * Says why nothing was found: never an empty table. Throws `votes/none`, with the nearest votes before and after where
 * it is the time in which there were none, and with when the states voted where it is they who had no seat.
 */
export async function noVotes(asked: Asked, world: World): Promise<never> {
  const { from, to, ...always } = asked;
  const what = `no recorded vote${asked.issue ? ` on ${asked.issue}` : ''}${asked.resolution ? ` on ${asked.resolution}` : ''}${asked.session ? ` in session ${asked.session}` : ''}${spanOf(asked)}${whoOf(asked)}`;
  const whenever = await findVotes(always, world);
  const before = from === undefined ? undefined : whenever.findLast((v) => dayOf(v) < from);
  const after = to === undefined ? undefined : whenever.find((v) => dayOf(v) > `${to}~`);
  const near = [
    before && `before: ${dayOf(before)} (session ${before.session})`,
    after && `after: ${dayOf(after)} (session ${after.session})`,
  ].filter(Boolean);
  const { states: _, with: __, ...anyone } = asked;
  const others = asked.states.length === 0 ? [] : await findVotes({ ...anyone, states: [] }, world);
  const hint =
    others.length > 0
      ? `there are ${others.length} without them${near.length > 0 ? `; theirs nearest ${near.join(', ')}` : ''}`
      : near.length > 0
        ? `the nearest are ${near.join(', ')}`
        : 'leave out one of what you ask for';
  return fail('votes/none', what, { hint });
}

function spanOf({ from, to }: Asked): string {
  if (from !== undefined && from === to) return ` in ${from}`;
  return `${from === undefined ? '' : ` from ${from} on`}${to === undefined ? '' : ` to ${to}`}`;
}

const whoOf = ({ states }: Asked): string =>
  states.length === 0 ? '' : ` in which ${states.map((s) => s.name).join(' or ')} had a seat`;
