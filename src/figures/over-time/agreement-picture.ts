import type { Mark, Picture } from '../../designs/picture.js';
import { withArticle } from '../alignment-map/alignment-words.js';
import { lineWithGaps, roleOf } from './line-roles.js';
import { spanOf } from './unbroken.js';

/** How often two states voted alike in a session, of the votes in which both took part. */
export interface AgreementInYear {
  readonly year: number;
  readonly shared: number;
  readonly same: number;
}

/** The agreement of a pair, by year. */
export interface AgreementOfPair {
  readonly names: readonly [string, string];
  readonly sessions: readonly AgreementInYear[];
}

interface About {
  /** “all votes”. */
  readonly votes: string;
  readonly source: string;
  /** Sessions with fewer shared votes have no point. */
  readonly least: number;
}

export const shareOf = ({ shared, same }: AgreementInYear): number => (100 * same) / shared;
export const nameOf = ({ names }: AgreementOfPair): string => names.join('–');

/** Agreement of pairs over time; the title says how often each voted alike in the last session, and the one pair since when. */
export function agreementPicture(
  given: readonly AgreementOfPair[],
  { votes, source, least }: About,
): Picture {
  const pairs = given.map((p) => ({ ...p, sessions: p.sessions.filter((s) => s.shared >= least) }));
  const all = pairs.flatMap((p) => p.sessions);
  const years = all.map((s) => s.year);
  const span = spanOf(years);
  const shared = all.map((s) => s.shared);
  const [low, high] = [Math.min(...shared), Math.max(...shared)];
  const title = findingOf(pairs);
  return {
    title,
    subtitle: `Share of votes of the General Assembly on which both did the same (yes, no or abstain), of ${votes} in which both took part: ${low === high ? low : `${low} to ${high}`} a session. By year in which the session opened, ${span}.`,
    source,
    alt: `Lines over the years ${span}. ${title}. ${pairs.map(endsOf).join(' ')}`,
    x: { label: 'Session', kind: 'year' },
    y: { label: 'Same vote, per cent of the votes in which both took part', zero: true },
    marks: pairs.flatMap((pair, i): Mark[] => lineWithGaps(nameOf(pair), roleOf(i), pair.sessions, shareOf)),
  };
}

const percent = (s: AgreementInYear): string => `${Math.round(shareOf(s))}\u00a0%`;

const endsOf = (pair: AgreementOfPair): string => {
  const [first, last] = [pair.sessions[0]!, pair.sessions.at(-1)!];
  return `${nameOf(pair)}: ${percent(first)} in ${first.year}, ${percent(last)} in ${last.year}.`;
};

/** So many pairs fit a title. */
const mostNamed = 3;

function findingOf(pairs: readonly AgreementOfPair[]): string {
  const [first] = pairs;
  if (pairs.length === 1) return ownFinding(first!);
  const latest = Math.max(...pairs.flatMap((p) => p.sessions.map((s) => s.year)));
  const now = pairs
    .flatMap((pair) => pair.sessions.filter((s) => s.year === latest).map((s) => ({ pair, s })))
    .sort((x, y) => shareOf(y.s) - shareOf(x.s));
  if (now.length > mostNamed) {
    const [most, fewest] = [now[0]!, now.at(-1)!];
    return `Of ${now.length} pairs, ${nameOf(most.pair)} voted alike most in ${latest} (${percent(most.s)}), ${nameOf(fewest.pair)} least (${percent(fewest.s)})`;
  }
  const told = now.map(({ pair, s }) => `${nameOf(pair)} ${percent(s)}`).join(', ');
  return `Voted alike in ${latest}: ${told}`;
}

function ownFinding({ names, sessions }: AgreementOfPair): string {
  const [a, b] = names.map(withArticle) as [string, string];
  const [last, first] = [sessions.at(-1)!, sessions[0]!];
  const now = `on ${percent(last)} of their votes in ${last.year}`;
  const whom = `${a[0]!.toUpperCase()}${a.slice(1)} and ${b}`;
  if (last === first) return `${whom} voted alike ${now}`;
  const most = sessions.reduce((x, y) => (shareOf(y) > shareOf(x) ? y : x));
  const peak =
    most === first || most === last
      ? `${percent(first)} in ${first.year}`
      : `${percent(first)} in ${first.year} and at most ${percent(most)}, in ${most.year}`;
  return `${whom} voted alike ${now}, after ${peak}`;
}
