import { fail } from '../../kernel/errors.js';
import { type Model, modelOf } from '../../statistics/ideal-points/model.js';
import type { VoteSubset } from '../../world/ideal-points/vote-subset.js';
import type { World } from '../../world/open.js';
import { type Issue, issues } from '../../world/sources/un-roll-calls/issues.js';

export interface IdealPointsOptions {
  readonly issue?: readonly string[];
  readonly without?: readonly string[];
  readonly important?: boolean;
  readonly adopted?: boolean;
  readonly unrepeated?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly state?: readonly string[];
  readonly cuts?: string;
  readonly smoothing?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly world?: string;
}

/** The votes that are asked for. Throws `votes/unknown-issue`, `votes/malformed-date`, `votes/backwards`. */
export function subsetAsked({
  issue,
  without,
  important,
  adopted,
  unrepeated,
  from,
  to,
}: IdealPointsOptions): VoteSubset {
  const [first, last] = [yearOf('--from', from), yearOf('--to', to)];
  if (first !== undefined && last !== undefined && first > last)
    fail('votes/backwards', `the span ends before it begins: ${first} to ${last}`, {
      hint: `write --from ${last} --to ${first}`,
    });
  return {
    ...(issue && { issues: issue.map(issueNamed) }),
    ...(without && { without: without.map(issueNamed) }),
    ...(important && { important }),
    ...(adopted && { adopted }),
    ...(unrepeated && { unrepeated }),
    ...(first !== undefined && { from: first }),
    ...(last !== undefined && { to: last }),
  };
}

/** What is chosen of the model. Throws `ideal-points/options`. */
export function modelAsked({ cuts, smoothing }: IdealPointsOptions): Model {
  return modelOf({
    ...(cuts !== undefined && { cuts: cuts as 'learned' | 'flat' }),
    ...(smoothing !== undefined && { smoothing: Number(smoothing) }),
  });
}

function issueNamed(typed: string): Issue {
  const known = Object.entries(issues).map(([code, what]) => `${code} ${what}`);
  return (
    (Object.keys(issues) as Issue[]).find((code) => code === typed.trim().toLowerCase()) ??
    fail('votes/unknown-issue', `unknown issue: ${typed}`, { hint: `one of ${known.join('; ')}` })
  );
}

function yearOf(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{4}$/.test(text.trim())) return Number(text);
  return fail('votes/malformed-date', `not a year: ${flag} ${text}`, {
    hint: 'write the year in which the regular session opened: 2022',
  });
}

/** A state that was named, with the numbers under which it has had its seat. */
export interface NamedState {
  readonly name: string;
  readonly codes: readonly number[];
}

/** Throws `states/unknown`. */
export const statesNamed = (typed: readonly string[], { states }: World): NamedState[] =>
  typed.map((text) => {
    const codes = states.all(text);
    return { name: states.nameOf(codes[0]!), codes };
  });
