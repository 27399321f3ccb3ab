import type { Answer } from '../../src/verdicts/verdict.js';

/** What a world is made of: true effects in standard errors of a specification, by source, and SE/m. */
export interface Cell {
  readonly name: 'true' | 'false' | 'undecidable' | 'split' | 'none' | 'just matters';
  /** SE of a specification over m, the smallest effect that matters. */
  readonly ratio: number;
  /** True effect of a specification in its standard errors. */
  effectOf(source: number): number;
  readonly limits: readonly Limit[];
}

/** A share of worlds that must be at least, or at most, so large. */
export interface Limit {
  readonly what: string;
  is(answer: Answer, dependsOn: readonly string[]): boolean;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** The upper end of the 95 % binomial interval must not lie above this. */
  readonly upperAtMost?: number;
}

const among =
  (...answers: readonly Answer[]) =>
  (answer: Answer): boolean =>
    answers.includes(answer);

/** The effect that is plainly there, in standard errors: max(m, 2 SE) + 2.5 SE. */
const plain = (ratio: number): number => Math.max(1 / ratio, 2) + 2.5;

const trues = [1 / 4, 1 / 2, 1, 3];
const anySize = [1 / 8, 1 / 4, 1 / 2, 1, 3, 10];

export const cells: readonly Cell[] = [
  ...trues.map(
    (ratio): Cell => ({
      name: 'true',
      ratio,
      effectOf: () => plain(ratio),
      limits: [{ what: 'supported or leans for', is: among('supported', 'leans for'), atLeast: 0.95 }],
    }),
  ),
  ...[1 / 8, 1 / 4].map(
    (ratio): Cell => ({
      name: 'false',
      ratio,
      effectOf: () => 0,
      limits: [
        { what: 'contradicted or leans against', is: among('contradicted', 'leans against'), atLeast: 0.95 },
      ],
    }),
  ),
  ...[3, 10].map(
    (ratio): Cell => ({
      name: 'undecidable',
      ratio,
      effectOf: () => 1 / (2 * ratio),
      limits: [
        { what: 'undetermined', is: among('undetermined'), atLeast: 0.9 },
        { what: 'supported', is: among('supported'), atMost: 0.05 },
        { what: 'contradicted', is: among('contradicted'), atMost: 0.05 },
      ],
    }),
  ),
  {
    name: 'split',
    ratio: 1 / 4,
    effectOf: (source) => (source < 2 ? plain(1 / 4) : 0),
    limits: [
      {
        what: 'contested, or depends on',
        is: (answer, dependsOn) => answer === 'contested' || dependsOn.includes('source'),
        atLeast: 0.9,
      },
      { what: 'supported', is: among('supported'), atMost: 0 },
    ],
  },
  ...anySize.map(
    (ratio): Cell => ({
      name: 'none',
      ratio,
      effectOf: () => 0,
      limits: [{ what: 'supported', is: among('supported'), atMost: 0.05, upperAtMost: 0.065 }],
    }),
  ),
  ...[1, 3].map(
    (ratio): Cell => ({
      name: 'just matters',
      ratio,
      effectOf: () => 1 / ratio,
      limits: [{ what: 'contradicted', is: among('contradicted'), atMost: 0.05, upperAtMost: 0.065 }],
    }),
  ),
];
