import { fail } from '../../../kernel/errors.js';
import { showYears, type Years } from '../../../kernel/years.js';
import { continuing } from '../../../measures/continuing-states.js';
import { leastCoverage, variableOf } from '../../../world/catalogue.js';
import type { Answers, Catalogue } from '../../../world/open.js';
import type { Observed } from './quantity.js';
import { inSentence } from './variable.js';

/** States that both groups have had throughout some years, and how many have not. */
export interface Members {
  readonly groups: readonly [readonly number[], readonly number[]];
  readonly absent: number;
}

/** Chooses, of both groups, the states of which something is so. */
export type MembersWith = (has: (state: number) => boolean) => Members;

/**
 * Tells which of both groups have something in all years. Throws `designs/thin-group` where under four of five of a
 * group have.
 */
export function membersAmong(
  between: string,
  years: Years,
  { groups = [] }: Answers,
  { manifest }: Catalogue,
): MembersWith {
  const of = (value: number): number[] =>
    groups.flatMap((row) => (row['value'] === value ? [continuing(Number(row['ccode']))] : []));
  return (has) => {
    const asked = [of(1), of(0)] as const;
    const found = asked.map((group) => group.filter(has)) as [number[], number[]];
    found.forEach((group, i) => {
      if (group.length < Math.max(2, leastCoverage * asked[i]!.length))
        fail(
          'designs/thin-group',
          `${group.length} of ${asked[i]!.length} states ${i === 0 ? '' : 'not '}${inSentence(variableOf(manifest, between).title)} took part throughout ${showYears(years)}`,
          { hint: `at least ${100 * leastCoverage} % of a group are needed` },
        );
    });
    return { groups: found, absent: asked.flat().length - found.flat().length };
  };
}

/** What is told beside the values: how many states, and who is not among them. */
export const sizesOf = ({ groups, absent }: Members): Pick<Observed, 'n' | 'of' | 'lost'> => ({
  n: groups.flat().length,
  of: 'states',
  lost: absent > 0 ? { 'states of the groups without a vote in each session compared': absent } : {},
});
