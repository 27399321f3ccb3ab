import type { ClaimVerdict, PartVerdict } from './verdict.js';

/** The part that gives a claim its answer: the first whose first reading has it; none where the claim has no tests. */
export function decidingPart({
  answer,
  parts,
}: Pick<ClaimVerdict, 'answer' | 'parts'>): PartVerdict | undefined {
  return parts.find(({ readings }) => readings[0]?.answer === answer) ?? parts[0];
}
