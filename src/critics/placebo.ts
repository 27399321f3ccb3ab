import type { Placed } from '../designs/design.js';
import { capitalised, listed } from '../kernel/words.js';
import type { Critic, Heard } from './critic.js';
import { absent, finding } from './critique.js';
import { oriented } from './effect-scale.js';
import { counted, inUnit, number, ordinal } from './words.js';

/** Others that a sentence names, and that a table lists on either side. */
const namedOthers = 3;
const shownOthers = 10;

/** Puts every other state, or group, in the place of the one that the test names, and asks for its place among them. */
export const placebo: Critic<'others-in-place'> = {
  kind: 'others-in-place',
  cannot({ design, specifications, world }) {
    if (design.verdict === 'figure')
      return 'A figure is as it is stated or not, whatever that of another state may be.';
    if (!design.placebos) return `The design “${design.title}” puts nobody in the place of another.`;
    const reasons = specifications.map((s) => design.placebos!.cannot(s.parameters, world));
    return reasons.includes(null) ? null : (reasons[0] ?? null);
  },
  finds(heard, answered) {
    const { scale } = heard;
    if (!answered || answered.own === null || answered.others.length === 0)
      return absent('placebo', 'No other state has what the test needs.');
    const { own, others, who: takers, inPlaceOf, used, able } = answered;
    const says = `${takers} in the place of ${inPlaceOf.join(' or ')}`;
    const strength = ({ value }: { value: number }): number => strengthOf(value, heard);
    const ordered = [...others].sort((a, b) => strength(b) - strength(a) || (a.name < b.name ? -1 : 1));
    const above = ordered.filter((o) => strength(o) > strengthOf(own, heard));
    const rank = above.length + 1;
    const n = others.length + 1;
    const first =
      scale.rule === 'no-effect'
        ? 'the furthest from no effect'
        : scale.inMultiples || scale.sign > 0
          ? 'the highest'
          : 'the lowest';
    const top = above.slice(0, namedOthers).map(withValue);
    const more = above.length - top.length;
    const who =
      rank === 1
        ? `none comes before it; next is ${withValue(ordered[0]!)}`
        : `before it ${above.length === 1 ? 'comes' : 'come'} ${more > 0 ? `${top.join(', ')} and ${more} more` : listed(top)}`;
    const tests =
      used === 1 && heard.specifications.length > 1
        ? 'In the test nearest the median'
        : `By the median of ${counted(used, 'test')}`;
    return finding('placebo', {
      says: `${tests}, with ${says}, the claimed one (${number(own)}${inUnit(scale)}) is ${ordinal(rank)} of ${n}, ${first} first: ${who}.`,
      how: howMany(used, able, heard),
      figures: { rank, of: n, value: own, tests: used },
      table: {
        caption: `${capitalised(says)}${scale.unit ? ` (${scale.unit})` : ''}`,
        head: ['Place', 'Who', 'Estimate'],
        rows: rowsOf(ordered, own, rank),
      },
    });
  },
};

/** How far an estimate speaks for what the claim speaks of; of a claim of no effect, how far from none. */
function strengthOf(value: number, { scale }: Heard): number {
  const effect = oriented(scale, value);
  return scale.rule === 'no-effect' ? Math.abs(effect) : effect;
}

const withValue = ({ name, value }: Placed): string => `${name} (${number(value)})`;

function howMany(used: number, able: number, { specifications }: Heard): string {
  const all = specifications.length;
  if (used < able)
    return `Others can stand in ${able} of the ${counted(all, 'test')}; that nearest the median stands for them.`;
  return used < all ? `Others can stand in ${used} of the ${counted(all, 'test')}.` : '';
}

/** The first ten and those next to the claimed one, which stands in bold words. */
function rowsOf(ordered: readonly Placed[], own: number, rank: number): (string | number)[][] {
  const all = [
    ...ordered.slice(0, rank - 1).map((o, i) => [i + 1, o.name, o.value] as (string | number)[]),
    [rank, 'as claimed', own],
    ...ordered.slice(rank - 1).map((o, i) => [rank + i + 1, o.name, o.value] as (string | number)[]),
  ];
  return all.filter(([place]) => Number(place) <= shownOthers || Math.abs(Number(place) - rank) <= 2);
}
