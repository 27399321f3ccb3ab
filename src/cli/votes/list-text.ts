import type { World } from '../../world/open.js';
import { reliability } from '../../world/sources/assembly-votes/reliability.js';
import { textTable } from '../table.js';
import type { Asked } from './asked.js';
import type { FoundVote } from './find.js';
import { choiceNames, citationsOf, dayOf, onWhat, sourceMark, sourcesOf } from './words.js';
import { cut, labelled, terminal, wrapped } from './wrapped.js';

/** Rows printed to a terminal. */
const fewRows = 40;

const short: Readonly<Record<number, string>> = { 1: 'yes', 2: 'abst', 3: 'no', 8: 'away' };

/** Votes as a table of 80 columns, the latest at its end, with what the named states did, and the sources under it. */
export function listText(votes: readonly FoundVote[], asked: Asked, world: World): string {
  const shown = votes.slice(-fewRows);
  const before = votes.length - shown.length;
  return [
    ...(before > 0 ? [`… ${before} votes before these; --from and --to choose, --out FILE writes all`] : []),
    tableOf(shown, asked),
    '',
    ...summary(votes, asked),
    ...differences(shown, asked),
    ...doubts(votes, asked),
    ...legend(shown, world),
    '',
  ].join('\n');
}

function tableOf(votes: readonly FoundVote[], { states }: Asked): string {
  const symbols = votes.map((v) => (v.resolution ?? '').replace(/^A\/RES\//, ''));
  const rows = votes.map((v, i) => [
    dayOf(v),
    symbols[i]!,
    '',
    `${v.yes}-${v.no}-${v.abstain}`,
    ...v.choices.map((c, s) => (c === null ? '' : `${short[c] ?? c}${v.others[s] === null ? '' : '*'}`)),
    sourceMark(v),
  ]);
  const head = ['date', 'resolution', '', 'y-n-abst', ...states.map((s) => s.head), 'from'];
  const width = (i: number): number => Math.max(...[head, ...rows].map((r) => [...r[i]!].length));
  const others = head.reduce((sum, _, i) => sum + (i === 2 ? 0 : width(i) + 2), 0);
  const room = Math.max(12, terminal - others);
  head[2] = 'on';
  return textTable(
    head,
    rows.map((row, i) => row.with(2, cut(onWhat(votes[i]!), room))),
  );
}

/** How often each state did what, and how often those compared did the same. */
function summary(votes: readonly FoundVote[], asked: Asked): string[] {
  const lines = asked.states.map((state, s) => {
    const count = (choice: number): number => votes.filter((v) => v.choices[s] === choice).length;
    return labelled(
      state.head,
      `${state.name}: ${count(1)} yes, ${count(3)} no, ${count(2)} abstaining, ${count(8)} absent`,
      6,
    );
  });
  if (!asked.with) return [plural(votes.length), ...lines];
  const last = asked.states.length - 1;
  const compared = asked.states.slice(0, -1).map(({ name, head }, s) => {
    const both = votes.filter((v) => [s, last].every((i) => v.choices[i] !== null && v.choices[i] !== 8));
    const same = both.filter((v) => v.choices[s] === v.choices[last]).length;
    const share = both.length > 0 ? ` (${Math.round((100 * same) / both.length)} %)` : '';
    return labelled(
      head,
      `${name} and ${asked.with!.name} did the same in ${same} of ${both.length} votes in which both voted${share}`,
      6,
    );
  });
  return [plural(votes.length), ...lines, ...compared];
}

const plural = (n: number): string => `${n} vote${n === 1 ? '' : 's'}`;

/** Where the two sources say different things of a named state. */
function differences(votes: readonly FoundVote[], { states }: Asked): string[] {
  const told = votes.flatMap((v) =>
    states.flatMap(({ head }, s) => {
      const [choice, other] = [v.choices[s], v.others[s]];
      if (choice == null || other == null) return [];
      const [by, not] = sourcesOf(v);
      return [
        `* ${dayOf(v)} ${v.resolution ?? ''} ${head}: ${choiceNames[choice]} by ${by.name}, ${choiceNames[other]} by ${not.name}`,
      ];
    }),
  );
  return told.flatMap((line) => wrapped(line));
}

/** A word of warning where an issue rests on codes that are not to be relied on. */
function doubts(votes: readonly FoundVote[], { issue }: Asked): string[] {
  const ruled = votes.filter((v) => v.issues_from === 'rule').length;
  if (!issue || ruled === 0) return [];
  const { precision, recall, reliable } = reliability[issue];
  const text = `${ruled} of these bear the issue ${issue} by rule, not by Voeten’s codes (precision ${precision}, recall ${recall}${reliable ? '' : ': under 0.9, not to be relied on'}; docs/votes.md)`;
  return wrapped(text);
}

function legend(votes: readonly FoundVote[], world: World): string[] {
  const cited = citationsOf(votes, world.manifest);
  const both = votes.some((v) => v.differing !== null);
  const away = votes.some((v) => v.choices.includes(8));
  return [
    ...(away ? ['away: absent, or present and not voting'] : []),
    ...(both ? wrapped('V=L in both sources, V≠L (L≠V) they differ on a member and the first is taken') : []),
    ...cited.map(({ mark, text }) => labelled(mark, text, 3)),
  ];
}
