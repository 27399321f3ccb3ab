import { z } from 'zod';
import { argumentSchema, claimSchema } from './schema.js';

/** The files under `schema/`, by name: what an editor reads to complete and check a claim or an argument. */
export const publishedSchemas: Readonly<Record<string, string>> = {
  'argument.schema.json': published('An argument', argumentSchema),
  'claim.schema.json': published('A claim', claimSchema),
};

/** Draft 7, because editors of YAML know it best. */
function published(title: string, schema: z.ZodType): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
