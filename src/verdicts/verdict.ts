import type { Option, Stated } from '../claims/claim.js';
import type { Choices } from '../claims/specification.js';
import type { Estimate } from '../designs/design.js';
import type { Years } from '../kernel/years.js';
import type { JointTest } from './joint-test.js';

export type Stance = 'for' | 'against' | 'open' | 'failed';

export type Answer =
  | 'not yet tested'
  | 'untestable here'
  | 'undetermined'
  | 'supported'
  | 'leans for'
  | 'contradicted'
  | 'leans against'
  | 'contested'
  | 'borne out by the record'
  | 'not borne out'
  | 'sources differ';

/** A specification with its estimate and what it says of the claim. */
export interface Graded {
  readonly choices: Choices;
  readonly weight: number;
  readonly estimate: Estimate | undefined;
  /** Oriented effect and interval: claimed direction positive, ratios in logs. Absent where it failed. */
  readonly oriented: { readonly value: number; readonly low: number; readonly high: number } | undefined;
  /** Its estimates in worlds without an effect, as `readEstimates` reads them. */
  readonly without: string | undefined;
  readonly matters: number;
  readonly stance: Stance;
  /** Why: `opposite sign`, `smaller than matters`, `interval reaches …`, or the error of a failed one. */
  readonly reason: string;
  readonly key: string;
}

/** How much one choice decides. */
export interface Deciding {
  readonly alternative: string;
  /** Its share of the spread of the estimates (Shapley value of the variance between groups), 0–1. */
  readonly share: number;
  /** Options under which the side with most weight is another than over the whole. */
  readonly flips: readonly Option[];
  /** Shares of weight for, against, open by option. */
  readonly options: readonly {
    readonly option: Option;
    readonly for: number;
    readonly against: number;
    readonly open: number;
    readonly median: number | null;
  }[];
}

/** Shares of weight. */
export interface Shares {
  readonly for: number;
  readonly against: number;
  readonly open: number;
  readonly failed: number;
}

/** The verdict on one reading of one part. */
export interface ReadingVerdict {
  readonly reading: string;
  readonly answer: Answer;
  /** What is stated and within what margin a record agrees, where the verdict is of a figure; else null. */
  readonly figure: { readonly stated: Stated; readonly margin: number } | null;
  /** Last year of the record, where it covers under 70 % of the author’s period. */
  readonly until: number | null;
  /** Alternatives of which one option’s majority is for and another’s is not. */
  readonly dependsOn: readonly string[];
  /** The verdict before a source with a known direction of error capped it. */
  readonly capped: { readonly from: Answer; readonly because: string } | null;
  readonly shares: Shares;
  readonly counts: {
    readonly for: number;
    readonly against: number;
    readonly open: number;
    readonly failed: number;
  };
  readonly specifications: number;
  readonly impossible: readonly { readonly reason: string; readonly specifications: number }[];
  /** In the design’s own unit: weighted median, and 2.5 and 97.5 percentiles of the estimates. */
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly observed: Years | null;
  /** Years of the author’s period that the record holds, and all of them. */
  readonly overlap: { readonly years: number; readonly of: number } | null;
  readonly atHalf: Answer;
  readonly atDouble: Answer;
  readonly decides: readonly Deciding[];
  /** Null for figures, and while a run goes on. */
  readonly joint: JointTest | null;
  readonly graded: readonly Graded[];
  /** Index into `graded` of the strongest test for and against, and of the estimate nearest the median. */
  readonly strongestFor: number | null;
  readonly strongestAgainst: number | null;
  readonly typical: number | null;
}

/** The verdict on a part: one for each reading, the one the author most plainly meant first. */
export interface PartVerdict {
  readonly part: string;
  readonly readings: readonly ReadingVerdict[];
  /** The same test on the years after publication; never in the shares. */
  readonly since: readonly ReadingVerdict[];
}

/** The verdict on a claim. */
export interface ClaimVerdict {
  readonly argument: string;
  readonly claim: string;
  /** Of the first reading; with several parts, of the worst one. */
  readonly answer: Answer;
  readonly until: number | null;
  readonly dependsOn: readonly string[];
  /** True where a part is not built yet. */
  readonly inPart: boolean;
  readonly parts: readonly PartVerdict[];
  /** Names of the user's own tables on which it rests; such a verdict is not published. */
  readonly restsOn?: readonly string[];
  /** The verdict with the user's own tables beside the record, where there is one without them. */
  readonly withOwn?: ClaimVerdict;
}
