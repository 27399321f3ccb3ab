import { sparseLogit } from '../../../statistics/sparse-logistic.js';
import { type Issue, issues } from '../un-roll-calls/issues.js';
import { type Coded, type Heading, issueRule, type Points, termsOf } from './issue-rule.js';

/** The penalty on words and the fewest votes that a word must be in: chosen on votes to 2012, see docs/votes.md. */
const learning = { penalty: 4, atLeast: 4 } as const;

export const issueCodes = Object.keys(issues) as Issue[];

/** The points of words, to two decimals, from votes that Voeten has coded. */
export function learnPoints(coded: readonly Coded[]): Points {
  const terms = coded.map(termsOf);
  const entries = issueCodes.map((issue) => {
    const { constant, weights } = sparseLogit(
      terms,
      coded.map((vote) => vote[issue]),
      learning,
    );
    const points = [['', constant] as const, ...weights].map(
      ([word, w]) => [word, Math.round(w * 100) / 100] as const,
    );
    return [issue, new Map(points.filter(([word, w]) => word === '' || w !== 0))] as const;
  });
  return Object.fromEntries(entries) as unknown as Points;
}

/** How often a rule’s codes and Voeten’s agree on an issue. */
export interface Tried {
  readonly issue: Issue;
  /** Votes that both code so, only the rule, only Voeten. */
  readonly both: number;
  readonly ruleOnly: number;
  readonly voetenOnly: number;
  readonly precision: number;
  readonly recall: number;
}

/** Tries a rule made from some votes on others. */
export function tryRule(learnt: readonly Coded[], points: Points, others: readonly Coded[]): Tried[] {
  const rule = issueRule(learnt, points);
  const found = others.map((vote: Heading) => rule(vote));
  return issueCodes.map((issue) => {
    const count = (byRule: 0 | 1, byVoeten: 0 | 1): number =>
      others.filter((vote, i) => found[i]![issue] === byRule && vote[issue] === byVoeten).length;
    const [both, ruleOnly, voetenOnly] = [count(1, 1), count(1, 0), count(0, 1)];
    return {
      issue,
      both,
      ruleOnly,
      voetenOnly,
      precision: both / (both + ruleOnly),
      recall: both / (both + voetenOnly),
    };
  });
}
