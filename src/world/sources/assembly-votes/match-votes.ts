/** A roll call and a record that may be one and the same vote. */
export interface Candidate {
  readonly rcid: number;
  readonly record: number;
  /** Members whom both name, and those of whom both say the same (absence too). */
  readonly members: number;
  readonly same: number;
  /** Members who voted by both, and those of whom both have the same vote. */
  readonly voted: number;
  readonly agree: number;
  /** Yes, no and abstentions are as many in both. */
  readonly same_result: boolean;
  /** The symbols: number and letter alike, the number alone, or neither. */
  readonly symbol: 'same' | 'number' | 'other';
  /** Dated in the same calendar month. */
  readonly same_month: boolean;
  /** Voeten marks the roll call as one on a paragraph; as one on an amendment. */
  readonly para: boolean;
  readonly amend: boolean;
  /** More members voted yes than no in the roll call. */
  readonly passed: boolean;
}

export interface Match {
  readonly rcid: number;
  readonly record: number;
  readonly by: 'votes and symbol' | 'votes and number' | 'votes' | 'symbol' | 'symbol alone';
}

/** Members of whom both say the same, as a share, from which two lists of votes are taken to be of one vote. */
const alike = 0.95;
/** Under that, with the same symbol: of the members who voted by both. */
const alikeWhereBothVote = 0.89;
const alikeWithAbsence = 0.84;

/**
 * Which roll call of the one source is which record of the other. Each is used once, the surest pairs first:
 *
 * 1. *By votes.* At least 95 % of the members whom both name do the same in both, and the pair bears the same symbol,
 *    the same number, or the same month (or agrees on every single member). Sureness is that share, plus 0.03 for the
 *    same symbol, 0.02 for the same number, 0.01 for the same month and 0.004 if the roll call is not marked as one on a
 *    paragraph: symbols tell near-unanimous votes of one day apart, but cannot make one vote of two that differ (in
 *    December 1973 symbols are swapped).
 * 2. *By symbol.* Of what is left, pairs of the same number, marked neither as on a paragraph nor on an amendment, where
 *    one source has lost members or is garbled: at least 89 % of those who voted by both agree, and so do at least 84 %
 *    of all or both are on the whole text (the same letter too, and passed); or both print the same numbers of yes, no
 *    and abstentions.
 * 3. *By symbol alone.* Of what is left then, votes on the same whole text: it was adopted once, and one of the lists is
 *    another vote’s (six texts).
 *
 * Pure; the order of the candidates does not matter.
 */
export function matchVotes(candidates: readonly Candidate[]): Match[] {
  const rolls = new Set<number>();
  const records = new Set<number>();
  const matches: Match[] = [];
  const inOrder = [...candidates].sort(
    (a, b) => sureness(b) - sureness(a) || a.rcid - b.rcid || a.record - b.record,
  );
  for (const [fits, by] of passes) {
    for (const c of inOrder) {
      if (!fits(c) || rolls.has(c.rcid) || records.has(c.record)) continue;
      rolls.add(c.rcid);
      records.add(c.record);
      matches.push({ rcid: c.rcid, record: c.record, by: by ?? how[c.symbol] });
    }
  }
  return matches.sort((a, b) => a.rcid - b.rcid);
}

const how = { same: 'votes and symbol', number: 'votes and number', other: 'votes' } as const;

const forSymbol = { same: 0.03, number: 0.02, other: 0 } as const;

const sureness = (c: Candidate): number =>
  c.same / c.members + forSymbol[c.symbol] + (c.same_month ? 0.01 : 0) + (c.para ? 0 : 0.004);

const byVotes = (c: Candidate): boolean =>
  c.same >= alike * c.members && (c.symbol !== 'other' || c.same_month || c.same === c.members);

const onWholeText = (c: Candidate): boolean => c.symbol === 'same' && !c.para && !c.amend && c.passed;

const bySymbol = (c: Candidate): boolean =>
  c.symbol !== 'other' &&
  !c.para &&
  !c.amend &&
  (c.same_result ||
    (c.agree >= alikeWhereBothVote * c.voted && (c.same >= alikeWithAbsence * c.members || onWholeText(c))));

const passes = [
  [byVotes, undefined],
  [bySymbol, 'symbol'],
  [onWholeText, 'symbol alone'],
] as const;
