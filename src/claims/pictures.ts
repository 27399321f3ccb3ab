import { z } from 'zod';
import { chosenVotes } from '../measures/agreement-in-assembly.js';

const name = z.string().min(1);

const belongsTo = { states: 'ideal-points', pairs: 'agreement' } as const;

const drawn = z
  .strictObject({
    draw: z
      .enum(['ideal-points', 'agreement'])
      .describe('ideal points of states over time, or agreement of pairs'),
    states: z.array(name).min(1).optional().describe('of ideal points: at most seven states'),
    pairs: z
      .array(z.array(name).refine((pair) => pair.length === 2, 'expected two states: [USA, CHN]'))
      .min(1)
      .optional()
      .describe('of agreement: at most seven pairs of states'),
    years: z
      .union([z.string(), z.number()])
      .transform(String)
      .optional()
      .describe('the years in which the sessions opened: 1990-2024; all that the record has unless told'),
    votes: z
      .enum(Object.keys(chosenVotes) as [keyof typeof chosenVotes, ...(keyof typeof chosenVotes)[]])
      .default('all')
      .describe('all, an issue (me, nu, di, hr, co, ec), important, adopted or unrepeated'),
    says: z
      .string()
      .min(1)
      .optional()
      .describe('who these are: a sentence before what the picture says of itself'),
  })
  .superRefine((asked, context) => {
    for (const key of ['states', 'pairs'] as const) {
      const isAsked = asked.draw === belongsTo[key];
      if (isAsked === (asked[key] !== undefined)) continue;
      const message = isAsked ? `${asked.draw} needs ${key}` : `${key} belongs to ${belongsTo[key]}`;
      context.addIssue({ code: 'custom', path: [isAsked ? 'draw' : key], message });
    }
  });

/** Pictures of who stands with whom that a claim’s page shows beside its tests. */
export const pictures = z
  .array(drawn)
  .min(1)
  .describe(
    'pictures from the votes of the General Assembly that stand beside the tests: ideal points of states, or agreement of pairs, over time',
  );

export type AskedPicture = z.infer<typeof drawn>;
