import type { ClaimVerdict, PartVerdict, ReadingVerdict } from '../verdicts/verdict.js';

/** Reasons that are told of one reading; of further ones how many there are. */
const mostReasons = 5;

/** Which tests could not be computed, by claim and reading, with the reasons; nothing where all could. */
export function failuresText(verdicts: readonly ClaimVerdict[]): string {
  const lines = verdicts.flatMap((v) =>
    [...v.parts, ...(v.withOwn?.parts ?? [])].flatMap((part) =>
      part.readings.filter((r) => r.counts.failed > 0).map((r) => `  ${titleOf(v, part, r)}: ${failed(r)}\n`),
    ),
  );
  return lines.length === 0
    ? ''
    : `\ncould not be computed, and count as failed:\n${[...new Set(lines)].join('')}`;
}

const titleOf = (v: ClaimVerdict, { part }: PartVerdict, { reading }: ReadingVerdict): string =>
  `${v.argument}/${v.claim}${part ? ` (${part})` : ''}, ${reading}`;

/** `3 of 6: no state is in the group (2); the group is all (1)`. */
function failed({ graded, counts, specifications }: ReadingVerdict): string {
  const reasons = new Map<string, number>();
  for (const { stance, reason } of graded)
    if (stance === 'failed') reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const [first, rest] = [[...reasons].slice(0, mostReasons), reasons.size - mostReasons];
  const told = first.map(([reason, n]) => `${reason} (${n})`);
  return `${counts.failed} of ${specifications}: ${[...told, ...(rest > 0 ? [`${rest} other reasons`] : [])].join('; ')}`;
}
