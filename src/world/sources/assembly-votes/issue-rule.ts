import { type Issue, issues } from '../un-roll-calls/issues.js';
import { itemOf, likeness, wordsOf } from './headings.js';

/** What is known of a vote without its issues. */
export interface Heading {
  readonly title: string;
  readonly agenda: string | null;
}

export type Codes = Readonly<Record<Issue, 0 | 1>>;

/** A vote whose issues Voeten has coded; `order` is higher the later it was. */
export interface Coded extends Heading, Codes {
  readonly order: number;
}

/** Points that a word or two words in a row give an issue; `constant` stands under the empty word. */
export type Points = Readonly<Record<Issue, ReadonlyMap<string, number>>>;

/** Years from whose coded votes the rule takes headings and points; nothing later has a part in it. */
export const learnt = { from: 1990, to: 2012 } as const;

/** Share of words in common from which two headings are taken for one that returns. */
const returns = 0.6;

/**
 * The issues of a vote from its title and agenda item.
 *
 * 1. *By heading.* If a title in `coded` shares at least 60 % of its words with this one, the vote bears the codes of
 *    the most alike, the latest among equals: most votes of the Assembly are on texts that return every year.
 * 2. *By words.* Otherwise each word, and each two words in a row, of title and agenda item gives its points to each
 *    issue once; the vote bears the issues whose points are above 0.
 *
 * A rule for texts whose codes follow their wording: it cannot know a change of Voeten’s practice after 2012.
 */
export function issueRule(coded: readonly Coded[], points: Points): (heading: Heading) => Codes {
  const known = [...coded]
    .sort((a, b) => b.order - a.order)
    .map((vote) => ({ vote, words: new Set(wordsOf(vote.title)) }));
  return (heading) => {
    const words = new Set(wordsOf(heading.title));
    let best: Codes | undefined;
    let most = returns;
    for (const one of known) {
      const alike = likeness(words, one.words);
      if (best === undefined ? alike >= most : alike > most) [best, most] = [one.vote, alike];
    }
    const terms = termsOf(heading);
    return codesBy((issue) => (best ? best[issue] : byPoints(terms, points[issue])));
  };
}

export const codesBy = (code: (issue: Issue) => 0 | 1): Codes =>
  Object.fromEntries(
    (Object.keys(issues) as Issue[]).map((issue) => [issue, code(issue)]),
  ) as unknown as Codes;

/** Words, and two words in a row, of title and agenda item, each once. */
export function termsOf({ title, agenda }: Heading): string[] {
  const runs = [wordsOf(title), wordsOf(itemOf(agenda))];
  return [
    ...new Set(
      runs.flatMap((run) =>
        run.flatMap((word, i) => [word, ...(run[i + 1] ? [`${word} ${run[i + 1]}`] : [])]),
      ),
    ),
  ];
}

function byPoints(terms: readonly string[], points: ReadonlyMap<string, number>): 0 | 1 {
  const sum = terms.reduce((so, term) => so + (points.get(term) ?? 0), points.get('') ?? 0);
  return sum > 0 ? 1 : 0;
}
