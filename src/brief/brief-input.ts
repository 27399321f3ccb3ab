import type { Argument, Claim } from '../claims/claim.js';
import type { ClaimCritiques } from '../critics/critique.js';
import type { Design } from '../designs/design.js';
import type { Picture } from '../designs/picture.js';
import type { AlignmentMap } from '../figures/alignment-map/draw-alignment-map.js';
import type { Labels } from '../figures/names.js';
import type { AgreementOfPair } from '../figures/over-time/agreement-picture.js';
import type { ClaimVerdict } from '../verdicts/verdict.js';
import type { ManifestSource, ManifestTable } from '../world/cards.js';

/** What a brief says of a design. */
export type DesignCard = Pick<Design, 'name' | 'title' | 'says' | 'read' | 'cites' | 'effect'>;

/** The evidence of one part under one reading: the picture of its typical specification. */
export interface Evidence {
  readonly part: string;
  readonly reading: string;
  readonly picture: Picture;
}

/** A picture that a claim asks for beside its tests. */
export type ShownPicture =
  | {
      readonly picture: Picture;
      /** Of agreement: the pairs, with the votes that it rests on. */
      readonly pairs?: readonly AgreementOfPair[];
    }
  | {
      readonly map: AlignmentMap;
      /** Its numbers: names of the columns, and a row a state. */
      readonly heads: readonly string[];
      readonly rows: readonly (readonly (string | number | null)[])[];
    };

/** A source whose tables a claim reads. */
export interface UsedSource {
  readonly source: ManifestSource;
  readonly tables: readonly ManifestTable[];
}

/** A claim with everything that its section shows. */
export interface ClaimBrief {
  readonly claim: Claim;
  readonly verdict: ClaimVerdict;
  readonly evidence: readonly Evidence[];
  readonly pictures?: readonly ShownPicture[];
  /** What the critics found, where they were asked. */
  readonly critiques?: ClaimCritiques;
  readonly sources: readonly UsedSource[];
  /** Command lines that give the same result. */
  readonly commands: readonly string[];
}

/** All that a brief is made from; it computes nothing. */
export interface BriefInput {
  readonly argument: Argument;
  /** In the order of the argument’s claims. */
  readonly claims: readonly ClaimBrief[];
  /** Designs by name, those that parts use or that claims wait for where they are known. */
  readonly designs: Readonly<Record<string, DesignCard>>;
  /** Version of the world. */
  readonly world: string;
  /** Version of the code. */
  readonly code: string;
  /** Words for ids, where a claim gives none of its own. */
  readonly labels?: Labels;
  /** Where the index page stands, relative to the brief. */
  readonly index?: string;
}

/** What the index is made from: every argument with its verdicts. */
export interface IndexInput {
  readonly arguments: readonly {
    readonly argument: Argument;
    /** Where its brief stands, relative to the index. */
    readonly file: string;
    readonly claims: readonly { readonly claim: Claim; readonly verdict: ClaimVerdict }[];
  }[];
  readonly world: string;
  readonly code: string;
  /** As in a brief. */
  readonly labels?: Labels;
}
