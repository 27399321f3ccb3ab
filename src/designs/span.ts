import { z } from 'zod';
import { parseYears, type Years } from '../kernel/years.js';

/** A span of years as claims write it, `1992-2019`; what is wrong with it becomes an issue that the loader can place. */
export const span = z.union([z.string(), z.number()]).transform((text, context): Years => {
  try {
    return parseYears(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message, input: text });
    return z.NEVER;
  }
});
