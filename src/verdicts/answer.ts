import type { Option } from '../claims/claim.js';
import type { Answer, Graded, Shares } from './verdict.js';

/** Shares of weight for, against, open and failed; failed ones are of all, the others too: together one. */
export function sharesOf(graded: readonly Graded[]): Shares {
  const sums = { for: 0, against: 0, open: 0, failed: 0 };
  for (const g of graded) sums[g.stance] += g.weight;
  const total = sums.for + sums.against + sums.open + sums.failed;
  if (total === 0) return { for: 0, against: 0, open: 0, failed: 0 };
  return {
    for: sums.for / total,
    against: sums.against / total,
    open: sums.open / total,
    failed: sums.failed / total,
  };
}

/** Names of the choices that differ among the specifications in which they are there. */
export function choiceNames(graded: readonly Graded[]): string[] {
  const options = new Map<string, Set<Option>>();
  for (const { choices } of graded)
    for (const [name, option] of Object.entries(choices))
      options.set(name, (options.get(name) ?? new Set()).add(option));
  return [...options].flatMap(([name, some]) => (some.size > 1 ? [name] : []));
}

/** Specifications by option of one choice, without those in which it is not there. */
export function byOption(graded: readonly Graded[], name: string): Map<Option, Graded[]> {
  const groups = new Map<Option, Graded[]>();
  for (const g of graded) {
    const option = g.choices[name];
    if (option === undefined) continue;
    const group = groups.get(option);
    if (group) group.push(g);
    else groups.set(option, [g]);
  }
  return groups;
}

/** Weights are sums of products of simple fractions: a hair of rounding decides nothing. */
const hair = 1e-9;
const atLeast = (x: number, y: number): boolean => x >= y - hair;
const atMost = (x: number, y: number): boolean => x <= y + hair;

type Side = 'for' | 'against';

function firm(graded: readonly Graded[], whole: Shares, side: Side): boolean {
  const other: Side = side === 'for' ? 'against' : 'for';
  if (!(atLeast(whole[side], 0.75) && atMost(whole[other], 0.05))) return false;
  return choiceNames(graded).every((name) =>
    [...byOption(graded, name).values()].every((group) => {
      const part = sharesOf(group);
      return atLeast(part[side], 0.5) && atMost(part[other], 0.1);
    }),
  );
}

const leans = (whole: Shares, side: Side): boolean =>
  atLeast(whole[side], 0.5) && atLeast(whole[side], 5 * whole[side === 'for' ? 'against' : 'for']);

/** The verdict rule: the first line that fits, from the top. Shares are of weight. */
export function answerOf(graded: readonly Graded[]): Answer {
  if (graded.length === 0) return 'untestable here';
  const whole = sharesOf(graded);
  if (whole.failed > 0.2 + hair) return 'undetermined';
  if (firm(graded, whole, 'for')) return 'supported';
  if (leans(whole, 'for')) return 'leans for';
  if (firm(graded, whole, 'against')) return 'contradicted';
  if (leans(whole, 'against')) return 'leans against';
  if (atLeast(whole.for, 0.1) && atLeast(whole.against, 0.1)) return 'contested';
  return 'undetermined';
}

/**
 * The verdict rule of figures: what the records say that can tell. All agree with what is stated: borne out; all
 * disagree: not borne out; some of each: sources differ. Where every record is too incomplete to tell: undetermined;
 * where no figure could be had: untestable here.
 */
export function figureAnswerOf(graded: readonly Graded[]): Answer {
  const has = (stance: Graded['stance']): boolean => graded.some((g) => g.stance === stance);
  if (has('for')) return has('against') ? 'sources differ' : 'borne out by the record';
  if (has('against')) return 'not borne out';
  return has('open') ? 'undetermined' : 'untestable here';
}

/** Alternatives of which one option’s majority is for and another’s is not. */
export function dependsOn(graded: readonly Graded[]): string[] {
  return choiceNames(graded).filter((name) => {
    const majorities = [...byOption(graded, name).values()].map((group) => sharesOf(group).for > 0.5 + hair);
    return majorities.includes(true) && majorities.includes(false);
  });
}

/** The verdict that a source with a known direction of error allows: what it favours is at most “leans”. */
export function capAnswer(answer: Answer, favours: Side): Answer {
  if (favours === 'for' && answer === 'supported') return 'leans for';
  if (favours === 'against' && answer === 'contradicted') return 'leans against';
  return answer;
}

const order: readonly Answer[] = [
  'not yet tested',
  'untestable here',
  'contradicted',
  'not borne out',
  'leans against',
  'contested',
  'sources differ',
  'undetermined',
  'leans for',
  'supported',
  'borne out by the record',
];

/** Of several parts all of which must hold, the worst decides. */
export function worstAnswer(answers: readonly Answer[]): Answer {
  return answers.reduce((a, b) => (order.indexOf(b) < order.indexOf(a) ? b : a));
}
