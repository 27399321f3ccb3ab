import { z } from 'zod';
import { didYouMean } from '../../kernel/nearest.js';
import type { AskedFigure } from './asked.js';
import { askedFigure, askedOrNamed } from './read-asked.js';

export interface FigureParameters {
  readonly recorded: AskedFigure;
  readonly unit: string;
}

/**
 * `recorded` is a question to the record, or the name of one of those under `records`, so that an alternative can choose
 * between sources and definitions: `recorded: $source`. Of `records` only the one that is chosen is kept: two claims
 * that ask the same share its result.
 */
export const figureParameters: z.ZodType<FigureParameters> = z
  .strictObject({
    recorded: askedOrNamed.describe('what the record is asked, or the name of one of records'),
    records: z
      .record(z.string(), askedFigure)
      .optional()
      .describe('questions to the record by name: the sources and definitions of the figure'),
    unit: z.string().default('').describe('what the figure counts: countries, per cent'),
  })
  .transform(({ recorded, records, unit }, context): FigureParameters => {
    if (typeof recorded !== 'string') return { recorded, unit };
    const named = Object.hasOwn(records ?? {}, recorded) ? records![recorded] : undefined;
    if (named) return { recorded: named, unit };
    context.addIssue({
      code: 'custom',
      path: ['recorded'],
      message: records
        ? didYouMean(recorded, Object.keys(records))
        : 'there are no records: write { value: …, year: … } or another question here, or under records by name',
      input: recorded,
    });
    return z.NEVER;
  }) as unknown as z.ZodType<FigureParameters>;
