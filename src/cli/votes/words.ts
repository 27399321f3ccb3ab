import type { Manifest } from '../../world/cards.js';
import { sourceOf } from '../../world/catalogue.js';
import { citation } from '../out-table.js';
import type { FoundVote } from './find.js';

/** What a choice is called. */
export const choiceNames: Readonly<Record<number, string>> = { 1: 'yes', 2: 'abstain', 3: 'no', 8: 'absent' };

const voeten = { mark: 'V', name: 'Voeten’s roll calls' } as const;
const library = { mark: 'L', name: 'the UN Digital Library' } as const;

/** The source that is taken, and the other. */
export const sourcesOf = (vote: Pick<FoundVote, 'taken'>) =>
  vote.taken === 'library' ? ([library, voeten] as const) : ([voeten, library] as const);

const inBoth = ({ differing }: FoundVote): boolean => differing !== null;

/** `V`, `L`; of a vote in both, the source that is taken first: `V=L` the same, `L≠V` they differ on a member. */
export function sourceMark(vote: FoundVote): string {
  const [taken, other] = sourcesOf(vote);
  return inBoth(vote) ? `${taken.mark}${vote.differing === 0 ? '=' : '≠'}${other.mark}` : taken.mark;
}

const reasons: Readonly<Record<string, (vote: FoundVote) => string>> = {
  years: (vote) => (vote.taken === 'library' ? 'from session 75 on' : 'to session 74'),
  result: () => 'Voeten’s list does not add up to the result he prints, this one does',
  symbol: () => 'the other list is that of another vote',
  company: () => 'by this list members vote with those they otherwise vote with',
};

/** Where a vote comes from, in words. */
export function sourceInWords(vote: FoundVote): string {
  const [taken] = sourcesOf(vote);
  const numbers = [
    vote.rcid !== null && `roll call ${vote.rcid}`,
    vote.record !== null && `record ${vote.record}`,
  ];
  const found = numbers.filter(Boolean).join(', ');
  if (!inBoth(vote)) return `${taken.name} alone (${found})`;
  const how =
    vote.differing === 0
      ? 'which agree'
      : `which differ on ${vote.differing} member${vote.differing === 1 ? '' : 's'}`;
  const why = reasons[vote.taken_for]?.(vote) ?? vote.taken_for;
  return `Voeten’s roll calls and the UN Digital Library (${found}), ${how}; taken: ${taken.name}, ${why}`;
}

/** The citations of the sources of some votes, by what marks them. */
export function citationsOf(
  votes: readonly FoundVote[],
  manifest: Manifest,
): { mark: string; text: string }[] {
  const both = [
    { ...voeten, source: 'un-roll-calls', there: votes.some((v) => v.rcid !== null) },
    { ...library, source: 'un-library', there: votes.some((v) => v.record !== null) },
  ];
  return both
    .filter((s) => s.there)
    .map(({ mark, source }) => ({ mark, text: citation(sourceOf(manifest, source)) }));
}

/** `2022-03-02`, or `1962-12` where the day is not known. */
export const dayOf = ({ date, year, month }: FoundVote): string =>
  date ?? `${year}-${String(month).padStart(2, '0')}`;

/** What the vote was on: a mark for parts and amendments, and the title. */
export const onWhat = ({ kind, title }: FoundVote): string =>
  `${kind === 'text' ? '' : `[${kind}] `}${title.replace(/\\+"*/g, '"').replace(/\s+/g, ' ').trim()}`;
