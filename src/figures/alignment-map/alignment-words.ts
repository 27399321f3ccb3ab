import { showNumber } from '../numbers.js';
import { type Aligned, type Alignment, boundsOf, counts, leaning } from './alignment.js';

/** What a map is called, and what its numbers are. */
export interface AlignmentWords {
  readonly title: string;
  readonly subtitle: string;
  readonly source: string;
  readonly alt: string;
  /** “more like”, “nearer to”: what a side has in common, before the name of its pole. */
  readonly nearer: string;
  /** What the bounds of the scale count. */
  readonly unit: string;
  /** A number of `near` for a reader. */
  readonly shown: (near: number) => string;
  /** How much nearer, without its unit. */
  readonly amount: (leaning: number) => string;
}

/** How the values of a map are made: by votes alike, or by ideal points. */
export type AlignedBy = 'agreement' | 'ideal-points';

interface About {
  readonly by: AlignedBy;
  /** “all votes”. */
  readonly votes: string;
  /** How many votes the session has of these. */
  readonly recorded: number;
  readonly source: string;
}

/** Words of a map, the finding counted in its numbers. */
export function alignmentWords(alignment: Alignment, about: About): AlignmentWords {
  const { by, votes, recorded, source } = about;
  const { year, poles } = alignment;
  const [a, b] = poles.map((p) => withArticle(p.name)) as [string, string];
  const title = findingOf(alignment, by);
  const session = `${recorded} recorded in the session that opened in ${year}`;
  const subtitle =
    by === 'agreement'
      ? `Share of votes of the General Assembly (${votes}; ${session}) on which a state did as ${a} did, less the share on which it did as ${b} did, of the votes in which both took part.`
      : `Ideal points in the General Assembly (${votes}; ${session}): how much nearer a state stands to ${a} than to ${b}. About even where its 90 % interval holds the middle between the two.`;
  return {
    ...{ title, subtitle, source },
    alt: `World map. ${title}. ${extremesOf(alignment)}`,
    nearer: by === 'agreement' ? 'More like' : 'Nearer to',
    unit: by === 'agreement' ? 'by percentage points of the votes' : 'by standard deviations of all places',
    ...(by === 'agreement'
      ? { shown: (x) => `${Math.round(x)}\u00a0%`, amount: (x) => String(Math.round(x)) }
      : { shown: (x) => showNumber(Math.abs(x)), amount: showNumber }),
  };
}

/** States whose names take an article in a sentence. */
const articled =
  /^(United |Soviet|Netherlands|Philippines|Bahamas|Gambia|Maldives|Marshall|Solomon|Seychelles|Comoros|Czech Republic|Dominican Republic|Central African|Democratic Republic|Republic of|German (Fed|Dem)|Yemen (Arab|People)|Congo$)/;

/** `the United States`, `China`. */
export const withArticle = (name: string): string => (articled.test(name) ? `the ${name}` : name);

function findingOf(alignment: Alignment, by: AlignedBy): string {
  const { year, poles, states } = alignment;
  const { first, second, even } = counts(alignment, boundsOf(states));
  const verb = by === 'agreement' ? 'voted more like' : 'stood nearer to';
  const [more, less] = first > second ? [0, 1] : [1, 0];
  const [n, m] = [Math.max(first, second), Math.min(first, second)];
  const [pole, other] = [poles[more]!, poles[less]!].map((p) => withArticle(p.name)) as [string, string];
  const than = `${verb} ${pole} than ${by === 'agreement' ? 'like' : 'to'} ${other}`;
  const rest = even === 0 ? '' : `, ${even} about evenly between them`;
  return `In ${year}, ${n} of ${states.length} states ${than}, ${m === 0 ? 'none' : m} the other way${rest}`;
}

/** The states farthest to either side, with what is behind their places. */
function extremesOf({ states, poles }: Alignment): string {
  const sorted = [...states].sort((a, b) => leaning(b) - leaning(a));
  const names = (list: readonly Aligned[]): string => list.map((s) => s.name).join(', ');
  return `Farthest towards ${withArticle(poles[0].name)}: ${names(sorted.slice(0, 5))}; towards ${withArticle(poles[1].name)}: ${names(sorted.slice(-5).reverse())}.`;
}

/** What a state of a map shows, in words, for whoever points at it. */
export function inWords(
  { poles }: Alignment,
  state: Aligned,
  { shown }: Pick<AlignmentWords, 'shown'>,
): string {
  const [first, second] = state.near.map(shown);
  return `${state.name}: ${poles[0].name} ${first}, ${poles[1].name} ${second}`;
}
