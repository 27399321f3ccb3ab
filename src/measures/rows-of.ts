import { fail } from '../kernel/errors.js';
import type { Row } from '../world/database.js';
import type { Answers } from '../world/open.js';

/** The rows that answer one of a measure’s needs. Throws `measures/no-answer` where it was never asked. */
export const rowsOf = <R = Row>(answers: Answers, name: string): readonly R[] =>
  (answers[name] ?? fail('measures/no-answer', `no rows for ${name}`)) as unknown as readonly R[];
