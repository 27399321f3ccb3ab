import type { World } from '../../world/open.js';
import { issues } from '../../world/sources/un-roll-calls/issues.js';
import type { Asked } from './asked.js';
import { type Cast, castIn, type FoundVote } from './find.js';
import { choiceNames, citationsOf, dayOf, onWhat, sourceInWords, sourcesOf } from './words.js';
import { labelled } from './wrapped.js';

const groups = [
  [1, 'yes'],
  [3, 'no'],
  [2, 'abstaining'],
  [8, 'absent'],
] as const;

/** One vote in full: what it was on, when, how it ended, who did what, and where the sources differ. */
export async function voteText(vote: FoundVote, asked: Asked, world: World): Promise<string> {
  const cast = await castIn(vote.vote, world);
  const named = asked.states.flatMap((s) => s.codes);
  const nameOf = (ccode: number): string => world.states.nameOf(ccode, vote.year);
  const members = named.length > 0 ? cast.filter((c) => named.includes(c.ccode)) : cast;
  const opened = /^\d+$/.test(vote.session) ? 'which opened in' : 'counted with the session that opened in';
  const lines = [
    labelled(vote.resolution ?? 'no symbol', onWhat(vote), Math.max(15, (vote.resolution ?? '').length + 2)),
    labelled('date', vote.date ?? `${dayOf(vote)} (the day is not known)`),
    labelled('session', `${vote.session}, ${opened} ${vote.session_year}`),
    labelled('agenda', vote.agenda ?? 'not known'),
    labelled('result', `${vote.yes} yes, ${vote.no} no, ${vote.abstain} abstaining, ${vote.absent} absent`),
    labelled('issues', issuesInWords(vote)),
    labelled('source', sourceInWords(vote)),
    '',
    ...groups.flatMap(([choice, name]) => {
      const names = members.filter((c) => c.choice === choice).map((c) => nameOf(c.ccode));
      return names.length > 0
        ? [labelled(`${name} ${names.length}`, names.sort(alphabetically).join(', '))]
        : [];
    }),
    ...without(asked, members),
    ...differencesIn(vote, members, nameOf),
    '',
    ...citationsOf([vote], world.manifest).map(({ text }) => labelled('cite', text)),
    '',
  ];
  return lines.join('\n');
}

const alphabetically = (a: string, b: string): number => a.localeCompare(b, 'en');

function issuesInWords({ issues: codes, issues_from }: FoundVote): string {
  const names = codes
    .split(' ')
    .filter(Boolean)
    .map((code) => `${code} ${issues[code as keyof typeof issues]}`);
  const from = issues_from === 'rule' ? 'by rule, from title and agenda item' : 'Voeten’s codes';
  return `${names.length > 0 ? names.join('; ') : 'none'} (${from})`;
}

/** Named states that had no seat, or of whom nothing is known. */
function without({ states }: Asked, members: readonly Cast[]): string[] {
  const lacking = states.filter(({ codes }) => !members.some((m) => codes.includes(m.ccode)));
  return lacking.length > 0 ? [labelled('no seat', lacking.map((s) => s.name).join(', '))] : [];
}

function differencesIn(
  vote: FoundVote,
  members: readonly Cast[],
  nameOf: (ccode: number) => string,
): string[] {
  const differing = members.filter((c) => c.other !== null);
  if (differing.length === 0) return [];
  const [, other] = sourcesOf(vote);
  const told = differing.map((c) => `${nameOf(c.ccode)} ${choiceNames[c.other!]}`).sort(alphabetically);
  return ['', labelled('differing', `by ${other.name}: ${told.join(', ')}`)];
}
