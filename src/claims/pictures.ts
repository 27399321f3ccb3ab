import { z } from 'zod';
import { chosenVotes } from '../measures/agreement-in-assembly.js';

const name = z.string().min(1);

const belongsTo = { states: 'ideal-points', pairs: 'agreement', poles: 'map' } as const;

const drawn = z
  .strictObject({
    draw: z
      .enum(['ideal-points', 'agreement', 'map'])
      .describe('ideal points of states over time, agreement of pairs, or a map of a year between two poles'),
    states: z.array(name).min(1).optional().describe('of ideal points: at most seven states'),
    pairs: z
      .array(z.array(name).refine((pair) => pair.length === 2, 'expected two states: [USA, CHN]'))
      .min(1)
      .optional()
      .describe('of agreement: at most seven pairs of states'),
    poles: z
      .array(name)
      .refine((poles) => poles.length === 2, 'expected two states: [USA, CHN]')
      .optional()
      .describe('of a map: the two states between which all others stand'),
    by: z
      .enum(['agreement', 'ideal-points'])
      .optional()
      .describe('of a map: who votes like whom (agreement, unless told), or whose ideal points are near'),
    years: z
      .union([z.string(), z.number()])
      .transform(String)
      .optional()
      .describe(
        'the years in which the sessions opened: 1990-2024, of a map one; all that the record has unless told',
      ),
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
    for (const key of ['states', 'pairs', 'poles'] as const) {
      const isAsked = asked.draw === belongsTo[key];
      if (isAsked === (asked[key] !== undefined)) continue;
      const message = isAsked ? `${asked.draw} needs ${key}` : `${key} belongs to ${belongsTo[key]}`;
      context.addIssue({ code: 'custom', path: [isAsked ? 'draw' : key], message });
    }
    if (asked.draw !== 'map' && asked.by !== undefined)
      context.addIssue({ code: 'custom', path: ['by'], message: 'by belongs to map' });
    if (asked.draw === 'map' && asked.years === undefined)
      context.addIssue({ code: 'custom', path: ['draw'], message: 'map needs years: the one that it shows' });
  });

/** Pictures of who stands with whom that a claim’s page shows beside its tests. */
export const pictures = z
  .array(drawn)
  .min(1)
  .describe(
    'pictures from the votes of the General Assembly that stand beside the tests: ideal points of states or agreement of pairs over time, or a map of a year',
  );

export type AskedPicture = z.infer<typeof drawn>;
