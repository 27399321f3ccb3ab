import type { Picture } from '../designs/picture.js';

/** Who asks: the five critics that sit at the table whenever a claim is tested. */
export type CriticName = 'measurement-error' | 'leave-one-out' | 'placebo' | 'mirror' | 'since';

/** Numbers side by side; the first cell of a row names it. */
export interface CritiqueTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What one critic found of one part of a claim, as its first reading has it; or why it has nothing to ask there. */
export interface Critique {
  readonly critic: CriticName;
  /** The question, as a heading has it. */
  readonly title: string;
  /** The finding in one sentence, with its numbers. Where the critic makes no sense: nothing, and `absent` says why. */
  readonly says: string;
  /** Why this critic makes no sense here, in one plain sentence. */
  readonly absent?: string;
  /** How it was done, for somebody who doubts it; a sentence or two. */
  readonly how?: string;
  /** The finding for programs, lower_snake. */
  readonly figures?: Readonly<Record<string, number | string | null>>;
  readonly table?: CritiqueTable;
  readonly picture?: Picture;
}

/** What the critics say of a part. */
export interface PartCritiques {
  readonly part: string;
  readonly reading: string;
  readonly critiques: readonly Critique[];
}

/** What the critics say of a claim, part by part; empty where nothing was tested. */
export interface ClaimCritiques {
  readonly argument: string;
  readonly claim: string;
  readonly parts: readonly PartCritiques[];
}

/** The title of each critic: the question that it asks. */
export const critics: Readonly<Record<CriticName, string>> = {
  'measurement-error': 'What if the source is as unsure as it says?',
  'leave-one-out': 'Does it hang on one state?',
  placebo: 'Would another state do as well?',
  mirror: 'The same claim about the other side',
  since: 'The years since it was published',
};

/** A critique that there is. */
export const finding = (
  critic: CriticName,
  found: Omit<Critique, 'critic' | 'title' | 'absent'>,
): Critique => ({
  critic,
  title: critics[critic],
  ...found,
});

/** A critic that makes no sense here, and why. */
export const absent = (critic: CriticName, because: string): Critique => ({
  critic,
  title: critics[critic],
  says: '',
  absent: because,
});
