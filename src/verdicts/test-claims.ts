import type { Claim } from '../claims/claim.js';
import type { Designs } from '../claims/designs.js';
import { type Multiverse, multiverse, sinceThen } from '../claims/multiverse.js';
import type { Outcomes } from '../runs/outcome.js';
import { type RunOptions, runSpecifications } from '../runs/schedule.js';
import type { World } from '../world/open.js';
import { judgeClaim, judgePart } from './judge.js';
import { type OwnData, type PartTables, partOwnData } from './own-data.js';
import type { ClaimVerdict } from './verdict.js';

/** The tables of a claim: its parts, each with the years since publication where it asks for them. */
export interface Tables {
  readonly claim: Claim;
  readonly parts: readonly PartTables[];
  /** Where data of the user's own stand behind it; such a verdict is never published. */
  readonly own?: OwnData;
}

/** Unfolds claims into their multiverses. Throws `claims/…` before anything runs. */
export function tablesOf(claims: readonly Claim[], designs: Designs, world: World): Tables[] {
  return claims.map((claim) => ({
    claim,
    ...partOwnData(
      claim.parts.map((part) => ({
        table: multiverse(claim, part, designs, world),
        since: sinceThen(claim, part, designs, world),
      })),
      designs,
      world,
    ),
  }));
}

/** Progress of a run, with the answer that emerges for the claim in hand. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly claim: string;
  emerging(): ClaimVerdict;
}

/** Tables with every specification of a claim. */
export const tablesIn = (t: Tables): Multiverse[] =>
  (t.own?.parts ?? t.parts).flatMap((p) => (p.since ? [p.table, p.since] : [p.table]));

/** Tells whether every possible specification of a claim has its outcome; it looks at each of them once. */
function completed(t: Tables): (outcomes: Outcomes) => boolean {
  const awaited = tablesIn(t).flatMap(({ specifications }) => specifications);
  let at = 0;
  return (outcomes) => {
    for (; at < awaited.length; at++) {
      const { impossible, key } = awaited[at]!;
      if (impossible === undefined && !outcomes.has(key)) return false;
    }
    return true;
  };
}

/** Runs every specification of the claims and judges each claim as soon as its own are done. */
export async function testClaims(
  tables: readonly Tables[],
  designs: Designs,
  world: World,
  options: Omit<RunOptions, 'onOutcome'> & {
    onProgress?(progress: Progress): void;
    /** Called once for each claim, in whatever order they are judged. */
    onVerdict?(claim: number, verdict: ClaimVerdict): void;
  },
): Promise<ClaimVerdict[]> {
  const judgeParts = (t: Tables, parts: readonly PartTables[], outcomes: Outcomes, final: boolean) =>
    judgeClaim(
      t.claim,
      parts.map((p) => judgePart(p.table, p.since, outcomes, designs[p.table.part.design]!, final)),
    );
  const judge = (t: Tables, outcomes: Outcomes, final: boolean): ClaimVerdict => {
    const verdict = judgeParts(t, t.parts, outcomes, final);
    if (!t.own) return verdict;
    const { sources, parts } = t.own;
    if (!parts) return { ...verdict, restsOn: sources };
    return { ...verdict, withOwn: { ...judgeParts(t, parts, outcomes, final), restsOn: sources } };
  };
  const { onProgress, onVerdict, ...rest } = options;
  const verdicts: ClaimVerdict[] = [];
  const isComplete = tables.map(completed);
  const judgeComplete = (outcomes: Outcomes): void => {
    for (const [i, t] of tables.entries()) {
      if (verdicts[i] || !isComplete[i]!(outcomes)) continue;
      verdicts[i] = judge(t, outcomes, true);
      onVerdict?.(i, verdicts[i]);
    }
  };
  const outcomes = await runSpecifications(tables.flatMap(tablesIn), designs, world, {
    ...rest,
    onOutcome(specification, known, done, total) {
      const own = tables.find((t) => `${t.claim.argument}/${t.claim.id}` === specification.claim)!;
      onProgress?.({ done, total, claim: specification.claim, emerging: () => judge(own, known, false) });
      judgeComplete(known);
    },
  });
  judgeComplete(outcomes);
  return verdicts;
}
