import { z } from 'zod';
import { readYaml } from '../claims/yaml-file.js';
import type { OwnRequest } from '../world/local/own-request.js';

const variable = z.strictObject({
  title: z.string().min(1).optional(),
  unit: z.string().min(1).optional(),
  definition: z.string().min(1).optional(),
  low: z.number().optional(),
  high: z.number().optional(),
});

const about = z.strictObject({
  title: z.string().min(1).optional(),
  citation: z.string().min(1).optional(),
  variables: z.record(z.string(), variable).optional(),
});

/** What a YAML file says of a table of the user's own: its title, its citation, and its variables by column. Throws `claims/…` with the place. */
export const readAbout = (path: string): Pick<OwnRequest, 'title' | 'citation' | 'variables'> =>
  readYaml(path, about).value;
