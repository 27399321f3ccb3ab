import type { Mark, Picture } from '../../designs/picture.js';
import { power } from '../../kernel/power.js';
import { withArticle } from '../alignment-map/alignment-words.js';
import { showTicks } from '../numbers.js';
import { lineWithGaps, roleOf } from './line-roles.js';
import { spanOf, unbroken } from './unbroken.js';

/** Where a state stands in a session, and between which bounds with 90 per cent. */
export interface PlaceInYear {
  readonly year: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The places of a state, by year. */
export interface PlacesOfState {
  readonly name: string;
  readonly places: readonly PlaceInYear[];
}

interface About {
  /** “all votes”. */
  readonly votes: string;
  readonly source: string;
}

/** Ideal points of states over time with their 90 % intervals; the title says who moved apart most, or came together. */
export function idealPointsPicture(states: readonly PlacesOfState[], { votes, source }: About): Picture {
  const years = states.flatMap((s) => s.places.map((p) => p.year));
  const span = spanOf(years);
  const title = findingOf(states);
  return {
    title,
    subtitle: `Ideal points in the General Assembly, ${votes}, by year in which the session opened, ${span}. Bands hold the place with a probability of 90 %.`,
    source,
    alt: `Lines over the years ${span}. ${title}. ${states.map(endsOf).join(' ')}`,
    x: { label: 'Session', kind: 'year' },
    y: { label: 'Standard deviations of all places; higher is nearer to the United States' },
    marks: states.flatMap(({ name, places }, i): Mark[] => [
      ...lineWithGaps(name, roleOf(i), places, (p) => p.mean),
      ...unbroken(places)
        .filter((run) => run.length > 1)
        .map(
          (run): Mark => ({
            ...{ kind: 'band', role: roleOf(i), name },
            points: run.map(({ year, low, high }) => ({ x: year, low, high })),
          }),
        ),
    ]),
  };
}

function endsOf({ name, places }: PlacesOfState): string {
  const [first, last] = [places[0]!, places.at(-1)!];
  return `${name}: ${shown(first.mean)} in ${first.year}, ${shown(last.mean)} in ${last.year}.`;
}

/** How far two places, or the places of two states, lie from each other, and how much that may be off. */
interface Change {
  readonly from: PlaceInYear;
  readonly to: PlaceInYear;
  readonly before: number;
  readonly after: number;
  readonly clear: boolean;
}

const half = ({ low, high }: PlaceInYear): number => (high - low) / 2;

/** Errors of places are taken as independent; 90 % intervals are as wide as their halves in squares. */
const together = (...places: readonly PlaceInYear[]): number =>
  Math.sqrt(places.reduce((sum, p) => sum + power(half(p), 2), 0));

/** How the distance of two states changed between the first and the last session in which both have a place. */
function distanceOf(a: PlacesOfState, b: PlacesOfState): Change | undefined {
  const both = a.places.flatMap((p) => {
    const q = b.places.find((o) => o.year === p.year);
    return q ? [[p, q] as const] : [];
  });
  const [first, last] = [both[0], both.at(-1)];
  if (!first || !last || first === last) return undefined;
  const [before, after] = [first, last].map(([p, q]) => Math.abs(p.mean - q.mean)) as [number, number];
  const clear = Math.abs(after - before) > together(...first, ...last);
  return { from: first[0], to: last[0], before, after, clear };
}

function findingOf(states: readonly PlacesOfState[]): string {
  if (states.length === 1) return ownFinding(states[0]!);
  const pairs = states.flatMap((a, i) =>
    states.slice(i + 1).flatMap((b) => {
      const change = distanceOf(a, b);
      return change ? [{ a, b, change }] : [];
    }),
  );
  const size = ({ before, after }: Change): number => Math.abs(after - before);
  const clear = pairs.filter((p) => p.change.clear).sort((x, y) => size(y.change) - size(x.change));
  const most = clear[0];
  if (!most)
    return pairs.length === 0
      ? `${states.map((s) => s.name).join(', ')} share no two sessions`
      : `None of ${states.map((s) => withArticle(s.name)).join(', ')} moved clearly nearer to or away from another, from first session to last`;
  const { a, b, change } = most;
  const [before, after] = [shown(change.before), shown(change.after)];
  const apart = change.after > change.before;
  const whom = `${withArticle(a.name)} and ${withArticle(b.name)}`;
  const how = apart ? 'moved apart' : 'drew together';
  return `${capital(whom)} ${how}${pairs.length > 1 ? ' most' : ''}: ${before} standard deviations lay between them in ${change.from.year}, ${after} in ${change.to.year}`;
}

/** Of one state where it stood highest and lowest, if these can be told apart. */
function ownFinding({ name, places }: PlacesOfState): string {
  const whom = capital(withArticle(name));
  const highest = places.reduce((a, b) => (b.mean > a.mean ? b : a));
  const lowest = places.reduce((a, b) => (b.mean < a.mean ? b : a));
  const at = (p: PlaceInYear): string => `at ${shown(p.mean)} in ${p.year}`;
  if (places.length === 1) return `${whom} stood ${at(highest)}`;
  if (highest.mean - lowest.mean <= together(highest, lowest))
    return `${whom} did not clearly move: lowest ${at(lowest)}, highest ${at(highest)}`;
  return `${whom} stood highest ${at(highest)}, lowest ${at(lowest)}`;
}

/** One decimal: no interval is narrower. */
const shown = (x: number): string => showTicks([Math.round(x * 10) / 10, 0.1])[0]!;

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
