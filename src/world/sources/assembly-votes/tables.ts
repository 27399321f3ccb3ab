import type { TableCard } from '../../cards.js';
import { type Issue, issues } from '../un-roll-calls/issues.js';
import { reliability } from './reliability.js';

const years = { from: 1946, to: 2025 } as const;

const codes = Object.entries(issues)
  .map(([code, what]) => `\`${code}\` ${what}`)
  .join(', ');

const unreliable = (Object.keys(issues) as Issue[]).filter((code) => !reliability[code].reliable);

export const tables: readonly TableCard[] = [
  {
    name: 'assembly_votes',
    level: 'vote',
    key: ['vote'],
    says: `Every recorded vote of the General Assembly that Voeten or the UN Digital Library has, once. \`vote\` is Voeten’s number (\`rcid\`), or where he has none the Library’s record (\`record\`, from 278,000 on); \`how\` the two were found to be one: by the members’ votes and the symbol, the votes and its number, the votes alone, the symbol (one list being damaged), or the symbol alone (one list being another vote’s). \`resolution\` is the text’s symbol, from the Library where it has it (a paragraph or amendment bears that of its text; unknown before 1963 where only Voeten has the vote). \`session\` (26, S-8, ES-11), \`session_year\` the calendar year in which the regular session opened, \`year\` and \`month\` of the vote, \`date\` (always the Library’s; Voeten’s from session 52 on where he alone has the vote, missing before). \`kind\` text, paragraph or amendment, the latter two as Voeten marks them, never where the Library has the vote as that on the text. \`adopted\` 1 if the Library holds it as an adopted text, 0 for paragraphs, amendments and votes without more yes than no, missing for other whole texts that the Library does not hold (some questions need two thirds). \`passed_simple\` 1 if more members voted yes than no. \`yes\`, \`no\`, \`abstain\`, \`absent\` count the rows of \`assembly_choices\`. Issues (a vote may bear several or none): ${codes}; \`issues_from\` roll-calls: Voeten’s codes, rule: ours, from heading and words, fixed on votes to 2012 (docs/votes.md)${unreliable.length > 0 ? `, which is not reliable for ${unreliable.join(', ')}` : ''}. \`important\` 1 if the US Department of State called the vote important (1983–2017, else missing). \`same_text\` the smallest number among votes on the same text over the years, missing where there is no other; \`same_text_from\` pairs: the published ones, rule: with pairs of our own from session 75 on. \`taken\` which source’s votes \`assembly_choices\` holds: roll-calls (Voeten’s, to session 74 where he has the vote, unless only the Library’s list adds up to the result he prints) or library; \`differing\` how many members the two say different things of (missing: only one has the vote).`,
    years,
    variables: [],
  },
  {
    name: 'assembly_choices',
    level: 'vote',
    key: ['vote', 'ccode'],
    says: 'What each member of the United Nations did in each vote of `assembly_votes`: `choice` 1 yes, 2 abstain, 3 no, 8 absent or not voting; `other` what the source that was not taken says, where it says otherwise. No row: not a member, or not coded. China is 713 to 25 October 1971 and 710 after; Germany 260 and 265 to 1990, 255 after; Yemen 678 and 680 to 1990, 679 after; Ukraine and Belarus vote from 1946.',
    years,
    variables: [],
  },
];
