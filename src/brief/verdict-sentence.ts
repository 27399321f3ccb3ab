import { type Names, namesFrom } from '../figures/names.js';
import { counted, showPercent, withCommas } from '../figures/numbers.js';
import { capitalised, listed } from '../kernel/words.js';
import { decidingPart } from '../verdicts/deciding-part.js';
import type { Answer, ClaimVerdict, PartVerdict, ReadingVerdict } from '../verdicts/verdict.js';
import { figureClause } from './figure-words.js';
import { whySentence } from './findings.js';
import { dependsSentence, readingWords } from './wording.js';

const heads: Readonly<Record<Answer, string>> = {
  supported: 'the record supports this',
  'leans for': 'the record leans towards this',
  contested: 'the record is divided on this',
  'leans against': 'the record leans against this',
  contradicted: 'the record contradicts this',
  'borne out by the record': 'the record bears this out',
  'not borne out': 'the record does not bear this out',
  'sources differ': 'sources differ on this',
  undetermined: 'the record does not decide this',
  'not yet tested': 'this has not been tested yet: the test that it needs is not built',
  'untestable here': 'the record cannot settle this',
};

const untested = new Set<Answer>(['not yet tested', 'untestable here']);

/**
 * What the verdict on a claim says, in words that can be printed. What it depends on stands first; then the answer with
 * its shares (percentages of weight, every choice weighing the same); then what qualifies it. From the verdict alone.
 */
export function claimSentence(verdict: ClaimVerdict, names: Names = namesFrom()): string {
  const part = decidingPart(verdict);
  const reading = part?.readings[0];
  if (!part || !reading || untested.has(verdict.answer)) return `${capitalised(heads[verdict.answer])}.`;
  return [
    ...sentences(
      { ...reading, dependsOn: verdict.dependsOn, until: verdict.until, answer: verdict.answer },
      names,
    ),
    partsSentence(verdict, part, names),
    readingsSentence(part, names),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The same for one reading of one part. */
export function readingSentence(verdict: ReadingVerdict, names: Names = namesFrom()): string {
  if (untested.has(verdict.answer)) return `${capitalised(heads[verdict.answer])}.`;
  return sentences(verdict, names).join(' ');
}

function sentences(verdict: ReadingVerdict, names: Names): string[] {
  const to = verdict.until === null ? '' : `to ${verdict.until}, `;
  const answer = capitalised(
    `${to}${heads[verdict.answer]}: ${verdict.figure ? figureClause(verdict, names) : sharesClause(verdict)}.`,
  );
  return [
    dependsSentence(verdict.dependsOn, names),
    answer,
    whySentence(verdict),
    failedSentence(verdict),
    cappedSentence(verdict),
  ].filter(Boolean);
}

type Side = 'for' | 'against' | 'open';

const first: Readonly<Partial<Record<Answer, readonly Side[]>>> = {
  'leans against': ['against', 'for', 'open'],
  contradicted: ['against', 'for', 'open'],
  undetermined: ['open', 'for', 'against'],
};

function sharesClause(verdict: ReadingVerdict): string {
  const { shares, specifications: n } = verdict;
  if (shares.failed > 0.2 && verdict.answer === 'undetermined')
    return `${showPercent(shares.failed)} of ${counted(n, 'fair way')} to test it could not be computed`;
  const order = first[verdict.answer] ?? (['for', 'against', 'open'] as const);
  if (n === 1) return `the one fair way to test it ${said[order.find((s) => shares[s] > 0.5) ?? 'open'].one}`;
  const whole = order.find((s) => shares[s] >= 1);
  if (whole) return `${n === 2 ? 'both' : `all ${withCommas(n)}`} fair ways to test it ${said[whole].many}`;
  const [lead, ...rest] = order.filter((s, i) => i === 0 || shares[s] > 0 || s !== 'open');
  const others = rest.map((s) => `${shares[s] === 0 ? 'none' : showPercent(shares[s])} ${said[s].short}`);
  const most = `${showPercent(shares[lead!])} of ${counted(n, 'fair way')} to test it ${said[lead!].many}`;
  return listed([most, ...others]);
}

const said = {
  for: { one: 'speaks for it', many: 'speak for it', short: 'for it' },
  against: { one: 'speaks against it', many: 'speak against it', short: 'against it' },
  open: { one: 'leaves it open', many: 'leave it open', short: 'leave it open' },
} as const;

function failedSentence({ counts, answer, shares }: ReadingVerdict): string {
  if (counts.failed === 0 || (answer === 'undetermined' && shares.failed > 0.2)) return '';
  return `${counted(counts.failed, 'test')} could not be computed.`;
}

function cappedSentence({ capped, answer }: ReadingVerdict): string {
  if (!capped) return '';
  return `It reads “${answer}” and not “${capped.from}”: ${capped.because.trim().replace(/\.$/, '')}.`;
}

function partsSentence(verdict: ClaimVerdict, deciding: PartVerdict, names: Names): string {
  const parts = verdict.parts.length;
  const least = parts > 1 ? `Of the claim’s ${parts} parts, ${names.part(deciding.part)} decides.` : '';
  const missing = verdict.inPart
    ? 'This is the verdict in part: another part of the claim has not been tested yet.'
    : '';
  return [least, missing].filter(Boolean).join(' ');
}

/** What the record does to a claim, by the answer. */
export const recordDoes: Readonly<Record<Answer, string>> = {
  supported: 'supports it',
  'leans for': 'leans towards it',
  contested: 'is divided on it',
  'leans against': 'leans against it',
  contradicted: 'contradicts it',
  'borne out by the record': 'bears it out',
  'not borne out': 'does not bear it out',
  'sources differ': 'is divided on it',
  undetermined: 'does not decide it',
  'not yet tested': 'has not been put to the test',
  'untestable here': 'cannot settle it',
};

/** How the other readings fare, where they fare otherwise: `Read by population, the record contradicts it.` */
function readingsSentence({ readings }: PartVerdict, names: Names): string {
  const others = readings.slice(1).filter((r) => r.answer !== readings[0]!.answer);
  if (others.length === 0)
    return readings.length > 1 ? 'Every other reading of the claim gets the same answer.' : '';
  const told = others.map(
    (r, i) => `read by ${readingWords(r, names)}, ${i === 0 ? 'the record' : 'it'} ${recordDoes[r.answer]}`,
  );
  return `${capitalised(told.join('; '))}.`;
}
