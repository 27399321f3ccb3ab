/** What abstaining means when two states are compared; in all of them equal votes agree fully. */
export const abstentionRules = {
  halfway: 'halfway between yes and no',
  'as-a-side': 'a position of its own',
  'left-out': 'votes in which one of the states abstained are left out',
} as const;

export type Abstentions = keyof typeof abstentionRules;

/**
 * Agreement of two votes (1 yes, 2 abstain, 3 no), from 0 to 1.
 *
 * - `halfway`: 1 for equal votes, ½ where one abstained and the other did not, 0 for yes against no (Lijphart 1963,
 *   *American Political Science Review* 57: 902–917).
 * - `as-a-side` and `left-out`: 1 for equal votes, else 0; in the second the caller leaves abstentions out.
 */
export function agreement(a: number, b: number, abstentions: Abstentions): number {
  if (abstentions === 'halfway') return 1 - Math.abs(a - b) / 2;
  return a === b ? 1 : 0;
}
