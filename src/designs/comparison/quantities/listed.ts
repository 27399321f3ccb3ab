import { z } from 'zod';

/** States by name: a list, or names joined by `+`, which can stand as one option of a choice; a list may hold both. */
export const stateList = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

export const listed = (states: z.infer<typeof stateList>): readonly string[] =>
  [states].flat().flatMap((names) => names.split('+').map((name) => name.trim()));
