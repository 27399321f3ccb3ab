import type { Part } from '../claims/claim.js';
import { mixedScales } from '../figures/curve-scale.js';
import type { Names } from '../figures/names.js';
import { showPercent, showTogether } from '../figures/numbers.js';
import { listed } from '../kernel/words.js';
import { answersByOption, sharesAreExact } from '../verdicts/decides.js';
import type { Deciding, ReadingVerdict } from '../verdicts/verdict.js';
import { answersInOrder } from './answers.js';
import { recordDoes } from './verdict-sentence.js';

type Alone = ReturnType<typeof answersByOption>[number];

/**
 * What an answer hangs on, in words: the choice that explains most of the spread, what the verdict would be under each
 * of its options alone, and the other choices that turn it. Nothing where the results are figures or do not vary.
 *
 * `The answer hangs most on the democracy score (77 % of the spread): with “V-Dem liberal” the record leans towards it,
 * with “Polity” and “Freedom House” it does not decide it.`
 */
export function hangsOn(verdict: ReadingVerdict, part: Part, names: Names): string {
  if (verdict.figure) return '';
  const ranked = [...verdict.decides].sort((a, b) => b.share - a.share);
  const [first, ...others] = ranked;
  if (!first) return 'There is only one fair way to test it here, so no choice decides.';
  if (first.share <= 0) return 'No choice makes a difference to the results.';
  const alone = (d: Deciding): readonly Alone[] => answersByOption(verdict.graded, d.alternative, part);
  const turning = others.filter((d) => turns(alone(d)));
  const share = `${showPercent(first.share)} of the spread${sharesAreExact(ranked.length) ? '' : ', by an estimate'}`;
  const choice = names.choice(first.alternative);
  if (turns(alone(first))) {
    const lead = `The answer hangs most on ${choice} (${share}): ${byAnswer(alone(first), first, names)}.`;
    const also = turning.map((d) => names.choice(d.alternative));
    return `${lead}${tooWith(also)}`;
  }
  const lead = `The results hang most on ${choice} (${share})${ends(verdict, alone(first), first, names)}`;
  const [next, ...more] = turning;
  if (!next) return `${lead}; no single choice turns the answer.`;
  const also = more.map((d) => names.choice(d.alternative));
  return `${lead}. The answer turns with ${names.choice(next.alternative)}: ${byAnswer(alone(next), next, names)}.${tooWith(also)}`;
}

const tooWith = (choices: readonly string[]): string =>
  choices.length === 0 ? '' : ` It turns with ${listed(choices)}, too.`;

const turns = (alone: readonly Alone[]): boolean => new Set(alone.map((a) => a.answer)).size > 1;

/** Options that a sentence names one by one. */
const few = 3;

/**
 * `with “A” the record leans towards it, with “B” and “C” it does not decide it`. Where most of many options give one
 * answer, it stands last: `with “1972–2018” the record does not decide it, with the other 5 it supports it`.
 */
function byAnswer(alone: readonly Alone[], { alternative }: Deciding, names: Names): string {
  const groups = answersInOrder
    .map((answer) => ({ answer, options: alone.filter((a) => a.answer === answer).map((a) => a.option) }))
    .filter(({ options }) => options.length > 0);
  const largest = groups.reduce((a, b) => (b.options.length > a.options.length ? b : a));
  const most = largest.options.length > few ? largest : undefined;
  return [...groups.filter((g) => g !== most), ...(most ? [most] : [])]
    .map(({ answer, options }, i) => {
      const named =
        most?.answer === answer
          ? `the other ${options.length}`
          : listed(options.map((o) => quoted(names.option(alternative, o))));
      return `with ${named} ${i === 0 ? 'the record' : 'it'} ${recordDoes[answer]}`;
    })
    .join(', ');
}

/** The lowest and the highest typical result among the options, where all are in one unit. */
function ends(
  verdict: ReadingVerdict,
  alone: readonly Alone[],
  { alternative }: Deciding,
  names: Names,
): string {
  const known = alone.filter((a) => a.median !== null && Number.isFinite(a.median));
  if (mixedScales(verdict.graded) || known.length < 2) return '';
  const sorted = [...known].sort((a, b) => a.median! - b.median!);
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  const [from, to] = showTogether([low.median!, high.median!]);
  if (from === to) return '';
  const named = (a: Alone): string => quoted(names.option(alternative, a.option));
  return `: the typical result is ${from} with ${named(low)} and ${to} with ${named(high)}`;
}

const quoted = (words: string): string => `“${words}”`;

/** The finding of the chart of choices: `77 % of the spread of the results hangs on the democracy score, 5 % on the years`. */
export function decidesTitle(decides: readonly Deciding[], names: Names): string {
  const [first, second] = [...decides].sort((a, b) => b.share - a.share);
  if (!first || first.share <= 0) return 'No choice makes a difference to the results';
  const lead = `${showPercent(first.share)} of the spread of the results hangs on ${names.choice(first.alternative)}`;
  return second && second.share > 0
    ? `${lead}, ${showPercent(second.share)} on ${names.choice(second.alternative)}`
    : lead;
}
